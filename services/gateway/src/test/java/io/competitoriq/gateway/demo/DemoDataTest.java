package io.competitoriq.gateway.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.People;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// In these tests `crawl` is not there until a test brings it.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class DemoDataTest {

  private static final String DEMO = "/api/v1/demo-data";

  @Inject
  @ConfigProperty(name = "ciq.gateway.services.crawl")
  URI crawl;

  private final Vertx vertx = Vertx.vertx();
  private final List<String> heard = new CopyOnWriteArrayList<>();
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
  void itIsInAWorkspaceOfItsOwnThatEverythingHappensIn() throws Exception {
    // Given
    bringCrawl();
    installation
        .owner()
        .get(DEMO)
        .then()
        .statusCode(200)
        .body("state", equalTo("ABSENT"))
        .body("workspaceId", nullValue());
    // When
    String demo = add(installation.owner());
    // Then
    assertThat(add(installation.owner())).as("asked again").isEqualTo(demo);
    assertThat(heard).as("loaded once").hasSize(1);
    assertThat(heard.getFirst())
        .contains("kitebase.invalid", "lumen-analytics.invalid", "northwind-metrics.invalid");
    installation
        .owner()
        .get("/api/v1/session")
        .then()
        .body("workspace.id", equalTo(installation.workspaceId().toString()))
        .body("workspace.demo", equalTo(false));
    enter(installation.owner(), demo);
    installation
        .owner()
        .get("/api/v1/session")
        .then()
        .body("workspace.name", equalTo("Demo data"))
        .body("workspace.demo", equalTo(true))
        .body("member.role", equalTo("analyst"));
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from gateway.audit_entry where action = 'DEMO_DATA_ADDED' and"
                    + " workspace_id = '%s'".formatted(installation.workspaceId())))
        .isOne();
  }

  @Test
  void itsPagesAreBeingReadUntilTheyHaveBeen() throws Exception {
    bringCrawl();
    String demo = add(installation.owner());
    installation.owner().get(DEMO).then().body("state", equalTo("READY"));

    TestDatabase.execute(
        "insert into jobs.job (queue, kind, workspace_id, payload) values ('process-jobs',"
            + " 'process-snapshot', '%s', '{}')".formatted(demo));

    installation.owner().get(DEMO).then().body("state", equalTo("LOADING"));
  }

  @Test
  void oneClickRemovesItAndLeadsBack() throws Exception {
    // Given
    bringCrawl();
    String demo = add(installation.owner());
    enter(installation.owner(), demo);
    // When
    installation.owner().delete(DEMO).then().statusCode(204);
    // Then
    installation
        .owner()
        .get("/api/v1/session")
        .then()
        .body("workspace.id", equalTo(installation.workspaceId().toString()))
        .body("member.role", equalTo("owner"));
    installation.owner().get(DEMO).then().body("state", equalTo("ABSENT"));
    installation
        .owner()
        .get("/api/v1/account/workspaces")
        .then()
        .body("items.name", contains("Analysts"));
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from gateway.workspace_erasure where erase_after <= now() and"
                    + " workspace_id = '%s'".formatted(demo)))
        .isOne();
    installation.owner().delete(DEMO).then().statusCode(204);
    assertThat(add(installation.owner())).as("another one").isNotEqualTo(demo);
  }

  @ParameterizedTest
  @CsvSource({
    "POST, /api/v1/discoveries, 409",
    "POST, /api/v1/competitors, 409",
    "POST, /api/v1/sources/0198c0de-0000-7000-8000-000000000001/visits, 409",
    "POST, /api/v1/channels, 409",
    "POST, /api/v1/alert-rules, 409",
    "POST, /api/v1/digests, 409",
    "PUT, /api/v1/providers/apify/key, 409",
    "PUT, /api/v1/ai/switch, 409",
    "PUT, /api/v1/workspace/config, 409",
    "POST, /api/v1/signals/triage, 200",
    "GET, /api/v1/competitors, 200",
  })
  void nothingRealHappensThere(String method, String path, int status) throws Exception {
    bringCrawl();
    enter(installation.owner(), add(installation.owner()));

    var answer = installation.owner().body(Map.of()).request(method, path);

    answer.then().statusCode(status);
    if (status == 409) {
      answer.then().body("type", equalTo("urn:ciq:problem:demo-data"));
    }
  }

  @Test
  void whatWasNotLoadedIsNotThereAndCanBeAskedForAgain() throws Exception {
    installation
        .owner()
        .post(DEMO)
        .then()
        .statusCode(503)
        .body("type", equalTo("urn:ciq:problem:demo-unavailable"));
    installation.owner().get(DEMO).then().body("state", equalTo("ABSENT"));
    bringCrawl();

    add(installation.owner());

    assertThat(demos()).as("the one begun was finished").isOne();
  }

  @Test
  void everybodyLooksAroundForThemselves() throws Exception {
    // Given
    bringCrawl();
    People ben = People.join(installation, "ben@example.com", "VIEWER");
    String demo = add(ben.asks());
    // Then
    installation.owner().get(DEMO).then().body("state", equalTo("ABSENT"));
    installation
        .owner()
        .body(Map.of("workspaceId", demo))
        .post("/api/v1/session/workspace")
        .then()
        .statusCode(404);
    // When he is removed, and belongs nowhere else
    enter(ben.asks(), demo);
    installation.owner().delete("/api/v1/members/" + ben.memberId()).then().statusCode(204);
    // Then he may still look around, and when he leaves nothing is left
    ben.asks().delete(DEMO).then().statusCode(204);
    ben.asks().get("/api/v1/session").then().statusCode(401);
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from gateway.workspace_erasure where workspace_id = '%s'"
                    .formatted(demo)))
        .isOne();
  }

  private static long demos() {
    return TestDatabase.queryLong(
        "select count(*) from gateway.workspace where demo_home is not null");
  }

  private static String add(RequestSpecification by) {
    return by.post(DEMO).then().statusCode(200).extract().path("workspaceId");
  }

  private static void enter(RequestSpecification by, String workspace) {
    by.body(Map.of("workspaceId", workspace))
        .post("/api/v1/session/workspace")
        .then()
        .statusCode(204);
  }

  private void bringCrawl() throws Exception {
    vertx
        .createHttpServer()
        .requestHandler(this::answer)
        .listen(crawl.getPort(), "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }

  private void answer(HttpServerRequest request) {
    request
        .body()
        .onSuccess(
            body -> {
              heard.add(body.toString());
              request.response().setStatusCode(204).end();
            });
  }
}
