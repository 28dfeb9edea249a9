package io.competitoriq.jobs.worker;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static io.competitoriq.jobs.JobStage.play;
import static io.competitoriq.jobs.JobStage.unfinished;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.JobOutcome.Completed;
import io.competitoriq.jobs.JobStage;
import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.OwnRedis;
import io.competitoriq.jobs.Scripted;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// Short jobs that leave nothing behind: ends and starts share statements.
@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class TurningOverTest {

  private static final String QUEUE = "load-jobs";
  private static final String LIMITED = "limited-jobs";
  private static final int SLOTS = 8;

  @Inject JobStage stage;
  @Inject Scripted scripted;
  @Inject WorkerParts parts;
  @Inject JobsConfig config;

  @Test
  void everyJobIsStartedOnceAndNeverMoreAtATimeThanSlots() {
    AtomicInteger atWork = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    scripted.on(
        "brisk",
        (_, _) -> {
          most.accumulateAndGet(atWork.incrementAndGet(), Math::max);
          return Uni.createFrom()
              .item(new Completed())
              .onItem()
              .delayIt()
              .by(Duration.ofMillis(1))
              .<JobOutcome>map(done -> done)
              .invoke(atWork::decrementAndGet);
        });

    stage.addMany(QUEUE, "brisk", 500);

    await().atMost(PATIENCE).until(() -> unfinished(QUEUE) == 0);
    assertThat(scripted.starts("brisk")).hasSize(500);
    assertThat(most.get()).isBetween(1, SLOTS);
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from jobs.job where payload->>'script' = 'brisk' and state = 2"))
        .isEqualTo(500);
  }

  /// What a worker has taken in advance must not lie in its hand while its slots are busy for long.
  @Test
  void ticketsTakenInAdvanceGoBackWhenTheJobsTurnOutLong() {
    CompletableFuture<Boolean> release = new CompletableFuture<>();
    scripted.on(
        "holds its slot",
        (_, _) -> Uni.createFrom().completionStage(release).replaceWith(new Completed()));
    stage.addMany(QUEUE, "prelude", 200);
    await().atMost(PATIENCE).until(() -> unfinished(QUEUE) == 0);
    stage.addMany(QUEUE, "holds its slot", SLOTS);
    await().atMost(PATIENCE).until(() -> scripted.starts("holds its slot").size() == SLOTS);

    stage.addMany(QUEUE, "comes behind", 4);
    var other = new QueueWorker(QUEUE, "other", parts, config);
    Thread.ofPlatform().daemon().start(other);

    await().atMost(PATIENCE).until(() -> scripted.starts("comes behind").size() == 4);
    assertThat(release).isNotDone();
    release.complete(true);
    await().atMost(PATIENCE).until(() -> unfinished(QUEUE) == 0);
    other.stop();
  }

  /// A loop whose slots are all busy must not take the one wake-up there is for the next job.
  @Test
  void theMarkerIsLeftToAWorkerThatHasAFreeSlot() {
    CompletableFuture<Boolean> release = occupyAllSlots("holds on");
    QueueWorker idle = startIdle("idle");

    stage.add(play(QUEUE, "next when full", "x"));

    await()
        .atMost(Duration.ofSeconds(2))
        .until(() -> scripted.starts("next when full").size() == 1);
    assertThat(release).isNotDone();
    leave(release, idle);
  }

  /// A wait in Redis that has begun cannot be withdrawn.
  @Test
  void aStoppedWorkerPassesItsWakeUpOn() {
    CompletableFuture<Boolean> release = occupyAllSlots("holds on too");
    QueueWorker gone = startIdle("gone");
    QueueWorker idle = startIdle("idle");
    gone.stop();

    stage.add(play(QUEUE, "after a stop", "x"));

    await().atMost(Duration.ofSeconds(2)).until(() -> scripted.starts("after a stop").size() == 1);
    assertThat(release).isNotDone();
    leave(release, idle);
  }

  @Test
  void aStoppedWorkerOfALimitedQueuePassesItsWakeUpOnToo() {
    CompletableFuture<Boolean> release = new CompletableFuture<>();
    scripted.on(
        "holds the limited",
        (_, _) -> Uni.createFrom().completionStage(release).replaceWith(new Completed()));
    stage.addMany(LIMITED, "holds the limited", SLOTS);
    await().atMost(PATIENCE).until(() -> scripted.starts("holds the limited").size() == SLOTS);
    QueueWorker gone = startIdle(LIMITED, "gone");
    QueueWorker idle = startIdle(LIMITED, "idle");
    gone.stop();

    stage.add(play(LIMITED, "after a limited stop", "x"));

    await()
        .atMost(Duration.ofSeconds(2))
        .until(() -> scripted.starts("after a limited stop").size() == 1);
    assertThat(release).isNotDone();
    release.complete(true);
    await().atMost(PATIENCE).until(() -> unfinished(LIMITED) == 0);
    idle.stop();
  }

  private CompletableFuture<Boolean> occupyAllSlots(String script) {
    CompletableFuture<Boolean> release = new CompletableFuture<>();
    scripted.on(
        script, (_, _) -> Uni.createFrom().completionStage(release).replaceWith(new Completed()));
    stage.addMany(QUEUE, "prelude", 200);
    await().atMost(PATIENCE).until(() -> unfinished(QUEUE) == 0);
    // Another idle worker has had the marker that says there may be more than the first could take.
    var elsewhere = parts.marker().await(QUEUE, Duration.ofSeconds(5)).subscribeAsCompletionStage();
    stage.addMany(QUEUE, script, SLOTS);
    await().atMost(PATIENCE).until(() -> scripted.starts(script).size() == SLOTS);
    await().atMost(PATIENCE).until(elsewhere::isDone);
    return release;
  }

  private QueueWorker startIdle(String name) {
    return startIdle(QUEUE, name);
  }

  /// Has found nothing to do and waits.
  private QueueWorker startIdle(String queue, String name) {
    var worker = new QueueWorker(queue, name, parts, config);
    Thread loop = Thread.ofPlatform().daemon().start(worker);
    await()
        .atMost(PATIENCE)
        .during(Duration.ofMillis(200))
        .until(() -> loop.getState() == Thread.State.TIMED_WAITING);
    return worker;
  }

  private static void leave(CompletableFuture<Boolean> release, QueueWorker worker) {
    release.complete(true);
    await().atMost(PATIENCE).until(() -> unfinished(QUEUE) == 0);
    worker.stop();
  }

  @Test
  void aLoneJobIsDoneWithoutCompany() {
    long id = stage.add(play(QUEUE, "lone", "x"));

    JobStage.awaitState(id, 2);

    assertThat(scripted.starts("lone")).hasSize(1);
  }
}
