package io.competitoriq.jobs.worker;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static io.competitoriq.jobs.JobStage.effect;
import static io.competitoriq.jobs.JobStage.effectsOf;
import static io.competitoriq.jobs.JobStage.unfinished;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.JobStage;
import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.OwnRedis;
import io.competitoriq.jobs.Scripted;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Three worker loops per queue, as three processes would run them.
@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class SeveralWorkersTest {

  @Inject JobStage stage;
  @Inject Scripted scripted;
  @Inject WorkerParts parts;
  @Inject JobsConfig config;

  private List<QueueWorker> others = List.of();

  @BeforeEach
  void startTwoMore() {
    JobStage.prepare();
    others =
        Stream.of("load-jobs", "limited-jobs")
            .flatMap(
                queue ->
                    Stream.of("second", "third")
                        .map(name -> new QueueWorker(queue, name, parts, config)))
            .toList();
    others.forEach(worker -> Thread.ofPlatform().daemon().start(worker));
  }

  @AfterEach
  void stopThem() {
    others.forEach(QueueWorker::stop);
  }

  @Test
  void everyJobHasExactlyOneEffect() {
    scripted.on("crowd", (job, context) -> context.commit(tx -> effect(tx, job)));

    stage.addMany("load-jobs", "crowd", 400);

    await().atMost(PATIENCE).until(() -> unfinished("load-jobs") == 0);
    assertThat(effectsOf("crowd", false)).isEqualTo(400);
    assertThat(effectsOf("crowd", true)).isEqualTo(400);
    assertThat(scripted.starts("crowd")).hasSize(400);
  }

  @Test
  void theLimitIsOneForAllOfThem() {
    scripted.on("crowd-limited", (job, context) -> context.commit(tx -> effect(tx, job)));

    stage.addMany("limited-jobs", "crowd-limited", 40);

    await().atMost(PATIENCE).until(() -> unfinished("limited-jobs") == 0);
    assertThat(effectsOf("crowd-limited", true)).isEqualTo(40);
    assertThat(JobStage.mostStartsInASecond("limited-jobs")).isEqualTo(10);
  }
}
