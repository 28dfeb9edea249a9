package io.competitoriq.jobs;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static io.competitoriq.jobs.JobStage.play;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.tickets.RedisLink;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A process that only enqueues: no relay of its own looks at Redis.
@QuarkusTest
@TestProfile(WithoutWorkersTest.OnlyEnqueues.class)
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class WithoutWorkersTest {

  @Inject JobStage stage;
  @Inject RedisLink redis;

  /// What such a process is configured with.
  public static final class OnlyEnqueues implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("ciq.jobs.workers", "false");
    }
  }

  @Test
  void wakesWorkersAgainOnceRedisIsBack() {
    OwnRedis.get().down();
    try {
      enqueue();
      await().atMost(PATIENCE).until(redis::failing);
    } finally {
      OwnRedis.get().up();
    }

    await().atMost(PATIENCE).until(() -> enqueue() > 0 && !redis.failing());

    assertThat(redis.down()).isFalse();
  }

  private long enqueue() {
    return stage.add(play("unworked-jobs", "x", "y"));
  }
}
