package io.competitoriq.stack;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What the product promises, seen through the public API on the demo market: noise stays quiet, a
/// change is told with its old and new value and the sentence it was read from.
class DemoMarketTest {

  private static final Duration VISIT = Duration.ofSeconds(150);

  private final Stack stack = Stack.running();
  private final Api api = Api.signedIn(stack);

  @BeforeEach
  void theMarketStandsStill() {
    Api.market(stack, "/pause");
    Ledger.awaitIdle(stack, Duration.ofMinutes(2));
  }

  @Test
  void tenVisitsOfUnchangedNoisyPagesRaiseNoSignal() {
    List<JsonNode> sources = api.all("/sources");
    visitAll(sources); // what the market did before it stood still is told now ...
    visitAll(sources); // ... and changes of text alone are confirmed
    Ledger.awaitIdle(stack, VISIT);
    Set<String> before = signalIds();

    for (int visit = 0; visit < 10; visit++) {
      visitAll(sources);
    }
    Ledger.awaitIdle(stack, VISIT);

    assertThat(signalIds()).isEqualTo(before);
  }

  @Test
  void aPriceChangeIsASignalWithOldAndNewValueAndAVerifiedQuote() {
    JsonNode pricing = source("helpnest", "/pricing");
    visitAll(List.of(pricing));
    Ledger.awaitIdle(stack, VISIT);
    Set<String> before = signalIds();

    Api.market(stack, "/steps/helpnest-growth-price");
    api.post("/sources/" + pricing.get("id").asText() + "/visits", Map.of());
    JsonNode signal =
        await()
            .atMost(Duration.ofSeconds(60))
            .pollInterval(Duration.ofMillis(250))
            .until(() -> newPriceSignal(before), found -> !found.isMissingNode());

    JsonNode price = priceOf(signal, "Growth");
    assertThat(price.at("/before/amountMinor").asLong()).isEqualTo(3900);
    assertThat(price.at("/after/amountMinor").asLong()).isEqualTo(3500);
    assertThat(price.at("/after/currency").asText()).isEqualTo("EUR");
    requireVerifiedQuotes(signal);
  }

  private void requireVerifiedQuotes(JsonNode signal) {
    assertThat(signal.get("evidence")).isNotEmpty();
    for (JsonNode evidence : signal.get("evidence")) {
      String text =
          api.get("/documents/" + evidence.get("documentId").asText()).get("text").asText();
      assertThat(evidence.get("verified").asBoolean()).isTrue();
      assertThat(text.substring(evidence.get("start").asInt(), evidence.get("end").asInt()))
          .isEqualTo(evidence.get("quote").asText());
    }
  }

  private JsonNode newPriceSignal(Set<String> before) {
    return api.all("/signals").stream()
        .filter(signal -> !before.contains(signal.get("id").asText()))
        .filter(signal -> signal.get("category").asText().equals("PRICING"))
        .map(signal -> api.get("/signals/" + signal.get("id").asText()))
        .findFirst()
        .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
  }

  private static JsonNode priceOf(JsonNode signal, String plan) {
    for (JsonNode fact : signal.get("facts")) {
      if (fact.get("factKind").asText().equals("PRICE")
          && fact.get("subject").asText().contains(plan)
          && fact.get("field").asText().equals("amount")) {
        return fact;
      }
    }
    throw new AssertionError("no price change of " + plan + " in " + signal);
  }

  private Set<String> signalIds() {
    return api.all("/signals").stream().map(s -> s.get("id").asText()).collect(toSet());
  }

  private JsonNode source(String company, String path) {
    return api.all("/sources").stream()
        .filter(s -> s.get("url").asText().contains(company))
        .filter(s -> s.get("url").asText().endsWith(path))
        .findFirst()
        .orElseThrow();
  }

  private void visitAll(List<JsonNode> sources) {
    Visits.ofEach(sources, stack, api);
  }
}
