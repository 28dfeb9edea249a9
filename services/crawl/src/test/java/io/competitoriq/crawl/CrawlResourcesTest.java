package io.competitoriq.crawl;

import static io.competitoriq.crawl.Collecting.again;
import static io.competitoriq.crawl.Collecting.job;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.competitoriq.http.Ids;
import io.competitoriq.jobs.Job;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.TestTokens;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithEmbeddedServers("crawl")
class CrawlResourcesTest {
  private static final String TEXT = "The Team plan costs 29 € per seat and month.";

  @Inject Collecting collecting;
  @Inject WorkspaceTransactions transactions;
  private TestSite site;
  private Job<CollectSource> job;

  @BeforeEach
  void visitTwice() {
    site = new TestSite().page("/pricing", TEXT);
    job = job(site.url("/pricing"));
    collecting.run(job);
    collecting.run(again(job));
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void visitsAreListedTheNewestFirstPageByPage() {
    // When
    String cursor =
        as(job.workspaceId())
            .queryParam("sourceId", job.payload().sourceId())
            .queryParam("limit", 1)
            .get("/visits")
            .then()
            .statusCode(200)
            .body("items", hasSize(1))
            .body("items[0].outcome", equalTo("UNCHANGED"))
            .body("items[0].snapshotId", nullValue())
            .extract()
            .path("nextCursor");
    // Then
    as(job.workspaceId())
        .queryParam("competitorId", job.payload().competitorId())
        .queryParam("cursor", cursor)
        .get("/visits")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].outcome", equalTo("STORED"))
        .body("items[0].snapshotId", notNullValue())
        .body("items[0].startedAt", containsString("T"))
        .body("nextCursor", nullValue());
  }

  @Test
  void snapshotTellsWhatWasFetchedAndItsBodyIsHarmless() {
    // Given
    String id =
        as(job.workspaceId())
            .queryParam("sourceId", job.payload().sourceId())
            .get("/snapshots")
            .then()
            .statusCode(200)
            .body("items", hasSize(1))
            .extract()
            .path("items[0].id");
    // Then
    as(job.workspaceId())
        .get("/snapshots/" + id)
        .then()
        .statusCode(200)
        .body("finalUrl", equalTo(site.url("/pricing").toString()))
        .body("contentType", equalTo("text/html"))
        .body("charset", equalTo("UTF-8"))
        .body("collector", equalTo("BUILTIN"))
        .body("headers.'content-type'", startsWith("text/html"));
    as(job.workspaceId())
        .get("/snapshots/" + id + "/body")
        .then()
        .statusCode(200)
        .contentType(startsWith("text/plain"))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Disposition", startsWith("attachment"))
        .body(containsString("29 €"));
  }

  @Test
  void healthCountsTheLastDay() {
    // Given
    site.serve("/pricing", request -> request.response().setStatusCode(403).end());
    collecting.run(again(job));
    // Then
    as(job.workspaceId())
        .queryParam("competitorId", job.payload().competitorId())
        .get("/visits/health")
        .then()
        .statusCode(200)
        .body("", hasSize(1))
        .body("[0].sourceId", equalTo(job.payload().sourceId().toString()))
        .body("[0].lastOutcome", equalTo("BLOCKED"))
        .body("[0].visits24h", equalTo(3))
        .body("[0].failures24h", equalTo(1))
        .body("[0].lastOkAt", notNullValue());
    as(job.workspaceId())
        .contentType("application/json")
        .body(List.of(job.payload().sourceId(), Ids.next()))
        .post("/source-healths")
        .then()
        .statusCode(200)
        .body("", hasSize(1))
        .body("[0].visits24h", equalTo(3));
    as(job.workspaceId())
        .get("/visit-tally")
        .then()
        .statusCode(200)
        .body("visits24h", equalTo(3))
        .body("lastVisitAt", notNullValue());
  }

  @Test
  void anotherWorkspaceSeesNothing() {
    // Given
    UUID stranger = Ids.next();
    String snapshot = as(job.workspaceId()).get("/snapshots").then().extract().path("items[0].id");
    // Then
    as(stranger).get("/visits").then().statusCode(200).body("items", hasSize(0));
    as(stranger).get("/visits/health").then().statusCode(200).body("", hasSize(0));
    as(stranger).get("/visit-tally").then().body("visits24h", equalTo(0));
    as(stranger)
        .contentType("application/json")
        .body(List.of(job.payload().sourceId()))
        .post("/source-healths")
        .then()
        .body("", hasSize(0));
    as(stranger).get("/snapshots").then().statusCode(200).body("items", hasSize(0));
    as(stranger).get("/snapshots/" + snapshot).then().statusCode(404);
    as(stranger).get("/snapshots/" + snapshot + "/body").then().statusCode(404);
  }

  @Test
  void missingSnapshotIsAProblem() {
    as(job.workspaceId())
        .get("/snapshots/" + Ids.next())
        .then()
        .statusCode(404)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ciq:problem:snapshot-not-found"));
  }

  @Test
  void bodyThatARestoreLeftOutIsAProblem() {
    // Given
    String id = as(job.workspaceId()).get("/snapshots").then().extract().path("items[0].id");
    TestDatabase.execute(
        "delete from blobs.blob where sha256 ="
            + " (select body_sha256 from crawl.snapshot where id = '"
            + id
            + "')");
    // Then
    as(job.workspaceId())
        .get("/snapshots/" + id + "/body")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:ciq:problem:snapshot-body-missing"));
  }

  @Test
  void limitAndCursorAreChecked() {
    as(job.workspaceId()).queryParam("limit", 0).get("/visits").then().statusCode(400);
    as(job.workspaceId()).queryParam("cursor", "forged").get("/visits").then().statusCode(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/visits", "/visits/health", "/visit-tally", "/snapshots", "/snapshots/x/body"})
  void nobodyGetsInWithoutAToken(String path) {
    given().get(path).then().statusCode(401).contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "update snapshot set charset = 'x'",
        "delete from snapshot",
        "update visit set reason = 'x'"
      })
  void evidenceCannotBeRewritten(String sql) {
    assertThatThrownBy(
            () ->
                transactions
                    .in(job.workspaceId(), tx -> tx.createNativeQuery(sql).executeUpdate())
                    .await()
                    .atMost(Duration.ofSeconds(10)))
        .hasStackTraceContaining("permission denied");
    assertThat(Collecting.snapshots(job)).isOne();
  }

  private static RequestSpecification as(UUID workspace) {
    return given().header("Authorization", TestTokens.bearer(workspace, "viewer"));
  }
}
