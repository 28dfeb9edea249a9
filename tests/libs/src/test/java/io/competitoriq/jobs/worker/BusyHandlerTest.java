package io.competitoriq.jobs.worker;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static io.competitoriq.jobs.JobStage.awaitState;
import static io.competitoriq.jobs.JobStage.column;
import static io.competitoriq.jobs.JobStage.effect;
import static io.competitoriq.jobs.JobStage.play;
import static io.competitoriq.jobs.JobStage.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.JobOutcome.Completed;
import io.competitoriq.jobs.JobStage;
import io.competitoriq.jobs.OwnRedis;
import io.competitoriq.jobs.Scripted;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The queue `single-jobs` has one slot and a timeout of 700 ms; a lease lasts 3 s.
@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class BusyHandlerTest {

  private static final long QUEUED = 0;
  private static final long DONE = 2;
  private static final long DEAD = 3;

  @Inject JobStage stage;
  @Inject Scripted scripted;
  @Inject MeterRegistry registry;

  @BeforeEach
  void prepare() {
    JobStage.prepare();
  }

  @Test
  void handlersThatBlockEveryEventLoopKeepTheirLeases() {
    Duration longerThanALease = Duration.ofMillis(3600);
    scripted.on(
        "blocking",
        (job, context) -> {
          spin(longerThanALease);
          return context.commit(tx -> effect(tx, job));
        });

    stage.addMany("test-jobs", "blocking", 4);

    await().atMost(PATIENCE).until(() -> blocking("state = 1") == 4);
    await()
        .during(Duration.ofSeconds(4))
        .atMost(PATIENCE)
        .until(() -> blocking("state = 1 and lease_until < now()") == 0);
    await().atMost(PATIENCE).until(() -> blocking("state = 2 and attempt = 1") == 4);
  }

  @Test
  void computingStopsWhenTheJobsTimeIsOver() {
    var interrupted = new AtomicBoolean();
    scripted.on(
        "obedient",
        (_, context) ->
            context
                .compute(
                    () -> {
                      try {
                        return new CountDownLatch(1).await(1, TimeUnit.MINUTES);
                      } catch (InterruptedException stopped) {
                        interrupted.set(true);
                        throw stopped;
                      }
                    })
                .replaceWith(new Completed()));

    long id = stage.add(play("single-jobs", "obedient", "x").maxAttempts(1));

    awaitState(id, DEAD);
    assertThat(column(id, "error")).isEqualTo("exhausted: timeout");
    await().atMost(PATIENCE).untilTrue(interrupted);
  }

  @Test
  void aSlotIsFreeOnlyWhenNothingOfItsJobComputesAnyMore() {
    var release = new AtomicBoolean();
    scripted.on(
        "deaf",
        (_, context) ->
            context
                .compute(
                    () -> {
                      while (!release.get()) {
                        Thread.onSpinWait();
                      }
                      return true;
                    })
                .replaceWith(new Completed()));
    scripted.on("next", (job, context) -> context.commit(tx -> effect(tx, job)));
    long deaf = stage.add(play("single-jobs", "deaf", "x").maxAttempts(1));
    awaitState(deaf, DEAD);

    long next = stage.add(play("single-jobs", "next", "x"));

    await().during(Duration.ofMillis(1500)).atMost(PATIENCE).until(() -> state(next) == QUEUED);
    await().atMost(PATIENCE).until(() -> stuckHandlers() == 1);
    release.set(true);
    awaitState(next, DONE);
  }

  private double stuckHandlers() {
    return registry.get("ciq_queue_stuck_handlers").tag("queue", "single-jobs").gauge().value();
  }

  private static void spin(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    while (System.nanoTime() < end) {
      Thread.onSpinWait();
    }
  }

  private static long blocking(String condition) {
    return TestDatabase.queryLong(
        "select count(*) from jobs.job where payload->>'script' = 'blocking' and " + condition);
  }
}
