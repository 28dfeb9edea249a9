package io.competitoriq.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What is promised of paid collectors, seen on the providers the demo market plays: a change there
/// is a signal as any other, and the ledger is the provider's bill.
class DemoProvidersTest {

  private static final long CREDIT_MICROS = 4_000;
  private static final Duration SOON = Duration.ofSeconds(60);

  private final Stack stack = Stack.running();
  private final Api api = Api.signedIn(stack);

  @BeforeEach
  void theMarketStandsStill() {
    Api.market(stack, "/pause");
    Ledger.awaitIdle(stack, Duration.ofMinutes(2));
  }

  @Test
  void anAdvertisementThatAppearsIsASignalWithAVerifiedQuote() {
    List<JsonNode> ads = api.all("/sources").stream().filter(this::showsAds).toList();
    Visits.ofEach(ads, stack, api);
    assertThat(signalsOf(ads)).isEmpty();

    Api.market(stack, "/steps/helpnest-campaign");
    Visits.ofEach(ads, stack, api); // seen ...
    Visits.ofEach(ads, stack, api); // ... and confirmed
    JsonNode signal =
        await().atMost(SOON).until(() -> signalsOf(ads), found -> !found.isEmpty()).getFirst();

    assertThat(signal.get("category").asText()).isEqualTo("POSITIONING");
    assertThat(signal.get("evidence"))
        .anySatisfy(
            evidence -> {
              assertThat(evidence.get("verified").asBoolean()).isTrue();
              assertThat(evidence.get("quote").asText())
                  .contains("creative/CR11730625948820471004");
            });
  }

  @Test
  void theSpendLedgerIsTheProvidersBill() {
    Visits.ofEach(paidSources(), stack, api);

    // A visit the clock asked for may be under way: its money is set aside until it has ended.
    await()
        .atMost(SOON)
        .untilAsserted(
            () -> {
              assertThat(spent("searchapi", "reservedMicros")).isZero();
              assertThat(spent("apify", "reservedMicros")).isZero();
              assertThat(spent("searchapi", "credits")).isEqualTo(searchesDone()).isPositive();
              assertThat(spent("searchapi", "costMicros"))
                  .isEqualTo(searchesDone() * CREDIT_MICROS);
              assertThat(spent("apify", "costMicros")).isEqualTo(runsMicros()).isPositive();
            });
  }

  private boolean showsAds(JsonNode source) {
    return source.get("kind").asText().equals("ADS");
  }

  private List<JsonNode> paidSources() {
    return api.all("/sources").stream()
        .filter(
            source ->
                Stream.of("SEARCHAPI", "APIFY").anyMatch(source.get("collector").asText()::equals))
        .toList();
  }

  private List<JsonNode> signalsOf(List<JsonNode> sources) {
    return api.all("/signals").stream()
        .map(signal -> api.get("/signals/" + signal.get("id").asText()))
        .filter(
            signal -> sources.stream().anyMatch(s -> s.get("id").equals(signal.get("sourceId"))))
        .toList();
  }

  /// A figure of the ledger as members see it, over all months.
  private long spent(String provider, String figure) {
    return StreamSupport.stream(
            api.get("/provider-usage?limit=1").get("months").spliterator(), false)
        .filter(month -> month.get("provider").asText().equals(provider))
        .mapToLong(month -> month.get(figure).asLong())
        .sum();
  }

  private long searchesDone() {
    return Api.provider(stack, "searchapi", "searchapi-demo-market", "/api/v1/me")
        .at("/account/current_month_usage")
        .asLong();
  }

  private long runsMicros() {
    return Api.provider(stack, "apify", "apify_api_demoMarket", "/v2/users/me/usage/monthly")
        .at("/data/totalUsageCreditsUsdAfterVolumeDiscount")
        .decimalValue()
        .movePointRight(6)
        .longValueExact();
  }
}
