package io.competitoriq.competitors.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.competitoriq.competitors.Api;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("competitors")
class DemoCompetitorTest {

  private final Api api = Api.ofNewWorkspace();
  private final UUID competitor = UUID.randomUUID();
  private final UUID source = UUID.randomUUID();

  @Test
  void aCompanyThatDoesNotExistIsListedAndNeverVisited() {
    // When
    add("owner", "https://kitebase.invalid/pricing").then().statusCode(204);
    add("owner", "https://kitebase.invalid/pricing").then().statusCode(204);
    // Then
    api.request()
        .get("/competitors")
        .then()
        .body("items", hasSize(1))
        .body("items[0].id", equalTo(competitor.toString()))
        .body("items[0].domain", equalTo("kitebase.invalid"))
        .body("items[0].tags", contains("tier 1"))
        .body("items[0].createdAt", startsWith("2026-08-29"));
    api.request()
        .get("/competitors/" + competitor + "/sources")
        .then()
        .body("items", hasSize(1))
        .body("items[0].paused", equalTo(true))
        .body("items[0].schedule.interval", equalTo("PT6H"))
        .body("items[0].lastVisitAt", startsWith("2026-11-26"));
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from competitors.due_source(1000, now() + interval '1 year') where"
                    + " source_id = '%s'".formatted(source)))
        .isZero();
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from jobs.job where workspace_id = '%s'"
                    .formatted(api.workspace())))
        .isZero();
  }

  @Test
  void nothingRealComesInThisWay() {
    add("owner", "https://example.com/pricing")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:ciq:problem:not-demo"));
    add("admin", "https://kitebase.invalid/pricing").then().statusCode(403);

    api.request().get("/competitors").then().body("items", hasSize(0));
  }

  private Response add(String role, String page) {
    Map<String, Object> pricing =
        Map.of(
            "id",
            source,
            "kind",
            "PRICING",
            "url",
            page,
            "title",
            "Pricing",
            "intervalMs",
            21_600_000,
            "lastVisitAt",
            "2026-11-26T06:00:00Z");
    Map<String, Object> kitebase =
        Map.of(
            "id", competitor,
            "name", "Kitebase",
            "url", "https://kitebase.invalid/",
            "description", "Product analytics.",
            "tags", List.of("tier 1"),
            "createdAt", "2026-08-29T06:00:00Z",
            "sources", List.of(pricing));
    return api.as(role).request().body(List.of(kitebase)).put("/workspace/demo-competitors");
  }
}
