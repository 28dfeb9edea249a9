package io.competitoriq.gateway.erasure;

import static io.competitoriq.gateway.Installation.signIn;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.gateway.FakeRows;
import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.People;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// In these tests `crawl` is not there until a test brings it.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class WorkspaceErasureTest {

  private static final String ERASURE = "/api/v1/workspace/erasure";

  @Inject ErasureSweep sweep;

  @Inject
  @ConfigProperty(name = "ciq.gateway.services.crawl")
  URI crawl;

  private final Vertx vertx = Vertx.vertx();
  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void setUp() {
    TestDatabase.execute("truncate gateway.workspace_erasure, jobs.job, jobs.job_batch");
    installation = Installation.fresh();
  }

  @AfterEach
  void crawlIsAwayAgain() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void aClosedWorkspaceIsOpenForNothingButTheWayBack() {
    // Given
    People ben = People.join(installation, "ben@example.com", "ADMIN");
    String key =
        installation
            .owner()
            .body(Map.of("name", "reader", "scope", "READ"))
            .post("/api/v1/api-keys")
            .path("secret");
    long job = enqueue(installation.workspaceId());
    // When
    close(installation.owner(), "Analysts", Installation.PASSWORD).then().statusCode(204);
    look();
    // Then
    installation.owner().get("/api/v1/members").then().statusCode(403);
    ben.asks()
        .get("/api/v1/signals")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:ciq:problem:workspace-closed"));
    given().header("Authorization", "Bearer " + key).get("/api/v1/signals").then().statusCode(403);
    ben.asks().get("/api/v1/session").then().body("workspace.closed", equalTo(true));
    ben.asks().get(ERASURE).then().statusCode(200).body("erasure.state", equalTo("CLOSED"));
    ben.asks().delete(ERASURE).then().statusCode(403);
    assertThat(years(job)).as("years until the job may begin").isGreaterThan(90);
    // When
    installation.owner().delete(ERASURE).then().statusCode(204);
    // Then
    installation.owner().get("/api/v1/members").then().statusCode(200);
    installation.owner().get(ERASURE).then().body("erasure", nullValue());
    later();
    look();
    assertThat(years(job)).isLessThan(1);
    assertThat(TestDatabase.queryLong("select count(*) from gateway.workspace_erasure")).isZero();
    installation.owner().delete(ERASURE).then().statusCode(409);
  }

  @Test
  void itTakesAnOwnerTheNameAndThePassword() {
    People ben = People.join(installation, "ben@example.com", "ADMIN");

    close(ben.asks(), "Analysts", People.PASSWORD).then().statusCode(403);
    close(installation.owner(), "Analyst", Installation.PASSWORD)
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("name"));
    close(installation.owner(), "Analysts", "not the password")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("password"));
    close(installation.owner(), "Analysts", Installation.PASSWORD).then().statusCode(204);
    close(installation.owner(), "Analysts", Installation.PASSWORD)
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:ciq:problem:workspace-closed"));
  }

  @Test
  void whatStopsHalfWayIsToldAndGoneOnWith() throws Exception {
    // Given
    People.join(installation, "ben@example.com", "VIEWER");
    UUID other = otherWorkspaceOfBen();
    enqueue(installation.workspaceId());
    enqueue(other);
    close(installation.owner(), "Analysts", Installation.PASSWORD).then().statusCode(204);
    due();
    // When crawl is away
    look();
    // Then
    installation
        .owner()
        .get(ERASURE)
        .then()
        .body("erasure.state", equalTo("ERASING"))
        .body("erasure.step", equalTo("competitors"))
        .body("erasure.deletedRows", equalTo(1 + FakeRows.ROWS))
        .body("erasure.trouble", containsString("onnect"));
    installation.owner().delete(ERASURE).then().statusCode(409);
    // When it is back
    bringCrawl();
    later();
    look();
    // Then
    assertThat(TestDatabase.queryLong(receipt("state = 'ERASED' and deleted >= 13"))).isEqualTo(1);
    assertThat(EveryColumn.holding("gateway", installation.workspaceId().toString()))
        .containsExactlyInAnyOrder(
            "gateway.audit_entry.subject", "gateway.workspace_erasure.workspace_id");
    assertThat(EveryColumn.holding("jobs", installation.workspaceId().toString())).isEmpty();
    assertThat(EveryColumn.holding("gateway", Installation.EMAIL)).isEmpty();
    signIn(Installation.EMAIL, Installation.PASSWORD).then().statusCode(401);
    assertThat(EveryColumn.holding("jobs", other.toString())).isNotEmpty();
    signIn("ben@example.com", People.PASSWORD)
        .then()
        .statusCode(200)
        .body("workspace.name", equalTo("Research"));
    later();
    look();
    assertThat(TestDatabase.queryLong(receipt("true"))).isEqualTo(1);
  }

  @Test
  void aGatewayThatDiedKeepsNobodyFromGoingOn() throws Exception {
    // Given
    bringCrawl();
    close(installation.owner(), "Analysts", Installation.PASSWORD).then().statusCode(204);
    due();
    TestDatabase.execute(
        "update gateway.workspace_erasure set state = 'ERASING', held_until = now() + interval '1 hour'");
    look();
    installation.owner().get(ERASURE).then().body("erasure.step", nullValue());
    // When
    later();
    look();
    // Then
    assertThat(TestDatabase.queryLong(receipt("state = 'ERASED'"))).isEqualTo(1);
  }

  @Test
  void aRunningJobIsAskedToStopAndWaitedFor() throws Exception {
    // Given
    bringCrawl();
    long job = enqueue(installation.workspaceId());
    TestDatabase.execute("update jobs.job set state = 1 where id = " + job);
    close(installation.owner(), "Analysts", Installation.PASSWORD).then().statusCode(204);
    due();
    // When
    look();
    // Then
    installation.owner().get(ERASURE).then().body("erasure.trouble", notNullValue());
    assertThat(TestDatabase.queryLong("select count(*) from jobs.job where cancel")).isEqualTo(1);
    // When
    TestDatabase.execute("update jobs.job set state = 4, finished_at = now()");
    later();
    look();
    // Then
    assertThat(TestDatabase.queryLong(receipt("state = 'ERASED'"))).isEqualTo(1);
    assertThat(TestDatabase.queryLong("select count(*) from jobs.job")).isZero();
  }

  @Test
  void whoElseOnlyLooksAroundGoesWithTheWorkspace() throws Exception {
    // Given
    bringCrawl();
    String demo =
        installation.owner().post("/api/v1/demo-data").then().extract().path("workspaceId");
    close(installation.owner(), "Analysts", Installation.PASSWORD).then().statusCode(204);
    due();
    // When
    look();
    later();
    look();
    // Then
    assertThat(TestDatabase.queryLong(receipt("state = 'ERASED'"))).isEqualTo(2);
    assertThat(EveryColumn.holding("gateway", Installation.EMAIL)).isEmpty();
    assertThat(EveryColumn.holding("gateway", demo))
        .containsExactlyInAnyOrder(
            "gateway.audit_entry.subject", "gateway.workspace_erasure.workspace_id");
  }

  private void look() {
    sweep.look().await().atMost(Duration.ofSeconds(30));
  }

  private static void due() {
    TestDatabase.execute(
        "update gateway.workspace_erasure set asked_at = now() - interval '8 days', erase_after = now()");
  }

  private static void later() {
    TestDatabase.execute("update gateway.workspace_erasure set held_until = '-infinity'");
  }

  private static String receipt(String where) {
    return "select count(*) from gateway.workspace_erasure where " + where;
  }

  private static long enqueue(UUID workspaceId) {
    TestDatabase.execute(
        """
        insert into jobs.job (queue, kind, workspace_id, payload) values ('crawl-jobs', 'test', '%s', '{}')\
        """
            .formatted(workspaceId));
    return TestDatabase.queryLong("select max(id) from jobs.job");
  }

  private static long years(long job) {
    return TestDatabase.queryLong(
        "select (extract(epoch from run_at - now()) / 31557600)::bigint from jobs.job where id = "
            + job);
  }

  private UUID otherWorkspaceOfBen() {
    UUID other = UUID.randomUUID();
    TestDatabase.execute(
        """
        insert into gateway.workspace (id, name) values ('%1$s', 'Research');
        insert into gateway.member (id, workspace_id, account_id, role)
          select gen_random_uuid(), '%1$s', id, 'OWNER' from gateway.account where email = 'ben@example.com';
        update gateway.account set queue_admin = true where email = 'ben@example.com'\
        """
            .formatted(other));
    return other;
  }

  private void bringCrawl() throws Exception {
    var rows = new FakeRows();
    vertx
        .createHttpServer()
        .requestHandler(request -> rows.answer("crawl", request))
        .listen(crawl.getPort(), "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  private static Response close(RequestSpecification by, String name, String password) {
    return by.body(Map.of("name", name, "password", password)).delete("/api/v1/workspace");
  }
}
