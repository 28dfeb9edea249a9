package io.competitoriq.competitors.competitor;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.competitors.Api;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What the gateway joins: names and numbers, of this workspace only.
@QuarkusTest
@WithEmbeddedServers("competitors")
class WatchedResourceTest {

  private final Api api = Api.ofNewWorkspace();

  @Test
  void namesAreGivenOfArchivedCompetitorsTooAndOfNoOtherWorkspace() {
    String id = track("acme.com");
    api.request().delete("/competitors/" + id).then().statusCode(204);
    String foreign =
        Api.ofNewWorkspace()
            .request()
            .body(Map.of("url", "foreign.com", "sources", List.of()))
            .post("/competitors")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    api.request()
        .body(List.of(id, foreign, UUID.randomUUID()))
        .post("/competitor-names")
        .then()
        .statusCode(200)
        .body("", hasSize(1))
        .body("id", contains(id))
        .body("name", contains("Acme"));
  }

  @Test
  void theTallyCountsWhatIsWatchedNow() {
    api.request()
        .get("/watch-tally")
        .then()
        .body("competitors", equalTo(0))
        .body("nextVisitAt", nullValue());
    track("acme.com");
    String archived = track("gone.com");
    api.request().delete("/competitors/" + archived).then().statusCode(204);

    api.request()
        .get("/watch-tally")
        .then()
        .statusCode(200)
        .body("competitors", equalTo(1))
        .body("nextVisitAt", notNullValue());
  }

  @Test
  void aWatchedCompetitorComesWithItsSourcesAndNobodyElsesDoes() {
    String id = track("acme.com");

    api.request()
        .get("/watched-competitors/" + id)
        .then()
        .statusCode(200)
        .body("competitor.name", equalTo("Acme"))
        .body("competitor.sourceCount", equalTo(1))
        .body("sources.kind", contains("PRICING"));
    Api.ofNewWorkspace().request().get("/watched-competitors/" + id).then().statusCode(404);
  }

  @Test
  void theSourcesOfACompetitorWithoutAnyAreNoneAndOfAnArchivedOneNotFound() {
    String id =
        api.request()
            .body(Map.of("url", "bare.com", "sources", List.of()))
            .post("/competitors")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    api.request()
        .get("/competitors/" + id + "/sources")
        .then()
        .statusCode(200)
        .body("items", hasSize(0));
    String archived = track("gone.com");
    api.request().delete("/competitors/" + archived).then().statusCode(204);

    api.request().get("/competitors/" + archived + "/sources").then().statusCode(404);
  }

  private String track(String domain) {
    return api.request()
        .body(
            Map.of(
                "url",
                domain,
                "sources",
                List.of(Map.of("url", domain + "/pricing", "kind", "PRICING"))))
        .post("/competitors")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }
}
