package io.competitoriq.jobs;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static io.competitoriq.jobs.JobStage.awaitState;
import static io.competitoriq.jobs.JobStage.column;
import static io.competitoriq.jobs.JobStage.effect;
import static io.competitoriq.jobs.JobStage.effects;
import static io.competitoriq.jobs.JobStage.play;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.Enqueued.Added;
import io.competitoriq.jobs.Enqueued.Duplicate;
import io.competitoriq.jobs.Enqueued.Rejected;
import io.competitoriq.jobs.JobOutcome.Discarded;
import io.competitoriq.jobs.JobOutcome.Retryable;
import io.competitoriq.jobs.JobOutcome.Snoozed;
import io.competitoriq.jobs.admin.QueueStats;
import io.competitoriq.jobs.admin.Redriven;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class JobLifeTest {

  private static final long DONE = 2;
  private static final long DEAD = 3;

  @Inject JobStage stage;
  @Inject JobQueue queue;
  @Inject Scripted scripted;
  @Inject QueueStats stats;

  @BeforeEach
  void prepare() {
    JobStage.prepare();
  }

  @Test
  void aCommittedJobRunsOnceWithItsEffect() {
    scripted.on("plain", (job, context) -> context.commit(tx -> effect(tx, job)));

    long id = stage.add(play("test-jobs", "plain", "x"));

    awaitState(id, DONE);
    assertThat(effects(id)).isEqualTo(1);
    assertThat(scripted.starts("plain")).hasSize(1);
    assertThat(scripted.starts("plain").getFirst().trace()).hasSize(32);
  }

  @Test
  void aTicketWakesTheWorkerWithoutWaitingForTheRelay() {
    scripted.on("quick", (job, context) -> context.commit(tx -> effect(tx, job)));
    long id = stage.add(play("test-jobs", "quick", "x"));
    awaitState(id, DONE);

    long waited =
        TestDatabase.queryLong(
            "select cast(extract(epoch from started_at - created_at) * 1000 as bigint) from jobs.job where id = "
                + id);

    assertThat(waited).isLessThan(900);
  }

  @Test
  void aRolledBackTransactionLeavesNoJob() {
    stage.enqueueAndRollBack(play("test-jobs", "never", "x"));

    assertThat(
            TestDatabase.queryLong(
                "select count(*) from jobs.job where payload->>'script' = 'never'"))
        .isZero();
    assertThat(scripted.starts("never")).isEmpty();
  }

  @Test
  void theSameKeyIsADuplicateWhileItsJobLives() {
    NewJob later =
        play("test-jobs", "later", "x").dedup("once").runAt(Instant.now().plusSeconds(3600));
    long first = stage.add(later);

    List<Enqueued> again =
        stage.enqueueAll(List.of(later, later.dedup("twice"), later.dedup("twice")));

    assertThat(again.getFirst()).isEqualTo(new Duplicate(first));
    assertThat(again.get(1)).isInstanceOf(Added.class);
    assertThat(again.get(2)).isEqualTo(new Duplicate(((Added) again.get(1)).id()));
  }

  @Test
  void aFinishedJobDoesNotBlockItsKey() {
    long first = stage.add(play("test-jobs", "keyed", "x").dedup("free-again"));
    awaitState(first, DONE);

    Enqueued second = stage.enqueue(play("test-jobs", "keyed", "x").dedup("free-again"));

    assertThat(second).isInstanceOf(Added.class);
  }

  @Test
  void aFullQueueSaysSo() {
    NewJob job = play("small-jobs", "nobody", "x");

    List<Enqueued> fits = stage.enqueueAll(List.of(job, job));
    Enqueued tooMany = stage.enqueue(job);

    assertThat(fits).allMatch(Added.class::isInstance);
    assertThat(tooMany).isInstanceOf(Rejected.class);
  }

  @Test
  void aRetriedJobRunsAgainAndIsDone() {
    scripted.on(
        "second-time",
        (job, context) ->
            job.attempt() == 1
                ? Uni.createFrom().failure(new IllegalStateException("first time"))
                : context.commit(tx -> effect(tx, job)));

    long id = stage.add(play("test-jobs", "second-time", "x"));

    awaitState(id, DONE);
    assertThat(effects(id)).isEqualTo(1);
    assertThat(column(id, "attempt")).isEqualTo(2);
  }

  @Test
  void usedUpAttemptsMakeADeadLetterThatCanBeRedriven() {
    scripted.on("hopeless", (_, _) -> Uni.createFrom().item(new Retryable("not today")));
    long id = stage.add(play("test-jobs", "hopeless", "x").maxAttempts(2));
    awaitState(id, DEAD);
    assertThat(column(id, "error")).isEqualTo("exhausted: not today");
    scripted.on("hopeless", (job, context) -> context.commit(tx -> effect(tx, job)));

    Redriven redriven = stats.redrive(id).await().atMost(PATIENCE);

    assertThat(redriven).isInstanceOf(Redriven.Queued.class);
    awaitState(id, DONE);
    assertThat(effects(id)).isEqualTo(1);
  }

  @Test
  void aDiscardedJobIsDeadAtOnce() {
    scripted.on("refused", (_, _) -> Uni.createFrom().item(new Discarded("no such page")));

    long id = stage.add(play("test-jobs", "refused", "x"));

    awaitState(id, DEAD);
    assertThat(column(id, "attempt")).isEqualTo(1);
    assertThat(column(id, "error")).isEqualTo("discarded: no such page");
  }

  @Test
  void anUnreadablePayloadIsADeadLetterAndUnknownFieldsAreIgnored() {
    long unreadable =
        stage.add(NewJob.of("test-jobs", "play", JobStage.WORKSPACE, List.of("not", "a", "play")));
    long grown =
        stage.add(
            NewJob.of(
                "test-jobs",
                "play",
                JobStage.WORKSPACE,
                Map.of("script", "grown", "key", "x", "newField", 1)));

    awaitState(unreadable, DEAD);
    awaitState(grown, DONE);
  }

  @Test
  void aSnoozeSpendsNoAttempt() {
    scripted.on(
        "sleepy",
        (job, context) ->
            scripted.starts("sleepy").size() < 3
                ? Uni.createFrom().item(new Snoozed(Duration.ofMillis(50), "429"))
                : context.commit(tx -> effect(tx, job)));

    long id = stage.add(play("test-jobs", "sleepy", "x").maxAttempts(1));

    awaitState(id, DONE);
    assertThat(scripted.starts("sleepy")).hasSize(3).allMatch(job -> job.attempt() == 1);
  }

  @Test
  void sleepersAreWokenByTheReasonTheyGave() {
    scripted.on(
        "switched",
        (job, context) ->
            scripted.starts("switched").stream().filter(one -> one.id() == job.id()).count() < 2
                ? Uni.createFrom().item(new Snoozed(Duration.ofHours(1), job.payload().key()))
                : context.commit(tx -> effect(tx, job)));
    long ours = stage.add(play("test-jobs", "switched", "ours"));
    long theirs = stage.add(play("test-jobs", "switched", "theirs"));
    await().atMost(PATIENCE).until(() -> scripted.starts("switched").size() == 2);
    awaitState(ours, 0);
    awaitState(theirs, 0);

    int woken = queue.wake("ours").await().atMost(PATIENCE);

    assertThat(woken).isEqualTo(1);
    awaitState(ours, DONE);
    assertThat(column(ours, "attempt")).isEqualTo(1);
    assertThat(column(theirs, "state")).isEqualTo(0);
  }

  @Test
  void aJobForLaterWaits() {
    long id = stage.add(play("test-jobs", "delayed", "x").runAt(Instant.now().plusMillis(1500)));

    awaitState(id, DONE);

    assertThat(column(id, "started_at >= run_at - interval '1 s'")).isEqualTo(true);
  }

  @Test
  void aHandlerMayTakeLongerThanALeaseAndShowItsProgress() {
    scripted.on(
        "slow",
        (job, context) -> {
          context.progress(40);
          return Uni.createFrom()
              .voidItem()
              .onItem()
              .delayIt()
              .by(Duration.ofSeconds(4))
              .chain(() -> context.commit(tx -> effect(tx, job)));
        });

    long id = stage.add(play("test-jobs", "slow", "x").priority(Priority.HIGH));

    await().atMost(PATIENCE).until(() -> Integer.valueOf(40).equals(column(id, "progress")));
    awaitState(id, DONE);
    assertThat(column(id, "prio")).isEqualTo(0);
    assertThat(scripted.starts("slow")).hasSize(1);
  }
}
