package io.competitoriq.crawl;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.crawl.standin.ApifyStandIn;
import io.competitoriq.crawl.standin.ApifyStandIn.RunPlan;
import io.competitoriq.crawl.standin.WithStandIns;
import io.competitoriq.http.Ids;
import io.competitoriq.jobs.Job;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Collector;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// What outsiders say about runs, and runs nobody waits for any more.
@QuarkusTest
@WithEmbeddedServers("crawl")
@WithStandIns
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApifyHookTest {
  @Inject Collecting collecting;
  private ApifyStandIn apify;
  private UUID workspace;
  private Job<CollectSource> job;

  @BeforeAll
  void open() {
    apify = new ApifyStandIn();
  }

  @AfterAll
  void close() {
    apify.close();
  }

  /// A run that takes long, and its job asleep in the ledger.
  @BeforeEach
  void sleepingJob() {
    apify.reset(RunPlan.succeeding(ApifyVisitTest.reviews(1)).after(1000));
    workspace = Ids.next();
    Paying.key(workspace, "apify", ApifyStandIn.TOKEN);
    job =
        Collecting.job(
            workspace,
            Ids.next(),
            URI.create("https://apify.com/acme/reviews"),
            Collector.APIFY,
            Map.of("actor", "acme/reviews"));
    TestDatabase.execute(
        ("insert into jobs.job (id, queue, kind, workspace_id, payload, run_at)"
                + " values (%d, 'test-sleepers', 'collect-source', '%s', '{}', now() + interval '1 h')")
            .formatted(job.id(), workspace));
    collecting.run(job);
  }

  @Test
  void webhookWakesTheSleepingJobOnce() {
    // When
    hint(secret(), "dispatch-1");
    // Then
    assertThat(sleeps()).isFalse();
    TestDatabase.execute(
        "update jobs.job set run_at = now() + interval '1 h' where id = " + job.id());
    hint(secret(), "dispatch-1");
    hint(secret(), "dispatch-2");
    assertThat(sleeps()).isTrue();
  }

  @Test
  void whoDoesNotKnowTheSecretChangesNothingAndLearnsNothing() {
    // When
    hint("0".repeat(64), "dispatch-1");
    hint("guess", "dispatch-1");
    // Then
    assertThat(sleeps()).isTrue();
  }

  @Test
  void whatTheWebhookClaimsIsNotBelieved() {
    // When
    hint(secret(), "dispatch-1");
    collecting.run(job);
    // Then
    assertThat(Collecting.visits(job)).isZero();
    assertThat(apify.calls("poll")).isEqualTo(2);
  }

  @Test
  void runOfACancelledJobIsAbortedAndSettled() {
    // When
    TestDatabase.execute("update jobs.job set state = 4 where id = " + job.id());
    // Then
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(runState()).isEqualTo("SETTLED"));
    assertThat(apify.last().status()).isEqualTo("ABORTED");
    assertThat(Paying.spentMicros(workspace)).isEqualTo(250_000);
    assertThat(Paying.reservedMicros(workspace)).isZero();
  }

  private String secret() {
    return new JsonObject(apify.last().hook()).getString("X-Ciq-Hook");
  }

  private static void hint(String secret, String dispatch) {
    given()
        .header("X-Apify-Webhook-Dispatch-Id", dispatch)
        .header("X-Ciq-Hook", secret)
        .contentType("application/json")
        .body("{\"eventType\":\"ACTOR.RUN.SUCCEEDED\",\"resource\":{\"status\":\"SUCCEEDED\"}}")
        .post("/provider-hooks/apify")
        .then()
        .statusCode(204);
  }

  private boolean sleeps() {
    return (boolean)
        TestDatabase.queryOne(
            "select run_at > now() + interval '30 m' from jobs.job where id = " + job.id());
  }

  private String runState() {
    return String.valueOf(
        TestDatabase.queryOne(
            "select state from crawl.apify_run where workspace_id = '%s'".formatted(workspace)));
  }
}
