package io.competitoriq.jobs.worker;

import static io.competitoriq.jobs.JobStage.effect;
import static io.competitoriq.jobs.JobStage.effects;
import static io.competitoriq.jobs.JobStage.play;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.jobs.JobStage;
import io.competitoriq.jobs.OwnRedis;
import io.competitoriq.jobs.Scripted;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheckResponse.Status;
import org.eclipse.microprofile.health.Liveness;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class GracefulStopTest {

  private static final long RUNNING = 1;
  private static final long DONE = 2;

  @Inject JobStage stage;
  @Inject Scripted scripted;
  @Inject RunningJobs running;
  @Inject @Liveness WorkersLive live;

  @BeforeEach
  void prepare() {
    JobStage.prepare();
  }

  @Test
  void aJobGivenBackByAStoppingWorkerHasSpentNoAttempt() {
    scripted.on(
        "interrupted",
        (job, context) ->
            scripted.starts("interrupted").size() == 1
                ? Uni.createFrom().nothing()
                : context.commit(tx -> effect(tx, job)));
    long id = stage.add(play("test-jobs", "interrupted", "x").maxAttempts(1));
    JobStage.awaitState(id, RUNNING);

    running.all().stream()
        .filter(job -> job.claimed().id() == id)
        .forEach(job -> job.end(new Ending.Released()));

    JobStage.awaitState(id, DONE);
    assertThat(scripted.starts("interrupted")).hasSize(2).allMatch(job -> job.attempt() == 1);
    assertThat(effects(id)).isEqualTo(1);
  }

  @Test
  void aProcessWhoseLoopsComeRoundIsAlive() {
    assertThat(live.call().getStatus()).isEqualTo(Status.UP);
  }
}
