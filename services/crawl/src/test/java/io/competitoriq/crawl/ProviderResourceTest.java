package io.competitoriq.crawl;

import static io.competitoriq.crawl.Paying.as;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.crawl.standin.ApifyStandIn;
import io.competitoriq.crawl.standin.ApifyStandIn.RunPlan;
import io.competitoriq.crawl.standin.SearchApiStandIn;
import io.competitoriq.crawl.standin.WithStandIns;
import io.competitoriq.http.Ids;
import io.competitoriq.jobs.Job;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Collector;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Providers over HTTP: who may do what, and that a key never comes out again.
@QuarkusTest
@WithEmbeddedServers("crawl")
@WithStandIns
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProviderResourceTest {
  @Inject Collecting collecting;
  private ApifyStandIn apify;
  private SearchApiStandIn search;
  private UUID workspace;

  @BeforeAll
  void open() {
    apify = new ApifyStandIn();
    search = new SearchApiStandIn();
  }

  @AfterAll
  void close() {
    apify.close();
    search.close();
  }

  @BeforeEach
  void anew() {
    apify.reset(RunPlan.succeeding(ApifyVisitTest.reviews(1)));
    search.reset(42, _ -> results());
    workspace = Ids.next();
  }

  @Test
  void keyIsConfirmedByItsProviderAndNeverShown() {
    // When
    Paying.key(workspace, "apify", ApifyStandIn.TOKEN);
    // Then
    as(workspace, "viewer")
        .get("/providers/apify")
        .then()
        .statusCode(200)
        .body("state", equalTo("VERIFIED"))
        .body("account", equalTo("acme"))
        .body("resting", equalTo(false))
        .body("budget.monthMicros", equalTo(25_000_000))
        .body(not(containsString(ApifyStandIn.TOKEN)));
  }

  @Test
  void creditsThatAreLeftAreShown() {
    // When
    Paying.key(workspace, "searchapi", SearchApiStandIn.KEY);
    // Then
    as(workspace, "viewer")
        .get("/providers")
        .then()
        .statusCode(200)
        .body("", hasSize(2))
        .body("find { it.provider == 'searchapi' }.remainingCredits", equalTo(42))
        .body("find { it.provider == 'apify' }.state", equalTo("MISSING"))
        .body("find { it.provider == 'apify' }.keySetAt", nullValue());
  }

  @Test
  void keyLiesInTheDatabaseSealed() {
    // When
    Paying.key(workspace, "apify", ApifyStandIn.TOKEN);
    // Then
    String stored =
        String.valueOf(
            TestDatabase.queryOne(
                "select sealed_by || ' ' || encode(sealed, 'escape') from crawl.provider_key"
                    + " where workspace_id = '%s'".formatted(workspace)));
    assertThat(stored).startsWith("test ").doesNotContain(ApifyStandIn.TOKEN, "apify_api");
  }

  @Test
  void keyThatItsProviderRefusesIsNotStored() {
    as(workspace, "admin")
        .body(Map.of("key", "apify_api_wrong"))
        .put("/providers/apify/key")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ciq:problem:provider-key-refused"))
        .body("detail", containsString("Nothing was saved"))
        .body("detail", not(containsString("apify_api_wrong")));
    as(workspace, "viewer").get("/providers/apify").then().body("state", equalTo("MISSING"));
  }

  @Test
  void providerThatDoesNotAnswerLeavesTheOldKey() {
    // Given
    Paying.key(workspace, "apify", ApifyStandIn.TOKEN);
    apify.cutsBefore("me");
    // Then
    as(workspace, "admin")
        .body(Map.of("key", "apify_api_another"))
        .put("/providers/apify/key")
        .then()
        .statusCode(503)
        .body("type", equalTo("urn:ciq:problem:provider-unreachable"));
    as(workspace, "viewer").get("/providers/apify").then().body("state", equalTo("VERIFIED"));
  }

  @Test
  void keyCanBeTakenBack() {
    // Given
    Paying.key(workspace, "apify", ApifyStandIn.TOKEN);
    // When
    as(workspace, "admin").delete("/providers/apify/key").then().statusCode(204);
    // Then
    as(workspace, "viewer").get("/providers/apify").then().body("state", equalTo("MISSING"));
    as(workspace, "admin")
        .delete("/providers/apify/key")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:ciq:problem:provider-key-not-found"));
  }

  @ParameterizedTest
  @CsvSource({
    "PUT, /providers/apify/key, '{\"key\":\"apify_api_x\"}'",
    "DELETE, /providers/apify/key, ''",
    "PUT, /providers/apify/budget, '{\"monthMicros\":1,\"sourceMicros\":1}'"
  })
  void keysAndBudgetsAreForAdmins(String method, String path, String body) {
    as(workspace, "analyst")
        .body(body)
        .request(method, path)
        .then()
        .statusCode(403)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/providers", "/providers/apify", "/provider-usage"})
  void nobodyGetsInWithoutAToken(String path) {
    given().get(path).then().statusCode(401);
  }

  @Test
  void anotherWorkspaceSeesNeitherKeyNorLedger() {
    // Given
    Paying.key(workspace, "apify", ApifyStandIn.TOKEN);
    UUID stranger = Ids.next();
    // Then
    as(stranger, "owner").get("/providers/apify").then().body("state", equalTo("MISSING"));
    as(stranger, "owner").get("/provider-usage").then().body("items", hasSize(0));
    as(workspace, "viewer").get("/provider-usage").then().body("items", hasSize(1));
  }

  @Test
  void budgetIsReplacedWholeAndShown() {
    // Given
    UUID source = Ids.next();
    // When
    as(workspace, "admin")
        .body(
            Map.of(
                "monthMicros", 5_000_000,
                "sourceMicros", 1_000_000,
                "sources", Map.of(source.toString(), 2_000_000)))
        .put("/providers/searchapi/budget")
        .then()
        .statusCode(200)
        .body("budget.monthMicros", equalTo(5_000_000))
        .body("budget.sources.'" + source + "'", equalTo(2_000_000));
    // Then
    Paying.budget(workspace, "searchapi", 7, 6);
    as(workspace, "viewer")
        .get("/providers/searchapi")
        .then()
        .body("budget.monthMicros", equalTo(7))
        .body("budget.sources.size()", equalTo(0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"monthMicros\":-1,\"sourceMicros\":1}",
        "{\"monthMicros\":1}",
        "{\"monthMicros\":1,\"sourceMicros\":\"much\"}",
        "{\"monthMicros\":1,\"sourceMicros\":2000000000000}"
      })
  void budgetThatIsNoneIsRefused(String body) {
    as(workspace, "admin")
        .body(body)
        .put("/providers/apify/budget")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:ciq:problem:request-invalid"));
  }

  @Test
  void unknownProviderIsAProblemThatNamesTheKnownOnes() {
    as(workspace, "viewer")
        .get("/providers/serpapi")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:ciq:problem:provider-not-found"))
        .body("detail", containsString("apify and searchapi"));
  }

  @Test
  void ledgerIsReadPageByPageWithItsSums() {
    // Given
    Paying.key(workspace, "searchapi", SearchApiStandIn.KEY);
    for (int i = 0; i < 3; i++) {
      Job<CollectSource> job =
          Collecting.job(
              workspace,
              Ids.next(),
              URI.create("https://www.searchapi.io/acme"),
              Collector.SEARCHAPI,
              Map.of("engine", "google", "q", "acme"));
      Paying.toItsEnd(collecting, job);
    }
    // When
    var first =
        as(workspace, "viewer")
            .queryParam("limit", 3)
            .get("/provider-usage")
            .then()
            .statusCode(200)
            .body("items", hasSize(3))
            .body("items[0].call", equalTo("search"))
            .body("items[0].costMicros", equalTo(4000))
            .body("items[0].credits", equalTo(1))
            .body("months", hasSize(1))
            .body("months[0].calls", equalTo(4))
            .body("months[0].credits", equalTo(3))
            .body("months[0].costMicros", equalTo(12_000))
            .extract();
    // Then
    as(workspace, "viewer")
        .queryParam("limit", 3)
        .queryParam("cursor", first.<String>path("nextCursor"))
        .get("/provider-usage")
        .then()
        .body("items", hasSize(1))
        .body("items[0].call", equalTo("check-key"))
        .body("nextCursor", nullValue())
        .body("months", hasSize(0));
  }

  @Test
  void ledgerCannotBeThinnedOut() {
    assertThat(
            TestDatabase.queryOne(
                "select has_table_privilege('ciq_crawl', 'crawl.provider_usage', 'delete')"))
        .isEqualTo(false);
  }

  private static JsonObject results() {
    return new JsonObject()
        .put(
            "organic_results",
            new JsonArray().add(new JsonObject().put("position", 1).put("title", "Acme")));
  }
}
