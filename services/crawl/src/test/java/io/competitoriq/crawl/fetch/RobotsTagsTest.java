package io.competitoriq.crawl.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.crawl.visit.VisitOutcome;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What a page may ask of us, and what it asks of others.
class RobotsTagsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "noarchive | noarchive",
        "NoArchive | noarchive",
        "noai | noai",
        "noindex, noarchive | noarchive",
        "max-snippet:-1, noarchive | noarchive",
        "unavailable_after: 25 Jun 2040 15:00:00 GMT, noai | noai",
        "competitoriqbot: noindex | noindex",
        "CompetitorIQBot: none | none",
        "googlebot: noindex, competitoriqbot: noarchive | noarchive",
        "*: noarchive | noarchive"
      })
  void headerThatConcernsUsIsObeyed(String header, String wish) {
    assertObeyed(RobotsTags.objection(Map.of("x-robots-tag", header), List.of()), wish);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "all",
        "noindex",
        "noindex, follow",
        "none",
        "nofollow, nosnippet, noimageindex, noimageai",
        "max-image-preview:large",
        "googlebot: noarchive",
        "otherbot: noindex, noarchive",
        "unavailable_after: 25 Jun 2040 15:00:00 GMT",
        "noarchives"
      })
  void headerThatSpeaksToOthersIsNot(String header) {
    assertThat(RobotsTags.objection(Map.of("x-robots-tag", header), List.of())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "<meta name=robots content=noarchive> | noarchive",
        "<META NAME=ROBOTS CONTENT='INDEX, NOARCHIVE'> | noarchive",
        "<meta name=robots content='noindex'><meta name=robots content='noai'> | noai",
        "<meta content=noindex name=CompetitorIQBot> | noindex",
        "<noscript><meta name=robots content=noarchive></noscript> | noarchive",
        "<body><p>late<meta name=robots content=noarchive> | noarchive"
      })
  void metaTagThatConcernsUsIsObeyed(String head, String wish) {
    assertObeyed(RobotsTags.objection(Map.of(), metas(head)), wish);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<meta name=robots content='noindex,nofollow'>",
        "<meta name=googlebot content=noarchive>",
        "<meta name=description content=noarchive>",
        "<p>noarchive</p>"
      })
  void metaTagThatSpeaksToOthersIsNot(String head) {
    assertThat(RobotsTags.objection(Map.of(), metas(head))).isEmpty();
  }

  @Test
  void headerAndMetaTagCountTogether() {
    assertObeyed(
        RobotsTags.objection(
            Map.of("x-robots-tag", "noindex"), metas("<meta name=robots content=noai>")),
        "noai");
  }

  private static List<Meta> metas(String head) {
    return Sight.of(head, 0).metas();
  }

  private static void assertObeyed(Optional<Verdict> objection, String wish) {
    assertThat(objection)
        .hasValueSatisfying(
            verdict -> {
              Collected.Rejected why = ((Verdict.Not) verdict).why();
              assertThat(why.outcome()).isEqualTo(VisitOutcome.ROBOTS_DISALLOWED);
              assertThat(why.reason()).contains("(" + wish + ")");
              assertThat(why.fix()).isNotBlank();
            });
  }
}
