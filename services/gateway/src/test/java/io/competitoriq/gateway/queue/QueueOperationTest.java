package io.competitoriq.gateway.queue;

import static io.competitoriq.gateway.queue.LedgerRows.QUEUE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Queues and workers as a queue admin steers them.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class QueueOperationTest {

  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
    LedgerRows.clear();
  }

  @ParameterizedTest
  @CsvSource({
    "GET, queues",
    "GET, queues/crawl-jobs",
    "POST, queues/crawl-jobs/pause",
    "POST, queues/crawl-jobs/resume",
    "POST, queues/crawl-jobs/drain",
    "DELETE, queues/crawl-jobs/drain",
    "PATCH, queues/crawl-jobs",
    "GET, queues/crawl-jobs/jobs",
    "GET, queues/crawl-jobs/events",
    "POST, queues/crawl-jobs/dead/redrive",
    "POST, queues/crawl-jobs/dead/purge",
    "GET, jobs/1",
    "POST, jobs/1/retry",
    "POST, jobs/1/cancel",
    "POST, jobs/1/promote",
    "GET, workers",
    "POST, workers/018f0000-0000-7000-8000-000000000001/drain",
    "DELETE, workers/018f0000-0000-7000-8000-000000000001/drain",
    "GET, queue-admins",
    "PUT, queue-admins/ada@example.com",
    "DELETE, queue-admins/ada@example.com"
  })
  void onlyQueueAdminsGetIn(String method, String path) {
    Installation.own()
        .body("{}")
        .request(method, "/api/v1/" + path)
        .then()
        .statusCode(401)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ciq:problem:sign-in-required"));

    TestDatabase.execute("update gateway.account set queue_admin = false");

    owner()
        .body("{}")
        .request(method, "/api/v1/" + path)
        .then()
        .statusCode(403)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ciq:problem:queue-admin-required"))
        .body(
            "detail", allOf(containsString("whole installation"), containsString("can grant it")));
  }

  @Test
  void theQueuesOfTheProductAreListedWithTheirState() {
    LedgerRows.queued();
    LedgerRows.running();
    LedgerRows.dead("poison");

    owner()
        .get("/api/v1/queues")
        .then()
        .statusCode(200)
        .body(
            "items.queue",
            hasItems(
                "analysis-jobs", "crawl-jobs", "discovery-jobs", "process-jobs", "signal-jobs"));
    owner()
        .get("/api/v1/queues/" + QUEUE)
        .then()
        .statusCode(200)
        .body("depth.delayed", equalTo(1))
        .body("depth.inflight", equalTo(1))
        .body("depth.dead", equalTo(1))
        .body("mode", equalTo("idle"))
        .body("limiter.limit", equalTo(100))
        .body("settings.limit.origin", equalTo("configuration"));
  }

  @Test
  void anUnknownQueueIsToldWithTheNamesThereAre() {
    owner()
        .get("/api/v1/queues/crawl")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:ciq:problem:queue-unknown"))
        .body("detail", containsString("analysis-jobs, crawl-jobs, discovery-jobs"));
    owner().post("/api/v1/queues/crawl/pause").then().statusCode(404);
  }

  @Test
  void aPauseIsOnRecordWithWhoAndWhat() {
    owner()
        .post("/api/v1/queues/crawl-jobs/pause")
        .then()
        .statusCode(200)
        .body("paused", equalTo(true));
    owner()
        .post("/api/v1/queues/crawl-jobs/resume")
        .then()
        .statusCode(200)
        .body("paused", equalTo(false));

    assertThat(trail("QUEUE_PAUSED"))
        .isEqualTo(
            "ada@example.com: queue crawl-jobs:"
                + " {\"paused\":false,\"draining\":false,\"settings\":{}} ->"
                + " {\"paused\":true,\"draining\":false,\"settings\":{}}");
    assertThat(trail("QUEUE_RESUMED"))
        .endsWith("{\"paused\":false,\"draining\":false,\"settings\":{}}");
  }

  @Test
  void aDrainIsUndoneByDeletingIt() {
    owner().post("/api/v1/queues/crawl-jobs/drain").then().body("draining", equalTo(true));
    owner().delete("/api/v1/queues/crawl-jobs/drain").then().body("draining", equalTo(false));

    assertThat(trail("QUEUE_DRAINED")).contains("\"draining\":true");
    assertThat(trail("QUEUE_REOPENED")).endsWith("\"draining\":false,\"settings\":{}}");
  }

  @Test
  void settingsAreChangedAndGivenBack() {
    owner()
        .body("{\"limit\": 250, \"timeoutSeconds\": 90.5}")
        .patch("/api/v1/queues/crawl-jobs")
        .then()
        .statusCode(200)
        .body("settings.limit.value", equalTo(250.0f))
        .body("settings.limit.origin", equalTo("operator"))
        .body("settings.limit.configured", equalTo(100.0f))
        .body("settings.timeoutSeconds.value", equalTo(90.5f))
        .body("settings.slots.origin", equalTo("configuration"));

    owner()
        .body("{\"limit\": null}")
        .patch("/api/v1/queues/crawl-jobs")
        .then()
        .body("settings.limit.value", equalTo(100.0f))
        .body("settings.timeoutSeconds.origin", equalTo("operator"));

    assertThat(trail("QUEUE_SETTINGS_CHANGED")).contains("\"limit\":250.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"slots\": 0}         | slots | slots must be between 1 and 1000, not 0.",
        "{\"limit\": \"many\"}  | limit | must be a number",
        "{\"speed\": 9}         | speed | is no setting that can be changed; there are slots, limit",
        "{}                     | body  | Name at least one setting"
      })
  void aSettingThatCannotBeIsRefusedWithASentence(String body, String field, String sentence) {
    owner()
        .body(body)
        .patch("/api/v1/queues/crawl-jobs")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("errors.field", hasItem(field))
        .body("detail", containsString(sentence));
    assertThat(TestDatabase.queryLong("select count(*) from jobs.queue_state")).isZero();
  }

  @Test
  void somethingElseThanAnObjectIsNoSettings() {
    owner().body("[1]").patch("/api/v1/queues/crawl-jobs").then().statusCode(400);
  }

  @Test
  void aWorkerIsDrainedAndResumed() {
    UUID id = LedgerRows.worker();

    owner()
        .get("/api/v1/workers")
        .then()
        .statusCode(200)
        .body("items[0].service", equalTo("crawl"))
        .body("items[0].queues", hasItem("crawl-jobs"))
        .body("items[0].lost", equalTo(false));
    owner()
        .post("/api/v1/workers/" + id + "/drain")
        .then()
        .statusCode(200)
        .body("draining", equalTo(true));
    owner().get("/api/v1/queues/crawl-jobs").then().body("workers.draining", equalTo(1));
    owner()
        .delete("/api/v1/workers/" + id + "/drain")
        .then()
        .statusCode(200)
        .body("draining", equalTo(false));

    assertThat(trail("WORKER_DRAINED"))
        .endsWith("worker " + id + ": {\"draining\":false} -> {\"draining\":true}");
    owner()
        .post("/api/v1/workers/" + UUID.randomUUID() + "/drain")
        .then()
        .statusCode(404)
        .body("detail", containsString("GET /api/v1/workers lists them"));
    owner().post("/api/v1/workers/nonsense/drain").then().statusCode(404);
  }

  @Test
  void theRoleIsGrantedAndRevokedButNeverTheLast() {
    TestDatabase.execute(
        """
        insert into gateway.account (id, email, name, password_hash)
        select gen_random_uuid(), 'bob@example.com', 'Bob', password_hash from gateway.account\
        """);

    owner()
        .put("/api/v1/queue-admins/Bob@example.com")
        .then()
        .statusCode(200)
        .body("items.email", hasItems("ada@example.com", "bob@example.com"));
    owner().delete("/api/v1/queue-admins/ada@example.com").then().statusCode(200);
    owner().get("/api/v1/queues").then().statusCode(403);

    assertThat(trail("QUEUE_ADMIN_GRANTED")).contains("account bob@example.com");
    TestDatabase.execute("update gateway.account set queue_admin = (email = 'ada@example.com')");
    owner()
        .delete("/api/v1/queue-admins/ada@example.com")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:ciq:problem:last-queue-admin"));
    owner().put("/api/v1/queue-admins/nobody@example.com").then().statusCode(404);
  }

  @Test
  void theSessionSaysWhetherItMayOperateTheQueues() {
    owner().get("/api/v1/session").then().body("member.queueAdmin", equalTo(true));
  }

  private RequestSpecification owner() {
    return installation.owner();
  }

  /// Who did what, from the trail.
  private static String trail(String action) {
    return (String)
        TestDatabase.queryOne(
            """
            select a.email || ': ' || e.subject || ': ' || e.state_before || ' -> ' || e.state_after
              from gateway.audit_entry e join gateway.account a on a.id = e.account_id
             where e.action = '%s' order by e.created_at limit 1\
            """
                .formatted(action));
  }
}
