package io.competitoriq.jobs;

import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.Scripted.Play;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.TestDatabase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;

/// What the tests of the engine do again and again: enqueue, write an effect, look at the ledger.
@ApplicationScoped
public class JobStage {

  public static final UUID WORKSPACE = UUID.fromString("018f0000-0000-7000-8000-000000000001");
  public static final Duration PATIENCE = Duration.ofSeconds(20);

  private final WorkspaceTransactions transactions;
  private final JobQueue queue;

  JobStage(WorkspaceTransactions transactions, JobQueue queue) {
    this.transactions = transactions;
    this.queue = queue;
  }

  /// One row per committed effect; a second effect of a job violates nothing and is seen by the
  /// count.
  public static void prepare() {
    TestDatabase.execute(
        "create table if not exists jobs.effect (job_id bigint not null, key text not null);"
            + " grant all on jobs.effect to ciq_crawl");
  }

  public static NewJob play(String queue, String script, String key) {
    return NewJob.of(queue, "play", WORKSPACE, new Play(script, key));
  }

  public Enqueued enqueue(NewJob job) {
    return transactions.in(WORKSPACE, tx -> queue.enqueue(tx, job)).await().atMost(PATIENCE);
  }

  public long add(NewJob job) {
    return ((Enqueued.Added) enqueue(job)).id();
  }

  List<Enqueued> enqueueAll(List<NewJob> jobs) {
    return transactions.in(WORKSPACE, tx -> queue.enqueueAll(tx, jobs)).await().atMost(PATIENCE);
  }

  public void addMany(String queueName, String script, int count) {
    enqueueAll(IntStream.range(0, count).mapToObj(i -> play(queueName, script, "k" + i)).toList());
  }

  /// Enqueues and then fails the transaction.
  void enqueueAndRollBack(NewJob job) {
    transactions
        .in(
            WORKSPACE,
            tx ->
                queue
                    .enqueue(tx, job)
                    .chain(_ -> Uni.createFrom().<Void>failure(new IllegalStateException("no"))))
        .onFailure()
        .recoverWithNull()
        .await()
        .atMost(PATIENCE);
  }

  public static Uni<?> effect(Mutiny.Session tx, Job<Play> job) {
    return tx.createNativeQuery("insert into jobs.effect (job_id, key) values (:id, :key)")
        .setParameter("id", job.id())
        .setParameter("key", job.payload().key())
        .executeUpdate();
  }

  public static long effects(long jobId) {
    return TestDatabase.queryLong("select count(*) from jobs.effect where job_id = " + jobId);
  }

  /// Committed effects of all jobs of a script; with `distinct` the jobs that have one.
  public static long effectsOf(String script, boolean distinct) {
    return TestDatabase.queryLong(
        "select count("
            + (distinct ? "distinct e.job_id" : "*")
            + ") from jobs.effect e join jobs.job j on j.id = e.job_id where j.payload->>'script' = '"
            + script
            + "'");
  }

  /// The most starts of a queue in any one second.
  public static long mostStartsInASecond(String queueName) {
    return TestDatabase.queryLong(
        """
        select max(starts) from (
          select count(*) as starts from jobs.job a
            join jobs.job b on b.queue = a.queue and b.started_at >= a.started_at
             and b.started_at < a.started_at + interval '1 s'
           where a.queue = '%s' group by a.id) windows
        """
            .formatted(queueName));
  }

  public static long state(long jobId) {
    return TestDatabase.queryLong("select state from jobs.job where id = " + jobId);
  }

  public static Object column(long jobId, String column) {
    return TestDatabase.queryOne("select " + column + " from jobs.job where id = " + jobId);
  }

  public static long unfinished(String queueName) {
    return TestDatabase.queryLong(
        "select count(*) from jobs.job where state in (0, 1) and queue = '" + queueName + "'");
  }

  public static void awaitState(long jobId, long state) {
    await().atMost(PATIENCE).until(() -> state(jobId) == state);
  }
}
