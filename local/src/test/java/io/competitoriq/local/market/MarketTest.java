package io.competitoriq.local.market;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarketTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-23T10:00:00Z"), ZoneOffset.UTC);

  @TempDir Path folder;
  private Market market;
  private MarketClient visitor;

  @BeforeEach
  void open() throws IOException {
    market = Market.open(settings(), CLOCK, _ -> {});
    visitor = new MarketClient(market.port());
  }

  @AfterEach
  void close() {
    market.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/, Answer once",
    "/pricing, Growth",
    "/features, Community forum",
    "/blog, The self-service ratio",
    "/blog/self-service-ratio, Count only visits",
    "/changelog, Autumn update",
    "/careers, Frontend Engineer",
    "/careers/product-designer, thousands of writers",
    "/about, Katharina Vogt",
    "/sitemap.xml, /careers/product-designer",
    "/robots.txt, Disallow: /signup",
    "/blog/feed.xml, http://www.w3.org/2005/Atom"
  })
  void everyPageOfACompanyIsServed(String path, String words) throws IOException {
    // When
    var answer = visitor.get("helpnest", path);
    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).contains(words);
  }

  @Test
  void sitesAreToldApartByTheirHost() throws IOException {
    assertThat(visitor.get("brightdesk", "/pricing").body()).contains("$49", "application/ld+json");
    assertThat(visitor.get("helpnest", "/pricing").body()).contains("€39", "<table");
    assertThat(visitor.get("ticketly", "/pricing").body()).contains("£29", "tk-card");
    assertThat(visitor.get("nobody", "/").body()).contains("Demo market");
  }

  @ParameterizedTest
  @CsvSource({
    "searchapi, /api/v1/me, searchapi-demo-market, remaining_credits",
    "apify, /v2/users/me?x=1, apify_api_demoMarket, demo-market"
  })
  void providersArePlayedUnderTheirOwnHosts(String host, String path, String key, String words)
      throws IOException {
    // When
    var answer = visitor.get(host, path, "Authorization: Bearer " + key);
    var stranger = visitor.get(host, path);
    // Then
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Type")).contains("application/json; charset=utf-8");
    assertThat(answer.body()).contains(words);
    assertThat(stranger.status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"brightdesk", "helpnest", "ticketly"})
  void everyResponseDiffersAlthoughNothingHappened(String company) throws IOException {
    // When
    List<String> bodies =
        List.of(
            visitor.get(company, "/pricing").body(),
            visitor.get(company, "/pricing").body(),
            visitor.get(company, "/pricing").body());
    // Then
    assertThat(bodies).doesNotHaveDuplicates();
    assertThat(bodies.stream().map(MarketTest::plans).distinct()).hasSize(1);
  }

  @Test
  void onlyStaticFilesCanBeAskedForConditionally() throws IOException {
    // Given
    String tag = visitor.get("ticketly", "/assets/site.css").header("ETag").orElseThrow();
    // When
    var again = visitor.get("ticketly", "/assets/site.css", "If-None-Match: " + tag);
    // Then
    assertThat(again.status()).isEqualTo(304);
    assertThat(visitor.get("ticketly", "/pricing").header("ETag")).isEmpty();
  }

  @Test
  void unknownPageIsNotFoundInTheCompanysOwnWords() throws IOException {
    var answer = visitor.get("brightdesk", "/no-such-page");
    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body()).contains("Page not found", "Brightdesk");
  }

  @Test
  void nextStepHappensWhenTheOperatorAsks() throws IOException {
    // When
    var step = visitor.post("/steps/next");
    // Then
    assertThat(step.body()).contains("brightdesk-pro-price", "2026-11-23T10:00:00Z");
    assertThat(visitor.get("brightdesk", "/pricing").body()).contains("$59").doesNotContain("$49");
  }

  @Test
  void aStepCanBeChosenAndHappensOnce() throws IOException {
    // When
    visitor.post("/steps/ticketly-team-plus");
    visitor.post("/steps/ticketly-team-plus");
    // Then
    String pricing = visitor.get("ticketly", "/pricing").body();
    assertThat(pricing.split("Choose Team Plus", -1)).hasSize(2);
    assertThat(visitor.post("/steps/unknown").status()).isEqualTo(404);
  }

  @Test
  void everyStepOfTheScriptCanHappen() throws IOException {
    // When
    int steps = 0;
    while (visitor.post("/steps/next").status() == 200) {
      steps++;
    }
    // Then
    assertThat(steps).isGreaterThanOrEqualTo(12);
    assertThat(visitor.get("market", "/steps").body()).contains("\"next\" : null");
    assertThat(visitor.get("helpnest", "/features").body()).doesNotContain("Community forum");
    assertThat(visitor.get("helpnest", "/blog/feed.xml").body())
        .contains("Introducing Nest Answers");
    assertThat(visitor.get("ticketly", "/careers").body()).contains("Solutions Engineer");
    assertThat(visitor.get("brightdesk", "/").body()).contains("AI agents and people, answering");
  }

  @Test
  void aReopenedMarketRemembersWhatHappened() throws IOException {
    // Given
    visitor.post("/steps/next");
    market.close();
    // When
    market = Market.open(settings(), CLOCK, _ -> {});
    // Then
    visitor = new MarketClient(market.port());
    assertThat(visitor.get("brightdesk", "/pricing").body()).contains("$59");
    assertThat(visitor.post("/reset").body()).contains("\"next\" : \"brightdesk-pro-price\"");
    assertThat(visitor.get("brightdesk", "/pricing").body()).contains("$49");
  }

  private Market.Settings settings() {
    return new Market.Settings(0, folder.resolve("market.json"), true);
  }

  /// What the page says between its heading and the questions, without markup.
  private static String plans(String body) {
    String main = body.substring(body.indexOf("<h1>"), body.indexOf("Questions about billing"));
    return main.replaceAll("<[^>]*>", "");
  }
}
