package io.competitoriq.competitors.competitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.competitors.Api;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("competitors")
class CompetitorResourceTest {

  private final Api api = Api.ofNewWorkspace();

  @Test
  void trackingEnqueuesTheFirstVisitOfEachSource() {
    // Given
    Map<String, Object> body =
        Map.of(
            "url",
            "Acme.com",
            "sources",
            List.of(
                Map.of("url", "acme.com/pricing", "kind", "PRICING"),
                Map.of("url", "acme.com/feed.xml", "kind", "BLOG", "collector", "FEED")));
    // When
    String id =
        api.request()
            .body(body)
            .post("/competitors")
            .then()
            .statusCode(201)
            .header("ETag", "\"0\"")
            .header("Location", containsString("competitors/"))
            .body("name", equalTo("Acme"))
            .body("domain", equalTo("acme.com"))
            .body("url", equalTo("https://acme.com/"))
            .body("sourceCount", equalTo(2))
            .body("tags", hasSize(0))
            .extract()
            .path("id");
    // Then
    assertThat(firstVisits(id)).isEqualTo(2);
    api.request()
        .get("/competitors/" + id + "/sources")
        .then()
        .statusCode(200)
        .body("items.url", contains("https://acme.com/pricing", "https://acme.com/feed.xml"))
        .body("items.schedule.interval", contains("PT6H", "PT1H"))
        .body("items.schedule.zone", everyItem(equalTo("UTC")))
        .body("items.nextVisitAt", everyItem(notNullValue()));
  }

  private static long firstVisits(String competitorId) {
    return TestDatabase.queryLong(
        "select count(*) from jobs.job where queue = 'crawl-jobs' and kind = 'collect-source'"
            + " and host = 'acme.com' and dedup = payload->>'sourceId'"
            + " and payload->>'reason' = 'FIRST' and payload->>'competitorId' = '"
            + competitorId
            + "'");
  }

  @Test
  void anEditNeedsTheVersionItHasSeen() {
    // Given
    String id = api.track("edited.com");
    Map<String, Object> edit =
        Map.of("name", "Edited Inc", "tags", List.of("tier-1", " saas "), "description", "CRM");
    // When, Then
    api.request()
        .body(edit)
        .patch("/competitors/" + id)
        .then()
        .statusCode(428)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ciq:problem:if-match-required"));
    api.request()
        .header("If-Match", "\"0\"")
        .body(edit)
        .patch("/competitors/" + id)
        .then()
        .statusCode(200)
        .header("ETag", "\"1\"")
        .body("name", equalTo("Edited Inc"))
        .body("tags", contains("tier-1", "saas"))
        .body("description", equalTo("CRM"))
        .body("version", equalTo(1));
    api.request()
        .header("If-Match", "\"0\"")
        .body(Map.of("name", "Too late"))
        .patch("/competitors/" + id)
        .then()
        .statusCode(412)
        .body("type", equalTo("urn:ciq:problem:version-changed"));
  }

  @Test
  void theSameDomainIsTrackedOnceAndTheRefusalSaysWhere() {
    // Given
    String id = api.track("https://www.twice.com/start");
    // When
    var answer = api.request().body(Map.of("url", "twice.com")).post("/competitors").then();
    // Then
    answer
        .statusCode(409)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ciq:problem:competitor-already-tracked"))
        .body("detail", containsString(id))
        .body("errors[0].field", equalTo("existingId"))
        .body("errors[0].message", equalTo(id));
  }

  @Test
  void anArchivedCompetitorStopsItsSourcesAndMakesRoomForANewStart() {
    // Given
    String id = api.track("again.com", "again.com/pricing");
    // When
    api.request().delete("/competitors/" + id).then().statusCode(204);
    // Then
    api.request().get("/competitors/" + id).then().statusCode(404);
    api.request().get("/sources").then().body("items", hasSize(0));
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from competitors.due_source(100, now() + interval '1 year')"
                    + " where source_workspace_id = '"
                    + api.workspace()
                    + "'"))
        .isZero();
    assertThat(api.track("again.com")).isNotEqualTo(id);
  }

  @Test
  void anAddressThatIsNoneIsRefusedInOneSentence() {
    api.request()
        .body(Map.of("url", "our competitor"))
        .post("/competitors")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ciq:problem:invalid-url"))
        .body("detail", containsString("is not a web address"))
        .body("errors[0].field", equalTo("url"))
        .body("traceId", notNullValue());
    api.request()
        .body(Map.of("url", "ftp://acme.com"))
        .post("/competitors")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:ciq:problem:unsupported-scheme"));
    api.request()
        .body(Map.of())
        .post("/competitors")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("url"));
  }

  @Test
  void textTheDatabaseCannotKeepIsRefusedBeforeItGetsThere() {
    api.request()
        .body(Map.of("url", "nul.com", "name", "a\0b"))
        .post("/competitors")
        .then()
        .statusCode(400);
    api.request().get("/competitors?q=%00").then().statusCode(200);
  }

  @Test
  void nothingIsTrackedWhenOneSourceIsWrong() {
    // Given
    Map<String, Object> body =
        Map.of(
            "url",
            "half.com",
            "sources",
            List.of(
                Map.of("url", "half.com/pricing", "kind", "PRICING"),
                Map.of("url", "half.com/x", "kind", "OTHER", "schedule", Map.of("cron", "often"))));
    // When
    api.request()
        .body(body)
        .post("/competitors")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:ciq:problem:invalid-schedule"));
    // Then
    api.request().get("/competitors?q=half").then().body("items", hasSize(0));
  }

  @Test
  void aCompetitorHasAtMostTwoHundredSources() {
    // Given
    String[] pages = IntStream.range(0, 200).mapToObj(i -> "big.com/" + i).toArray(String[]::new);
    String id = api.track("big.com", pages);
    // When
    var answer =
        api.request()
            .body(Map.of("url", "big.com/more", "kind", "OTHER"))
            .post("/competitors/" + id + "/sources")
            .then();
    // Then
    answer.statusCode(422).body("type", equalTo("urn:ciq:problem:too-many-sources"));
  }

  @Test
  void listsArePagedWithoutGapsAndFiltered() {
    // Given
    for (int i = 0; i < 5; i++) {
      api.track("page" + i + ".com");
    }
    // When
    List<String> domains = new ArrayList<>();
    String cursor = "";
    while (cursor != null) {
      var page =
          api.request().get("/competitors?q=PAGE&limit=2&cursor=" + cursor).then().statusCode(200);
      domains.addAll(page.extract().path("items.domain"));
      cursor = page.extract().path("nextCursor");
    }
    // Then
    assertThat(domains)
        .containsExactly("page4.com", "page3.com", "page2.com", "page1.com", "page0.com");
    api.request().get("/competitors?q=page3").then().body("items", hasSize(1));
    api.request().get("/competitors?q=%25").then().body("items", hasSize(0));
    api.request().get("/competitors?cursor=forged").then().statusCode(400);
    api.request().get("/competitors?limit=201").then().statusCode(400);
  }

  @Test
  void aSuggestionNeedsItsDiscovery() {
    api.request()
        .body(Map.of("url", "s.com", "sources", List.of(Map.of("suggestionId", UUID.randomUUID()))))
        .post("/competitors")
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:ciq:problem:suggestion-not-found"))
        .body("errors", nullValue());
  }
}
