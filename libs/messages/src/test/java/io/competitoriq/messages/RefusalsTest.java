package io.competitoriq.messages;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RefusalsTest {

  private static final UUID ID = UUID.randomUUID();
  private static final URI URL = URI.create("https://example.com/pricing");
  private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

  @Test
  void aRelativeAddressIsNoSource() {
    assertThatThrownBy(() -> new DiscoverSources(ID, URI.create("/pricing")))
        .hasMessageContaining("absolute");
  }

  @Test
  void aHashThatIsNoneIsRefused() {
    assertThatThrownBy(() -> snapshot("ABC")).hasMessageContaining("bodySha256");
  }

  @Test
  void anAmountWithoutCurrencyIsRefused() {
    assertThatThrownBy(() -> new FactValue("49", 4900L, null, BillingPeriod.MONTH))
        .hasMessageContaining("go together");
  }

  @Test
  void aChangeFromNothingToNothingIsNoChange() {
    assertThatThrownBy(
            () ->
                new FactChange(
                    ChangeKind.MODIFIED, FactKind.PRICE, "Pro", "amount", null, null, List.of()))
        .hasMessageContaining("before or an after");
  }

  @Test
  void aQuoteCannotEndBeforeItBegins() {
    assertThatThrownBy(
            () -> new Evidence(ID, Side.AFTER, ID, ID, "b1", "quote", 9, 8, true, URL, NOW))
        .hasMessageContaining("offsets");
  }

  @Test
  void aSignalWithoutAChangeIsRefused() {
    assertThatThrownBy(() -> signal(List.of())).hasMessageContaining("at least one");
  }

  @Test
  void aSignalCarriesABoundedNumberOfTexts() {
    var text = new TextChange(ChangeKind.ADDED, List.of(), null, "new", List.of());

    assertThatThrownBy(() -> signal(Collections.nCopies(51, text))).hasMessageContaining("at most");
  }

  private static RaiseSignal signal(List<TextChange> texts) {
    return new RaiseSignal(
        ID, ID, ID, ID, URL, SourceKind.PRICING, "Pricing", NOW, List.of(), texts);
  }

  private static ProcessSnapshot snapshot(String sha256) {
    return new ProcessSnapshot(
        ID,
        ID,
        ID,
        null,
        URL,
        SourceKind.PRICING,
        Collector.BUILTIN,
        "text/html",
        "UTF-8",
        sha256,
        NOW);
  }
}
