package io.competitoriq.process.noise;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StablePartTest {

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          Introducing Nest Answers 11 seconds ago          ¦ Introducing Nest Answers
          Introducing Nest Answers (2 days ago)            ¦ Introducing Nest Answers
          3 hours ago · Introducing Nest Answers           ¦ Introducing Nest Answers
          5 min ago | Series B, at last! | views: 1,204    ¦ Series B, at last!
          Neue Preise – vor 3 Stunden                      ¦ Neue Preise
          Nouveaux tarifs, il y a 2 jours                  ¦ Nouveaux tarifs
          New prices from 1 January 2027                   ¦ New prices from 1 January 2027
          Founded by two agents. 10 users included.        ¦ Founded by two agents. 10 users included.
          Everything in Pro                                ¦ Everything in Pro
          3 minutes ago                                    ¦ 3 minutes ago
          We “ship” on Fridays… just now                   ¦ We “ship” on Fridays…
          From $19 online                                  ¦ From $19 online
          """)
  void onlyWhatTimeChangesIsCutOffTheEnds(String text, String stable) {
    assertThat(StablePart.of(text).in(text)).isEqualTo(stable);
  }
}
