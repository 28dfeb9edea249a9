package io.competitoriq.local.market;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchApiStandInTest {

  private static final Map<String, String> ADS =
      Map.of("engine", "google_ads_transparency_center", "domain", "helpnest.localhost");

  private final MovedClock clock = new MovedClock();
  private final MarketState state = new MarketState(Script.bundled(), clock, null, true);
  private final SearchApiStandIn searchApi = new SearchApiStandIn(state, clock, 4, 3);

  @Test
  void withoutTheDemosKeyNothingIsAnswered() {
    StandIn.Call stranger =
        new StandIn.Call("GET", "/api/v1/search", ADS, "Bearer somebody-elses", "");
    // When
    StandIn.Reply reply = searchApi.answer(stranger);
    // Then
    assertThat(reply.status()).isEqualTo(401);
    assertThat(reply.body().path("error").asText()).startsWith("Invalid API key.");
  }

  @Test
  void theAccountTellsWhatIsLeftAndASearchTakesACredit() {
    // When
    search(ADS);
    JsonNode me = get("/api/v1/me", Map.of()).body();
    // Then
    assertThat(me.at("/account/current_month_usage").asInt()).isOne();
    assertThat(me.at("/account/remaining_credits").asInt()).isEqualTo(3);
    assertThat(me.at("/api_usage/searches_this_hour").asInt()).isOne();
  }

  @Test
  void aCreativeHasTheProvidersFields() {
    // When
    JsonNode page = search(ADS).body();
    // Then
    JsonNode creative = page.at("/ad_creatives/0");
    assertThat(page.at("/search_metadata/status").asText()).isEqualTo("Success");
    assertThat(page.at("/search_information/total_results").asInt()).isEqualTo(3);
    assertThat(creative.path("id").asText()).matches("CR\\d{20}");
    assertThat(creative.at("/advertiser/id").asText()).matches("AR\\d{20}");
    assertThat(creative.path("first_shown_datetime").asText()).isEqualTo("2026-08-25T10:00:00Z");
    assertThat(creative.path("details_link").asText())
        .startsWith("https://adstransparency.google.com/advertiser/AR");
  }

  @Test
  void advertisementsAppearAndVanishByTheScript() {
    List<String> before = creatives();
    // When
    state.apply("helpnest-campaign");
    state.apply("helpnest-ad-ends");
    // Then
    List<String> after = creatives();
    assertThat(after).hasSize(4).doesNotContain(before.getFirst());
    assertThat(after).containsAll(before.subList(1, 3));
  }

  @Test
  void pagesOfAdvertisementsFollowATokenAlsoInABody() {
    JsonNode first = search(with(ADS, "num", "2")).body();
    String token = first.at("/pagination/next_page_token").asText();
    String rest =
        "{\"engine\":\"google_ads_transparency_center\",\"domain\":\"helpnest.localhost\",\"next_page_token\":\"%s\"}"
            .formatted(token);
    // When
    JsonNode second = searchApi.answer(call("POST", "/api/v1/search", Map.of(), rest)).body();
    // Then
    assertThat(first.path("ad_creatives")).hasSize(2);
    assertThat(second.path("ad_creatives")).hasSize(1);
    assertThat(second.at("/pagination/next_page_token").isMissingNode()).isTrue();
  }

  @Test
  void newsMentionTheCompanyAndGrowByTheScript() {
    Map<String, String> asked = Map.of("engine", "google_news", "q", "Helpnest");
    JsonNode before = search(asked).body().path("organic_results");
    // When
    state.apply("helpnest-in-the-news");
    JsonNode after = search(asked).body().path("organic_results");
    // Then
    assertThat(after).hasSize(before.size() + 1);
    assertThat(after.at("/0/iso_date").asText()).isEqualTo("2026-11-23T10:00:00Z");
    assertThat(after.at("/0/title").asText()).contains("compared");
  }

  @Test
  void openPositionsAreThoseOfTheCareersPage() {
    Map<String, String> asked = Map.of("engine", "google_jobs", "q", "helpnest jobs");
    // When
    state.apply("helpnest-job-closed");
    JsonNode jobs = search(asked).body().path("jobs");
    // Then
    assertThat(jobs.findValuesAsText("title"))
        .containsExactly("Product Designer", "Technical Writer");
    assertThat(jobs.at("/0/company_name").asText()).isEqualTo("Helpnest");
  }

  @Test
  void whatNobodyKnowsIsAnEmptyAnswerAndIsPaidFor() {
    // When
    StandIn.Reply news = search(Map.of("engine", "google_news", "q", "Nobody"));
    StandIn.Reply ads = search(with(ADS, "domain", "nobody.localhost"));
    // Then
    assertThat(news.status()).isEqualTo(200);
    assertThat(news.body().path("error").asText()).contains("didn't return any results");
    assertThat(ads.body().at("/search_information/total_results").asInt()).isZero();
    assertThat(used()).isEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "q, Helpnest, 400, Missing required parameter: engine.",
    "engine, google_flights, 400, Unsupported engine: google_flights.",
    "engine, google_news, 400, Missing required parameter: q.",
    "engine, google_ads_transparency_center, 400, Missing required parameter: advertiser_id or domain."
  })
  void aWrongSearchIsRefusedAndCostsNothing(String name, String value, int status, String error) {
    // When
    StandIn.Reply reply = search(Map.of(name, value));
    // Then
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.body().path("error").asText()).isEqualTo(error);
    assertThat(used()).isZero();
  }

  @Test
  void aValueThatCannotBeIs422() {
    assertThat(search(with(ADS, "num", "101")).status()).isEqualTo(422);
  }

  @Test
  void tooManySearchesInAnHourAre429AndTheNextHourIsFree() {
    // Given
    search(ADS);
    search(ADS);
    search(ADS);
    // When
    StandIn.Reply tooFast = search(ADS);
    clock.move(Duration.ofMinutes(61));
    // Then
    assertThat(tooFast.status()).isEqualTo(429);
    assertThat(tooFast.body().path("error").asText()).contains("hourly");
    assertThat(search(ADS).status()).isEqualTo(200);
  }

  @Test
  void anAccountWithoutCreditsIs429AndSaysSo() {
    // Given
    search(ADS);
    search(ADS);
    search(ADS);
    clock.move(Duration.ofMinutes(61));
    search(ADS);
    // When
    StandIn.Reply reply = search(ADS);
    // Then
    assertThat(reply.status()).isEqualTo(429);
    assertThat(reply.body().path("error").asText()).contains("for the month");
    assertThat(get("/api/v1/me", Map.of()).body().at("/account/remaining_credits").asInt())
        .isZero();
  }

  private List<String> creatives() {
    return search(ADS)
        .body()
        .path("ad_creatives")
        .valueStream()
        .map(creative -> creative.path("id").asText())
        .toList();
  }

  private int used() {
    return get("/api/v1/me", Map.of()).body().at("/account/current_month_usage").asInt();
  }

  private StandIn.Reply search(Map<String, String> parameters) {
    return get("/api/v1/search", parameters);
  }

  private StandIn.Reply get(String path, Map<String, String> parameters) {
    return searchApi.answer(call("GET", path, parameters, ""));
  }

  private static StandIn.Call call(
      String method, String path, Map<String, String> parameters, String body) {
    return new StandIn.Call(method, path, parameters, "Bearer " + DemoKeys.SEARCHAPI, body);
  }

  private static Map<String, String> with(
      Map<String, String> parameters, String name, String value) {
    Map<String, String> more = new HashMap<>(parameters);
    more.put(name, value);
    return more;
  }
}
