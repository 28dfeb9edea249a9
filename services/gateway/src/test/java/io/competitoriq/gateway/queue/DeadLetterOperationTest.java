package io.competitoriq.gateway.queue;

import static io.competitoriq.gateway.queue.LedgerRows.trails;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Dead letters by filter, counted first and then redriven or purged.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class DeadLetterOperationTest {

  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
    LedgerRows.clear();
  }

  @Test
  void aDryRunChangesNothingAndCountsLikeTheRealOne() {
    long letter = LedgerRows.dead("exhausted");
    LedgerRows.deadWithKey("same");
    LedgerRows.queuedWithKey("same");
    LedgerRows.dead("poison");
    String filter = "\"filter\": {\"reason\": \"exhausted\"}";

    redrive("{%s, \"dryRun\": true}".formatted(filter))
        .then()
        .statusCode(200)
        .body("matched", equalTo(2))
        .body("done", equalTo(1))
        .body("duplicates", equalTo(1))
        .body("sample.id", hasItem((int) letter));
    assertThat(LedgerRows.state(letter)).isEqualTo(3);
    assertThat(trails("DEAD_LETTERS_REDRIVEN")).isEmpty();

    redrive("{%s}".formatted(filter))
        .then()
        .statusCode(200)
        .body("dryRun", equalTo(false))
        .body("matched", equalTo(2))
        .body("done", equalTo(1))
        .body("duplicates", equalTo(1));
    assertThat(LedgerRows.state(letter)).isZero();
    assertThat(trails("DEAD_LETTERS_REDRIVEN")).singleElement().asString().contains("\"done\":1");
  }

  @Test
  void aJobEnqueuedAtTheSameMomentMakesItsLetterADuplicateNotAnError() throws Exception {
    LedgerRows.deadWithKey("race");
    try (var rival = TestDatabase.admin();
        var statement = rival.createStatement()) {
      rival.setAutoCommit(false);
      statement.execute(
          """
          insert into jobs.job (queue, kind, workspace_id, payload, dedup)
          values ('crawl-jobs', 'collect-source', gen_random_uuid(), '{}', 'race')
          """);

      var redriving = CompletableFuture.supplyAsync(() -> redrive("{}"));
      await()
          .atMost(10, SECONDS)
          .until(
              () -> TestDatabase.queryLong("select count(*) from pg_locks where not granted") > 0);
      rival.commit();

      redriving
          .get(20, SECONDS)
          .then()
          .statusCode(200)
          .body("done", equalTo(0))
          .body("duplicates", equalTo(1));
    }
  }

  @Test
  void aPurgeDeletesWhatItsDryRunCounted() {
    LedgerRows.dead("poison");
    LedgerRows.dead("poison");
    LedgerRows.dead("discarded");

    purge("{\"filter\": {\"reason\": \"poison\"}, \"dryRun\": true}")
        .then()
        .body("done", equalTo(2));
    purge("{\"filter\": {\"reason\": \"poison\", \"olderThanSeconds\": 7200}}")
        .then()
        .body("done", equalTo(0));
    purge("{\"filter\": {\"reason\": \"poison\"}}").then().statusCode(200).body("done", equalTo(2));

    installation.owner().get("/api/v1/queues/crawl-jobs").then().body("depth.dead", equalTo(1));
    assertThat(trails("DEAD_LETTERS_PURGED")).hasSize(2);
  }

  @Test
  void aMisspeltFilterDoesNotWidenAPurge() {
    LedgerRows.dead("poison");

    purge("{\"filter\": {\"raeson\": \"poison\"}}")
        .then()
        .statusCode(422)
        .body("detail", containsString("raeson is no filter; there are kind, reason"));
    purge("{\"filter\": {\"reason\": \"bad\"}}").then().statusCode(422);
    purge("{\"filter\": {\"workspaceId\": \"w\"}}").then().statusCode(422);
    purge("{\"filter\": {\"olderThanSeconds\": -1}}").then().statusCode(422);

    installation.owner().get("/api/v1/queues/crawl-jobs").then().body("depth.dead", equalTo(1));
  }

  private Response redrive(String body) {
    return installation.owner().body(body).post("/api/v1/queues/crawl-jobs/dead/redrive");
  }

  private Response purge(String body) {
    return installation.owner().body(body).post("/api/v1/queues/crawl-jobs/dead/purge");
  }
}
