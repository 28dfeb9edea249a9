package io.competitoriq.crawl;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.JobOutcome.Snoozed;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.TestTokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/// What tests of paid collecting share.
final class Paying {
  private Paying() {}

  static RequestSpecification as(UUID workspace, String role) {
    return given()
        .header("Authorization", TestTokens.bearer(workspace, role))
        .contentType(ContentType.JSON);
  }

  static void key(UUID workspace, String provider, String key) {
    as(workspace, "admin")
        .body(Map.of("key", key))
        .put("/providers/" + provider + "/key")
        .then()
        .statusCode(200);
  }

  static void budget(UUID workspace, String provider, long monthMicros, long sourceMicros) {
    as(workspace, "admin")
        .body(Map.of("monthMicros", monthMicros, "sourceMicros", sourceMicros))
        .put("/providers/" + provider + "/budget")
        .then()
        .statusCode(200);
  }

  /// Runs the job as often as it sleeps, as the engine would.
  static JobOutcome toItsEnd(Collecting collecting, Job<CollectSource> job) {
    AtomicReference<JobOutcome> last = new AtomicReference<>();
    await()
        .atMost(Duration.ofSeconds(30))
        .pollDelay(Duration.ZERO)
        .pollInterval(Duration.ofMillis(60))
        .until(
            () -> {
              last.set(collecting.run(job));
              return !(last.get() instanceof Snoozed);
            });
    return last.get();
  }

  /// Whether ledger and month's account agree and nothing is set aside any more; the sum.
  static long spentMicros(UUID workspace) {
    long ledger =
        number("select coalesce(sum(cost_micros), 0) from crawl.provider_usage", workspace);
    long account =
        number(
            "select coalesce(sum(spent_micros), 0) from crawl.provider_spend",
            workspace,
            "source_id = '00000000-0000-0000-0000-000000000000'");
    long sources =
        number(
            "select coalesce(sum(spent_micros), 0) from crawl.provider_spend",
            workspace,
            "source_id <> '00000000-0000-0000-0000-000000000000'");
    if (ledger != account || account != sources) {
      throw new AssertionError(
          "ledger %d, provider's account %d, sources' accounts %d"
              .formatted(ledger, account, sources));
    }
    return ledger;
  }

  static long reservedMicros(UUID workspace) {
    return number("select coalesce(sum(reserved_micros), 0) from crawl.provider_spend", workspace);
  }

  static long usageRows(UUID workspace, String call) {
    return number("select count(*) from crawl.provider_usage", workspace, "call = '" + call + "'");
  }

  static String body(Job<CollectSource> job) {
    String id =
        as(job.workspaceId(), "viewer").get("/snapshots").then().extract().path("items[0].id");
    return as(job.workspaceId(), "viewer").get("/snapshots/" + id + "/body").asString();
  }

  private static long number(String select, UUID workspace) {
    return number(select, workspace, "true");
  }

  private static long number(String select, UUID workspace, String condition) {
    return TestDatabase.queryLong(
        "%s where workspace_id = '%s' and %s".formatted(select, workspace, condition));
  }
}
