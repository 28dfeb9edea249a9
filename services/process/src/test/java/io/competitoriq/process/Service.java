package io.competitoriq.process;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;

import io.competitoriq.blobs.BlobStore;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.TestTokens;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// The service as its neighbours use it: snapshots come in as jobs, people read over HTTP.
@ApplicationScoped
class Service {

  static final Instant FIRST = Instant.parse("2026-11-01T08:00:00Z");
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final JobQueue jobs;
  private final BlobStore blobs;
  private final WorkspaceTransactions transactions;

  Service(JobQueue jobs, BlobStore blobs, WorkspaceTransactions transactions) {
    this.jobs = jobs;
    this.blobs = blobs;
    this.transactions = transactions;
  }

  /// A source of one test.
  record Source(UUID workspace, UUID competitor, UUID id, SourceKind kind, URI url) {
    static Source of(SourceKind kind, String url) {
      return new Source(
          UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), kind, URI.create(url));
    }
  }

  /// Stores the body as the crawler would and describes its snapshot.
  ///
  /// @param day of the visit, from 0
  ProcessSnapshot snapshot(Source source, String contentType, String body, int day) {
    return snapshot(source, contentType, body.getBytes(StandardCharsets.UTF_8), day);
  }

  /// The same for a body that is no text.
  ProcessSnapshot snapshot(Source source, String contentType, byte[] body, int day) {
    TestDatabase.execute("grant insert on all tables in schema blobs to ciq_process");
    String hash = blobs.put(body).await().atMost(PATIENCE);
    return new ProcessSnapshot(
        source.competitor(),
        source.id(),
        UUID.randomUUID(),
        null,
        source.url(),
        source.kind(),
        Collector.BUILTIN,
        contentType,
        "UTF-8",
        hash,
        FIRST.plus(Duration.ofDays(day)));
  }

  /// Hands a page over and waits until it is processed.
  ProcessSnapshot visit(Source source, String html, int day) {
    ProcessSnapshot snapshot = snapshot(source, "text/html", html, day);
    process(source, snapshot);
    return snapshot;
  }

  /// Hands a page of a competitor with tags over and waits until it is processed.
  void visit(Source source, String html, int day, List<String> tags) {
    ProcessSnapshot plain = snapshot(source, "text/html", html, day);
    process(
        source,
        new ProcessSnapshot(
            plain.competitorId(),
            plain.sourceId(),
            plain.snapshotId(),
            null,
            plain.url(),
            plain.kind(),
            plain.collector(),
            plain.contentType(),
            plain.charset(),
            plain.bodySha256(),
            plain.fetchedAt(),
            tags));
  }

  /// Hands a snapshot over and waits until its job is done.
  void process(Source source, ProcessSnapshot snapshot) {
    hand(source, snapshot);
    await().atMost(PATIENCE).until(() -> open(source) == 0);
  }

  /// Hands a snapshot over.
  void hand(Source source, ProcessSnapshot snapshot) {
    var job =
        NewJob.of(ProcessSnapshot.QUEUE, ProcessSnapshot.KIND, source.workspace(), snapshot)
            .dedup(snapshot.snapshotId().toString());
    transactions.in(source.workspace(), tx -> jobs.enqueue(tx, job)).await().atMost(PATIENCE);
  }

  static long open(Source source) {
    return TestDatabase.queryLong(
        "select count(*) from jobs.job where queue = 'process-jobs' and state in (0, 1) and workspace_id = '"
            + source.workspace()
            + "'");
  }

  /// Signals handed on so far.
  long signals(Source source) {
    return TestDatabase.queryLong(
        "select count(*) from jobs.job where queue = 'signal-jobs' and workspace_id = '"
            + source.workspace()
            + "'");
  }

  JsonPath get(Source source, String path) {
    return as(source.workspace()).get(path).then().statusCode(200).extract().jsonPath();
  }

  RequestSpecification as(UUID workspace) {
    return given().header("Authorization", TestTokens.bearer(workspace, "viewer"));
  }
}
