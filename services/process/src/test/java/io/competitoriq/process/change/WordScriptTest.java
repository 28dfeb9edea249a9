package io.competitoriq.process.change;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordScriptTest {

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = '¦',
      textBlock =
          """
          We refund           ¦ We refund you         ¦ We refund{+ you+}
          Only $19 a month    ¦ Only $91 a month      ¦ Only [-$19-]{+$91+} a month
          1.290,50 € per year ¦ 1.390,50 € per year   ¦ [-1.290,50-]{+1.390,50+} € per year
          the same            ¦ the same              ¦ the same
          """)
  void wordsThatWentAndCameAreMarked(String before, String after, String script) {
    assertThat(WordScript.between(before, after)).hasToString(script);
  }
}
