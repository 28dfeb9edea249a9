package io.competitoriq.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.gateway.FakeServices;
import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// In these tests `crawl` is not there.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class ViewsTest {

  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
  }

  @Test
  void signalsCarryTheNameOfTheirCompetitor() {
    installation
        .owner()
        .get("/api/v1/signals?category=PRICING&category=NEWS&limit=2")
        .then()
        .statusCode(200)
        .body("items.competitor.name", contains("BrightDesk", "Archived Inc"))
        .body("query", containsString("category=PRICING&category=NEWS"))
        .body("partial", empty());
  }

  @Test
  void aSearchReachesAnalysisAsItWasTyped() {
    installation
        .owner()
        .urlEncodingEnabled(false)
        .get("/api/v1/signals?q=50%25%20%26%20%7Bmore%7D%2B%C3%A9")
        .then()
        .statusCode(200)
        .body("q", equalTo("50% & {more}+é"));
  }

  @Test
  void oneSignalCarriesTheNameAndItsVersion() {
    installation
        .owner()
        .get("/api/v1/signals/" + FakeServices.SIGNAL)
        .then()
        .statusCode(200)
        .header("ETag", "\"7\"")
        .body("competitor.name", equalTo("BrightDesk"));
  }

  @Test
  void commentIsHandedOverWithTheNameOfItsAuthorAndTheAddressesOfThoseItNames() {
    String me = installation.owner().get("/api/v1/members").then().extract().path("me");
    String told =
        installation
            .owner()
            .body(Map.of("body", "Look", "mentions", List.of(me, FakeServices.SIGNAL), "tell", "x"))
            .contentType("application/json")
            .post("/api/v1/signals/" + FakeServices.COMPETITOR + "/comments")
            .then()
            .statusCode(201)
            .extract()
            .path("body");

    // Nobody is told of their own words, and nobody outside the workspace of anything.
    assertThat(told).contains("\"body\":\"Look\"", "\"tell\":[]").doesNotContain("Somebody");
    installation
        .owner()
        .body(Map.of("body", "Look"))
        .contentType("application/json")
        .post("/api/v1/signals/" + FakeServices.UNKNOWN + "/comments")
        .then()
        .statusCode(404);
  }

  @Test
  void anUnknownSignalIsTheServicesOwn404() {
    installation
        .owner()
        .get("/api/v1/signals/" + FakeServices.UNKNOWN)
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ciq:problem:signal-not-found"));
  }

  @Test
  void countsOfSignalsAreTheServicesOwn() {
    installation.owner().get("/api/v1/signals/counts").then().body("triage.NEW", equalTo(2));
  }

  @Test
  void aCompetitorsPageIsWholeButForTheServiceThatIsAway() {
    installation
        .owner()
        .get("/api/v1/competitors/" + FakeServices.COMPETITOR + "/overview")
        .then()
        .statusCode(200)
        .body("competitor.name", equalTo("BrightDesk"))
        .body("sources", hasSize(1))
        .body("sources[0].health", nullValue())
        .body("counts.documents", equalTo(3))
        .body("plans.kind", containsInAnyOrder("PLAN", "PRICE"))
        .body("posts.kind", contains("POST"))
        .body("latestSignals.competitor.name", hasItem("BrightDesk"))
        .body("watchingSince", equalTo("2026-11-01T00:00:00Z"))
        .body("nextVisitAt", equalTo("2026-11-24T06:00:00Z"))
        .body("partial.part", contains("health"))
        .body("partial[0].reason", equalTo("The crawl service is not available."));
  }

  @Test
  void servicesThatHangMakeThePagePartialWithinASecond() {
    warmUp();

    Response response =
        installation.owner().get("/api/v1/competitors/" + FakeServices.SLOW + "/overview");

    response
        .then()
        .statusCode(200)
        .body("competitor", nullValue())
        .body("partial.part", hasItem("counts"))
        .body("partial.reason", hasItem("The process service did not answer in time."));
    assertThat(response.time()).isLessThan(2000);
  }

  @Test
  void theWorkspaceAtAGlanceSaysWhatItDoesNotKnow() {
    installation
        .owner()
        .get("/api/v1/overview")
        .then()
        .statusCode(200)
        .body("counts.triage.NEW", equalTo(2))
        .body("competitors", equalTo(1))
        .body("nextVisitAt", equalTo("2026-11-24T06:00:00Z"))
        .body("visits24h", nullValue())
        .body("partial.part", contains("health"));
  }

  @Test
  void sourcesWhoseVisitsNobodyTellsHaveNoStateButTheirPause() {
    installation
        .owner()
        .get("/api/v1/competitors/" + FakeServices.ARCHIVED + "/sources")
        .then()
        .statusCode(200)
        .body("items.health", everyItem(nullValue()))
        .body("items[0].condition", nullValue())
        .body("items[3].condition.state", equalTo("PAUSED"))
        .body("partial.part", contains("health"))
        .body("partial[0].reason", equalTo("The crawl service is not available."));
  }

  @Test
  void anUnknownSourceIsTheServicesOwn404() {
    installation
        .owner()
        .get("/api/v1/sources/" + FakeServices.UNKNOWN)
        .then()
        .statusCode(404)
        .contentType("application/problem+json");
  }

  /// The first read of a process loads classes; what is measured is the wait for a service.
  private void warmUp() {
    installation.owner().get("/api/v1/competitors/" + FakeServices.COMPETITOR + "/overview");
  }
}
