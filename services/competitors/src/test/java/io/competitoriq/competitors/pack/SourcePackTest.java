package io.competitoriq.competitors.pack;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.competitors.discovery.Findings;
import io.competitoriq.competitors.discovery.RobotsState;
import io.competitoriq.competitors.discovery.Suggestion;
import io.competitoriq.competitors.source.NewSource;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.Rendering;
import io.competitoriq.messages.SourceKind;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SourcePackTest {

  static List<SourcePack> packs() {
    return KnownPacks.ALL;
  }

  @ParameterizedTest
  @MethodSource("packs")
  void everyPackIsWorthOffering(SourcePack pack) {
    assertThat(pack.title()).isNotBlank().hasSizeLessThan(32);
    assertThat(pack.description()).matches("[^.]+\\.");
    assertThat(pack.entries()).hasSizeBetween(5, 12);
    assertThat(pack.entries())
        .extracting(entry -> entry.kind() + "/" + entry.collector())
        .doesNotHaveDuplicates();
    assertThat(pack.entries())
        .allSatisfy(
            entry ->
                assertThat(entry.interval()).isBetween(Duration.ofHours(1), Duration.ofDays(7)))
        .filteredOn(PackEntry::isExtra)
        .allSatisfy(entry -> assertThat(entry.rendering()).isEqualTo(Rendering.NEVER));
  }

  @Test
  void packsAreToldApartByTheirIds() {
    assertThat(KnownPacks.ALL)
        .extracting(SourcePack::id)
        .containsExactly("saas", "online-shop", "agency", "app-maker", "open-source");
  }

  @Test
  void theBestPageOfAKindIsTakenAndEveryStoreOfAnApp() {
    // Given
    Findings findings =
        found(
            page(SourceKind.BLOG, "a.com/feed", 0.9),
            page(SourceKind.BLOG, "a.com/blog", 0.9),
            page(SourceKind.APPS, "apple.com/a", 0.9),
            page(SourceKind.APPS, "google.com/a", 0.7));
    // When
    Packed packed = packed("app-maker", findings);
    // Then
    assertThat(packed.sources())
        .extracting(source -> source.url().toString())
        .containsExactly("https://apple.com/a", "https://google.com/a", "https://a.com/feed");
    assertThat(packed.sources())
        .extracting(source -> String.valueOf(source.schedule()))
        .allMatch(schedule -> schedule.contains("PT24H"));
  }

  @Test
  void whatIsDoubtfulOrForbiddenIsMissing() {
    // Given
    Findings findings =
        found(
            page(SourceKind.PRICING, "a.com/pricing", 0.59),
            suggestion(
                SourceKind.STATUS, Collector.BUILTIN, "a.com/s", 0.9, RobotsState.DISALLOWED));
    // When
    Packed packed = packed("saas", findings);
    // Then
    assertThat(packed.sources()).isEmpty();
    assertThat(packed.missing())
        .contains(SourceKind.PRICING, SourceKind.STATUS)
        .doesNotContain(SourceKind.ADS, SourceKind.NEWS);
  }

  @Test
  void aProviderIsAskedOnlyWhereTheDiscoverySuggestsItAndItsKeyIsMentioned() {
    // Given
    Findings findings =
        found(
            suggestion(SourceKind.ADS, Collector.SEARCHAPI, "ads.com/a", 0.75, RobotsState.UNKNOWN),
            suggestion(
                SourceKind.PRICING, Collector.APIFY, "a.com/pricing", 0.9, RobotsState.ALLOWED));
    // When
    Packed packed = packed("saas", findings);
    // Then
    assertThat(packed.sources()).extracting(NewSource::kind).containsExactly(SourceKind.ADS);
    assertThat(packed.sources().getFirst().options()).containsEntry("engine", "ads");
    assertThat(packed.missing()).contains(SourceKind.PRICING);
    assertThat(packed.warnings())
        .containsExactly(
            "\"ads.com/a\" is collected by SEARCHAPI, which needs a key; without one its visits fail"
                + " and say so.");
    assertThat(view("saas", findings).fit()).isEqualTo(new SourcePackView.Fit(1, 9));
    assertThat(view("open-source", findings).fit()).isEqualTo(new SourcePackView.Fit(0, 8));
  }

  private static Packed packed(String pack, Findings findings) {
    return Packed.of(KnownPacks.named(pack), findings, UnaryOperator.identity());
  }

  private static SourcePackView view(String pack, Findings findings) {
    return SourcePackView.of(KnownPacks.named(pack), findings, UnaryOperator.identity());
  }

  private static Findings found(Suggestion... suggestions) {
    return new Findings(null, List.of(suggestions), List.of());
  }

  private static Suggestion page(SourceKind kind, String address, double confidence) {
    return suggestion(kind, Collector.BUILTIN, address, confidence, RobotsState.ALLOWED);
  }

  private static Suggestion suggestion(
      SourceKind kind, Collector collector, String address, double sure, RobotsState robots) {
    boolean paid = collector == Collector.SEARCHAPI;
    return new Suggestion(
        UUID.randomUUID(),
        kind,
        collector,
        "https://" + address,
        address,
        "Seen.",
        sure,
        false,
        robots,
        null,
        null,
        "PT24H",
        paid ? 1 : 0,
        paid,
        Rendering.AUTO,
        paid ? Map.of("engine", "ads") : Map.of());
  }
}
