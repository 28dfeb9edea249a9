package io.competitoriq.analysis;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.not;

import io.competitoriq.flags.Flag;
import io.competitoriq.flags.Flags;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The service as its neighbours use it: changes come in as jobs, people read over HTTP.
@ApplicationScoped
public class Service {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final JobQueue jobs;
  private final WorkspaceTransactions transactions;
  private final Flags flags;

  Service(JobQueue jobs, WorkspaceTransactions transactions, Flags flags) {
    this.flags = flags;
    this.jobs = jobs;
    this.transactions = transactions;
  }

  /// Hands the change over and waits until its signal is visible.
  public JsonPath raise(UUID workspace, RaiseSignal change) {
    enqueue(workspace, change);
    return await()
        .atMost(PATIENCE)
        .until(() -> signalOf(workspace, change), found -> found != null);
  }

  void enqueue(UUID workspace, RaiseSignal change) {
    var job =
        NewJob.of(RaiseSignal.QUEUE, RaiseSignal.KIND, workspace, change)
            .dedup(change.changeId().toString());
    transactions.in(workspace, tx -> jobs.enqueue(tx, job)).await().atMost(PATIENCE);
  }

  /// An operator switches something on, or off for everybody; returns when it is known here.
  void flip(Flag flag, boolean on) {
    TestDatabase.execute(
        "update flags.flag set killed = " + !on + " where key = '" + flag.key() + "'");
    await().atMost(PATIENCE).until(() -> flags.on(flag) == on);
  }

  /// Waits until the signal's assessment is final.
  public JsonPath assessed(UUID workspace, String signalId) {
    return await()
        .atMost(PATIENCE)
        .until(
            () -> get(workspace, signalId),
            signal -> !"PENDING".equals(signal.getString("assessment.state")));
  }

  public JsonPath get(UUID workspace, String signalId) {
    return as(workspace, "viewer")
        .get("/signals/" + signalId)
        .then()
        .statusCode(200)
        .header("ETag", not(""))
        .extract()
        .jsonPath();
  }

  public RequestSpecification as(UUID workspace, String role) {
    return given()
        .header("Authorization", TestTokens.bearer(workspace, role))
        .contentType("application/json");
  }

  private @Nullable JsonPath signalOf(UUID workspace, RaiseSignal change) {
    String id =
        as(workspace, "viewer")
            .get("/signals?limit=200")
            .then()
            .statusCode(200)
            .extract()
            .path("items.find { it.changeId == '%s' }?.id", change.changeId().toString());
    return id == null ? null : get(workspace, id);
  }
}
