package io.competitoriq.competitors.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.competitors.discovery.Ranking.Ranked;
import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {

  @Test
  void theBestOfEachKindIsRecommendedOnceAndAFeedBeforeItsPage() {
    // Given
    List<Find> finds =
        List.of(
            find("acme.com/blog", SourceKind.BLOG, Collector.BUILTIN, 0.9),
            find("acme.com/feed", SourceKind.BLOG, Collector.FEED, 0.85),
            find("acme.com/plans", SourceKind.PRICING, Collector.BUILTIN, 0.7),
            find("acme.com/pricing", SourceKind.PRICING, Collector.BUILTIN, 0.9),
            find("acme.com/about", SourceKind.ABOUT, Collector.BUILTIN, 0.9),
            find("acme.com/jobs", SourceKind.CAREERS, Collector.BUILTIN, 0.45));
    // When
    List<Ranked> ranked = Ranking.rank(finds, _ -> RobotsState.ALLOWED);
    // Then
    assertThat(ranked.stream().filter(Ranked::recommended).map(RankingTest::url))
        .containsExactly("https://acme.com/pricing", "https://acme.com/feed");
    assertThat(ranked.stream().map(RankingTest::url))
        .containsExactly(
            "https://acme.com/pricing",
            "https://acme.com/feed",
            "https://acme.com/plans",
            "https://acme.com/blog",
            "https://acme.com/jobs",
            "https://acme.com/about");
  }

  @Test
  void whatRobotsForbidsIsShownButNotRecommended() {
    // Given
    List<Find> finds = List.of(find("acme.com/x", SourceKind.PRICING, Collector.BUILTIN, 0.9));
    // When
    List<Ranked> ranked = Ranking.rank(finds, _ -> RobotsState.DISALLOWED);
    // Then
    assertThat(ranked)
        .singleElement()
        .satisfies(
            only -> {
              assertThat(only.recommended()).isFalse();
              assertThat(only.robots()).isEqualTo(RobotsState.DISALLOWED);
            });
  }

  @Test
  void tenPagesOfOneKindAreShownAsThree() {
    // Given
    List<Find> finds =
        IntStream.range(0, 10)
            .mapToObj(i -> find("acme.com/" + i, SourceKind.NEWS, Collector.BUILTIN, 0.7))
            .toList();
    // When, Then
    assertThat(Ranking.rank(finds, _ -> RobotsState.ALLOWED)).hasSize(3);
  }

  private static String url(Ranked ranked) {
    return ranked.find().url().toString();
  }

  private static Find find(String url, SourceKind kind, Collector collector, double confidence) {
    return new Find(
        PageUrl.parse(url),
        kind,
        collector,
        "x",
        confidence,
        List.of(),
        Sample.NONE,
        true,
        Errand.PLAIN);
  }
}
