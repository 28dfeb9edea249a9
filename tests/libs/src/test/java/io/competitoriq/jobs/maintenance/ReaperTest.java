package io.competitoriq.jobs.maintenance;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static io.competitoriq.jobs.JobStage.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.JobStage;
import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.OwnRedis;
import io.competitoriq.jobs.ledger.Leases;
import io.competitoriq.jobs.meters.QueueMeters;
import io.competitoriq.testkit.FrozenProcesses;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// While PostgreSQL stands still no worker can renew a lease, and all of them run out.
@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class ReaperTest {

  /// No handler works it, so that no other reaper looks at it.
  private static final String QUEUE = "reaped-jobs";

  private static final Duration LONGER_THAN_A_PROMPT_ANSWER = Duration.ofMillis(1300);
  private static final long QUEUED = 0;
  private static final long RUNNING = 1;

  @Inject Leases leases;
  @Inject JobsConfig config;
  @Inject QueueMeters meters;

  private Reaper reaper;

  @BeforeEach
  void aReaperThatHasNotLookedYet() {
    reaper = new Reaper(leases, config, meters);
  }

  @Test
  void aLeaseThatRanOutIsTakenBackAtTheFirstLook() {
    long job = jobWhoseLeaseRanOut();

    reaper.tick(Set.of(QUEUE));

    assertThat(state(job)).isEqualTo(QUEUED);
  }

  @Test
  void whenPostgresqlThawsTheWorkersHaveOneLeaseToRenewTheirs() throws InterruptedException {
    long job = jobWhoseLeaseRanOut();

    Thread look = lookWhilePostgresqlStandsStill();
    look.join(PATIENCE);

    assertThat(look.isAlive()).isFalse();
    assertThat(state(job)).isEqualTo(RUNNING);
  }

  @Test
  void aWorkerThatHasNotRenewedItsLeaseByThenIsLost() throws InterruptedException {
    long job = jobWhoseLeaseRanOut();
    lookWhilePostgresqlStandsStill().join(PATIENCE);

    await()
        .atMost(PATIENCE)
        .until(
            () -> {
              reaper.tick(Set.of(QUEUE));
              return state(job) == QUEUED;
            });

    assertThat(JobStage.column(job, "crashes")).isEqualTo(1);
  }

  private Thread lookWhilePostgresqlStandsStill() {
    try (var _ = FrozenProcesses.postgresql()) {
      Thread look = Thread.ofPlatform().daemon().start(() -> reaper.tick(Set.of(QUEUE)));
      await().pollDelay(LONGER_THAN_A_PROMPT_ANSWER).until(look::isAlive);
      return look;
    }
  }

  private static long jobWhoseLeaseRanOut() {
    return TestDatabase.queryLong(
        """
        insert into jobs.job (queue, kind, workspace_id, payload, state, attempt, lease, lease_until, worker, started_at)
        values ('%s', 'play', '%s', '{}', 1, 1, gen_random_uuid(), now() - interval '1 s', 'living', now())
        returning id
        """
            .formatted(QUEUE, JobStage.WORKSPACE));
  }
}
