package io.competitoriq.jobs;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static io.competitoriq.jobs.JobStage.WORKSPACE;
import static io.competitoriq.jobs.JobStage.awaitState;
import static io.competitoriq.jobs.JobStage.effect;
import static io.competitoriq.jobs.JobStage.effectsOf;
import static io.competitoriq.jobs.JobStage.play;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.JobOutcome.Discarded;
import io.competitoriq.jobs.admin.QueueStats;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class BatchTest {

  private static final long DEAD = 3;
  private static final long DONE = 2;

  @Inject JobStage stage;
  @Inject Scripted scripted;
  @Inject JobQueue queue;
  @Inject WorkspaceTransactions transactions;
  @Inject QueueStats stats;

  @BeforeEach
  void prepare() {
    JobStage.prepare();
    scripted.on("part", (job, context) -> context.commit(tx -> effect(tx, job)));
    scripted.on("hopeless-part", (_, _) -> Uni.createFrom().item(new Discarded("no such page")));
  }

  @Test
  void theJobThatWaitsRunsWhenTheLastOneHasEndedHoweverItEnded() {
    NewJob later = play("test-jobs", "part", "c").runAt(Instant.now().plusSeconds(3600));
    List<Enqueued> parts =
        batch(
            List.of(play("test-jobs", "part", "a"), play("test-jobs", "hopeless-part", "b"), later),
            whole("joined"));
    awaitState(id(parts.get(0)), DONE);
    awaitState(id(parts.get(1)), DEAD);
    assertThat(waitsFor("joined")).isEqualTo(1);

    TestDatabase.execute("update jobs.job set state = 4 where id = " + id(parts.get(2)));

    await().atMost(PATIENCE).until(() -> effectsOf("joined", false) == 1);
    assertThat(waitsFor("joined")).isZero();
  }

  @Test
  void jobsOfSeveralQueuesMayBelongToOneBatch() {
    batch(
        List.of(play("test-jobs", "part", "a"), play("load-jobs", "part", "b")), whole("crossed"));

    await().atMost(PATIENCE).until(() -> effectsOf("crossed", false) == 1);
  }

  @Test
  void withNothingToWaitForItRunsAtOnce() {
    NewJob known = play("test-jobs", "part", "k").runAt(Instant.now().plusSeconds(3600));
    stage.add(known.dedup("known-part"));

    List<Enqueued> parts = batch(List.of(known.dedup("known-part")), whole("at-once"));

    assertThat(parts).allMatch(Enqueued.Duplicate.class::isInstance);
    await().atMost(PATIENCE).until(() -> effectsOf("at-once", false) == 1);
  }

  @Test
  void aDeadPartThatIsRedrivenDoesNotJoinTwice() {
    List<Enqueued> parts =
        batch(List.of(play("test-jobs", "hopeless-part", "a")), whole("joined-once"));
    await().atMost(PATIENCE).until(() -> effectsOf("joined-once", false) == 1);
    scripted.on("hopeless-part", (job, context) -> context.commit(tx -> effect(tx, job)));

    stats.redrive(id(parts.getFirst())).await().atMost(PATIENCE);

    awaitState(id(parts.getFirst()), DONE);
    await()
        .during(Duration.ofMillis(1500))
        .atMost(PATIENCE)
        .until(() -> effectsOf("joined-once", false) == 1);
  }

  private NewJob whole(String script) {
    scripted.on(script, (job, context) -> context.commit(tx -> effect(tx, job)));
    return play("test-jobs", script, "whole");
  }

  private List<Enqueued> batch(List<NewJob> jobs, NewJob then) {
    return transactions
        .in(WORKSPACE, tx -> queue.enqueueBatch(tx, jobs, then))
        .await()
        .atMost(PATIENCE);
  }

  private static long id(Enqueued outcome) {
    return ((Enqueued.Added) outcome).id();
  }

  private static long waitsFor(String script) {
    return TestDatabase.queryLong(
        "select coalesce(sum(remaining), 0) from jobs.job_batch where then_job->'payload'->>'script' = '"
            + script
            + "'");
  }
}
