package io.competitoriq.jobs;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static io.competitoriq.jobs.JobStage.awaitState;
import static io.competitoriq.jobs.JobStage.play;
import static io.competitoriq.jobs.JobStage.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.Enqueued.Added;
import io.competitoriq.jobs.Enqueued.Rejected;
import io.competitoriq.jobs.JobOutcome.Completed;
import io.competitoriq.jobs.admin.WorkerList;
import io.competitoriq.jobs.admin.WorkerView;
import io.competitoriq.jobs.control.Controls;
import io.competitoriq.jobs.tickets.RedisLink;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Queues and workers under an operator's hand.
@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class SteeringTest {

  private static final String QUEUE = "steered-jobs";
  private static final long QUEUED = 0;
  private static final long RUNNING = 1;
  private static final long DONE = 2;

  /// Long enough for a worker to have come round several times, in direct mode too.
  private static final Duration A_WHILE = Duration.ofSeconds(3);

  @Inject JobStage stage;
  @Inject Scripted scripted;
  @Inject Operator operator;
  @Inject Controls controls;
  @Inject WorkerList workers;
  @Inject RedisLink redis;

  @BeforeEach
  void prepare() {
    JobStage.prepare();
  }

  @AfterEach
  void letEverythingRun() {
    operator.resume(QUEUE);
    operator.reopen(QUEUE);
    await().atMost(PATIENCE).until(() -> !controls.of(QUEUE).draining());
  }

  @Test
  void aPausedQueueStartsNothingAndThenGoesOn() {
    operator.pause(QUEUE);

    List<Long> jobs = List.of(add("paused"), add("paused"), add("paused"));

    await()
        .during(A_WHILE)
        .atMost(PATIENCE)
        .until(() -> jobs.stream().allMatch(job -> state(job) == QUEUED));
    operator.resume(QUEUE);
    jobs.forEach(job -> awaitState(job, DONE));
    assertThat(scripted.starts("paused")).hasSize(3);
  }

  @Test
  void aPauseHoldsWithoutRedisToo() {
    operator.pause(QUEUE);
    OwnRedis.get().down();
    try {
      long paused = add("paused-direct");
      long elsewhere = stage.add(play("test-jobs", "not-paused", "x"));

      awaitState(elsewhere, DONE);
      await().during(A_WHILE).atMost(PATIENCE).until(() -> state(paused) == QUEUED);
      operator.resume(QUEUE);
      awaitState(paused, DONE);
    } finally {
      OwnRedis.get().up();
      await().atMost(PATIENCE).until(() -> !redis.failing());
    }
  }

  @Test
  void whatRunsWhenAQueueIsPausedRunsToItsEnd() {
    var end = new CompletableFuture<JobOutcome>();
    scripted.on("long", (job, context) -> Uni.createFrom().completionStage(end));
    long id = add("long");
    awaitState(id, RUNNING);

    operator.pause(QUEUE);
    end.complete(new Completed());

    awaitState(id, DONE);
  }

  @Test
  void aDrainedQueueTakesNothingAndRunsEmpty() {
    operator.pause(QUEUE);
    long before = add("drained");
    operator.drain(QUEUE);

    await()
        .atMost(PATIENCE)
        .until(() -> stage.enqueue(play(QUEUE, "drained", "x")) instanceof Rejected);
    var refused = (Rejected) stage.enqueue(play(QUEUE, "drained", "x"));
    operator.resume(QUEUE);

    assertThat(refused.reason())
        .contains("being drained by an operator", "DELETE /api/v1/queues/steered-jobs/drain");
    awaitState(before, DONE);
    await().atMost(PATIENCE).until(() -> JobStage.unfinished(QUEUE) == 0);
    operator.reopen(QUEUE);
    await()
        .atMost(PATIENCE)
        .until(() -> stage.enqueue(play(QUEUE, "drained", "x")) instanceof Added);
  }

  @Test
  void fewerSlotsHoldWhileTheQueueWorks() {
    operator.set(QUEUE, Map.of("slots", 1));
    await().atMost(PATIENCE).until(() -> controls.settings(QUEUE).slots() == 1);
    awaitState(add("settled"), DONE); // the loop has come round with it
    var running = new AtomicInteger();
    var most = new AtomicInteger();
    scripted.on(
        "counted",
        (job, context) -> {
          most.accumulateAndGet(running.incrementAndGet(), Math::max);
          return Uni.createFrom()
              .<JobOutcome>item(new Completed())
              .onItem()
              .delayIt()
              .by(Duration.ofMillis(50))
              .invoke(running::decrementAndGet);
        });

    stage.addMany(QUEUE, "counted", 12);

    await().atMost(PATIENCE).until(() -> JobStage.unfinished(QUEUE) == 0);
    assertThat(most).hasValue(1);
    assertThat(operator.set(QUEUE, Collections.singletonMap("slots", null)).after().overrides())
        .isEmpty();
    await().atMost(PATIENCE).until(() -> controls.settings(QUEUE).slots() == 4);
  }

  @Test
  void aLimitSetWhileTheQueueWorksIsExact() {
    operator.set(QUEUE, Map.of("limit", 5, "windowSeconds", 1));
    await().atMost(PATIENCE).until(() -> controls.settings(QUEUE).limit() == 5);
    awaitState(add("settled"), DONE);
    awaitState(add("settled"), DONE);

    stage.addMany(QUEUE, "limited-later", 15);

    await().atMost(PATIENCE).until(() -> JobStage.unfinished(QUEUE) == 0);
    assertThat(mostStartsInASecondOf("limited-later")).isEqualTo(5);
    Map<String, @Nullable Object> none = new HashMap<>();
    none.put("limit", null);
    none.put("windowSeconds", null);
    operator.set(QUEUE, none);
    await().atMost(PATIENCE).until(() -> controls.settings(QUEUE).limit() == 0);
  }

  @Test
  void aDrainingWorkerTakesNothingAndEndsWhatItRuns() {
    WorkerView self = self();
    var end = new CompletableFuture<JobOutcome>();
    scripted.on("ending", (job, context) -> Uni.createFrom().completionStage(end));
    long runs = add("ending");
    awaitState(runs, RUNNING);

    operator.drainWorker(self.id(), true);
    try {
      await().atMost(PATIENCE).until(() -> idle(self.id()));
      long waits = add("waits");
      end.complete(new Completed());
      awaitState(runs, DONE);
      await().during(A_WHILE).atMost(PATIENCE).until(() -> state(waits) == QUEUED);
      operator.drainWorker(self.id(), false);
      awaitState(waits, DONE);
    } finally {
      operator.drainWorker(self.id(), false);
    }
  }

  @Test
  void aProcessIsInTheRegisterWithItsQueues() {
    WorkerView self = self();

    assertThat(self.service()).isEqualTo("crawl");
    assertThat(self.pid()).isEqualTo(ProcessHandle.current().pid());
    assertThat(self.queues()).contains(QUEUE, "test-jobs");
    assertThat(self.slots()).isGreaterThanOrEqualTo(4);
    assertThat(self.lost()).isFalse();
    assertThat(operator.drainWorker(UUID.randomUUID(), true)).isEmpty();
  }

  /// A loop that was already waiting for a ticket may take one more; it has come round after this.
  private boolean idle(UUID id) {
    boolean draining =
        workers.all().await().atMost(PATIENCE).stream()
            .anyMatch(worker -> worker.id().equals(id) && worker.draining());
    return draining && resting();
  }

  private boolean resting() {
    long probe = add("probe");
    try {
      await()
          .during(Duration.ofSeconds(1))
          .atMost(Duration.ofSeconds(3))
          .until(() -> state(probe) == QUEUED);
      return true;
    } catch (ConditionTimeoutException taken) {
      return false;
    }
  }

  private WorkerView self() {
    await().atMost(PATIENCE).until(() -> !workers.all().await().atMost(PATIENCE).isEmpty());
    return workers.all().await().atMost(PATIENCE).stream()
        .filter(worker -> worker.pid() == ProcessHandle.current().pid() && !worker.lost())
        .reduce((_, latest) -> latest)
        .orElseThrow();
  }

  private static long mostStartsInASecondOf(String script) {
    return TestDatabase.queryLong(
        """
        select max(starts) from (
          select count(*) as starts from jobs.job a
            join jobs.job b on b.payload->>'script' = a.payload->>'script' and b.started_at >= a.started_at
             and b.started_at < a.started_at + interval '1 s'
           where a.payload->>'script' = '%s' group by a.id) windows
        """
            .formatted(script));
  }

  private long add(String script) {
    return stage.add(play(QUEUE, script, "x"));
  }
}
