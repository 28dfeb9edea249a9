package io.competitoriq.jobs;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static io.competitoriq.jobs.JobStage.awaitState;
import static io.competitoriq.jobs.JobStage.effect;
import static io.competitoriq.jobs.JobStage.effectsOf;
import static io.competitoriq.jobs.JobStage.play;
import static io.competitoriq.jobs.JobStage.unfinished;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.tickets.RedisLink;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.Command;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class RedisLossTest {

  private static final long DONE = 2;

  @Inject JobStage stage;
  @Inject Scripted scripted;
  @Inject RedisLink redis;

  @BeforeEach
  void prepare() {
    JobStage.prepare();
    for (String script : new String[] {"load", "direct", "limited", "again"}) {
      scripted.on(script, (job, context) -> context.commit(tx -> effect(tx, job)));
    }
  }

  @AfterEach
  void redisIsBack() {
    await().atMost(PATIENCE).until(() -> !redis.failing());
  }

  @Test
  void anEmptiedRedisLosesAndDoublesNothing() {
    stage.addMany("load-jobs", "load", 300);

    for (int left = 240; left > 0; left -= 60) {
      long below = left;
      await().atMost(PATIENCE).until(() -> unfinished("load-jobs") <= below);
      flush();
    }

    await().atMost(PATIENCE).until(() -> unfinished("load-jobs") == 0);
    assertThat(effectsOf("load", false)).isEqualTo(300);
    assertThat(effectsOf("load", true)).isEqualTo(300);
  }

  @Test
  void anEmptiedRedisStartsTheNextJobWithinThreeSeconds() {
    flush();

    long id = stage.add(play("test-jobs", "again", "x"));

    awaitState(id, DONE);
    assertThat(waitedMillis(id)).isLessThan(3000);
  }

  @Test
  void withoutRedisJobsRunStraightFromTheLedgerAndTicketsComeBackWithIt() {
    OwnRedis.get().down();
    try {
      stage.addMany("test-jobs", "direct", 40);
      await().atMost(PATIENCE).until(() -> effectsOf("direct", false) == 40);
      assertThat(redis.down()).isTrue();
    } finally {
      OwnRedis.get().up();
    }

    await().atMost(PATIENCE).until(() -> !redis.failing());
    long id = stage.add(play("test-jobs", "again", "y"));

    awaitState(id, DONE);
    assertThat(effectsOf("direct", true)).isEqualTo(40);
  }

  /// What stands in front of a dead Redis (a proxy, a load balancer) may take the call and hang up.
  @Test
  void aRedisThatHangsUpAtOnceIsAway() throws IOException {
    OwnRedis.get().down();
    try (var door = new ServerSocket(OwnRedis.get().port(), 50, InetAddress.getLoopbackAddress())) {
      Thread.ofVirtual().start(() -> hangUpOnEveryCaller(door));
      long id = stage.add(play("test-jobs", "again", "hung-up"));

      awaitState(id, DONE);
      assertThat(redis.down()).isTrue();
    } finally {
      OwnRedis.get().up();
    }
  }

  private static void hangUpOnEveryCaller(ServerSocket door) {
    while (!door.isClosed()) {
      try {
        door.accept().close();
      } catch (IOException closed) {
        return;
      }
    }
  }

  @Test
  void theLimitHoldsInEveryWindowWhateverRedisForgets() {
    stage.addMany("limited-jobs", "limited", 60);
    await().atMost(PATIENCE).until(() -> unfinished("limited-jobs") <= 45);
    flush();
    await().atMost(PATIENCE).until(() -> unfinished("limited-jobs") <= 30);
    OwnRedis.get().down();
    try {
      await().atMost(PATIENCE).until(() -> unfinished("limited-jobs") <= 15);
    } finally {
      OwnRedis.get().up();
    }
    await().atMost(PATIENCE).until(() -> unfinished("limited-jobs") == 0);

    assertThat(JobStage.mostStartsInASecond("limited-jobs")).isEqualTo(10);
  }

  private void flush() {
    redis.send(Command.FLUSHALL).await().atMost(PATIENCE);
  }

  private static long waitedMillis(long id) {
    return TestDatabase.queryLong(
        "select cast(extract(epoch from started_at - created_at) * 1000 as bigint) from jobs.job where id = "
            + id);
  }
}
