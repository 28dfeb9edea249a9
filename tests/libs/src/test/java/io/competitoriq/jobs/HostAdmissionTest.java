package io.competitoriq.jobs;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static io.competitoriq.jobs.JobStage.awaitState;
import static io.competitoriq.jobs.JobStage.effect;
import static io.competitoriq.jobs.JobStage.play;
import static io.competitoriq.jobs.JobStage.state;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.hosts.Hosts;
import io.competitoriq.jobs.tickets.RedisLink;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The queue `polite-jobs` leaves 300 ms between two starts on one host.
@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class HostAdmissionTest {

  private static final long QUEUED = 0;
  private static final long DONE = 2;

  @Inject JobStage stage;
  @Inject Scripted scripted;
  @Inject RedisLink redis;
  @Inject Hosts hosts;

  @BeforeEach
  void prepare() {
    JobStage.prepare();
    scripted.on("visit", (job, context) -> context.commit(tx -> effect(tx, job)));
    scripted.on(
        "long-visit",
        (job, context) ->
            Uni.createFrom()
                .voidItem()
                .onItem()
                .delayIt()
                .by(Duration.ofMillis(450))
                .chain(() -> context.commit(tx -> effect(tx, job))));
  }

  @AfterEach
  void redisIsBack() {
    await().atMost(PATIENCE).until(() -> !redis.failing());
  }

  @Test
  void visitsOfAHostStayApartWhateverRedisForgets() {
    stage.enqueueAll(visits("visit", 8, "forgetful-a.test", "forgetful-b.test"));

    for (int left = 6; left > 0; left -= 2) {
      long below = left;
      await().atMost(PATIENCE).until(() -> waiting("forgetful-%") <= below);
      redis.send(Command.FLUSHALL).await().atMost(PATIENCE);
    }

    await().atMost(PATIENCE).until(() -> waiting("forgetful-%") == 0);
    assertThat(smallestGapMillis("forgetful-%")).isGreaterThanOrEqualTo(300);
  }

  @Test
  void visitsOfAHostStayApartWithoutRedis() {
    OwnRedis.get().down();
    try {
      stage.enqueueAll(visits("visit", 6, "direct-a.test", "direct-b.test"));
      await().atMost(PATIENCE).until(() -> waiting("direct-%") == 0);
    } finally {
      OwnRedis.get().up();
    }

    assertThat(smallestGapMillis("direct-%")).isGreaterThanOrEqualTo(300);
  }

  @Test
  void oneVisitOfAHostEndsBeforeTheNextBegins() {
    stage.enqueueAll(visits("long-visit", 4, "slow.test"));

    await().atMost(PATIENCE).until(() -> waiting("slow.test") == 0);

    assertThat(
            TestDatabase.queryLong(
                """
                select count(*) from jobs.job a join jobs.job b
                    on a.host = b.host and a.id < b.id
                   and a.started_at < b.finished_at and b.started_at < a.finished_at
                 where a.host = 'slow.test'
                """))
        .isZero();
  }

  @Test
  void aSiteOfManyPagesDoesNotStandInFrontOfTheOthers() {
    stage.enqueueAll(visits("visit", 300, "huge.test"));

    List<Enqueued> small = stage.enqueueAll(visits("visit", 3, "x.test", "y.test", "z.test"));

    small.forEach(added -> awaitState(((Enqueued.Added) added).id(), DONE));
    assertThat(waiting("huge.test")).isGreaterThan(250);
    TestDatabase.execute("update jobs.job set state = 4 where host = 'huge.test' and state = 0");
  }

  @Test
  void aHostThatAskedForRestIsLeftAlone() {
    hosts.rest("resting.test", Duration.ofHours(1)).await().atMost(PATIENCE);
    hosts.rest("resting.test", Duration.ofSeconds(1)).await().atMost(PATIENCE);
    long resting = stage.add(play("polite-jobs", "visit", "x").host("resting.test"));

    long other = stage.add(play("polite-jobs", "visit", "x").host("lively.test"));

    awaitState(other, DONE);
    await().during(Duration.ofSeconds(2)).atMost(PATIENCE).until(() -> state(resting) == QUEUED);
  }

  @Test
  void aHostThatWantsMoreSpaceGetsIt() {
    hosts.space("spacious.test", Duration.ofMillis(900)).await().atMost(PATIENCE);

    stage.enqueueAll(visits("visit", 3, "spacious.test"));

    await().atMost(PATIENCE).until(() -> waiting("spacious.test") == 0);
    assertThat(smallestGapMillis("spacious.test")).isGreaterThanOrEqualTo(900);
  }

  private static List<NewJob> visits(String script, int count, String... hosts) {
    return IntStream.range(0, count)
        .mapToObj(i -> play("polite-jobs", script, "k" + i).host(hosts[i % hosts.length]))
        .toList();
  }

  private static long waiting(String hosts) {
    return TestDatabase.queryLong(
        "select count(*) from jobs.job where state in (0, 1) and host like '" + hosts + "'");
  }

  private static long smallestGapMillis(String hosts) {
    return TestDatabase.queryLong(
        """
        select cast(floor(extract(epoch from min(gap)) * 1000) as bigint) from (
          select started_at - lag(started_at) over (partition by host order by started_at) as gap
            from jobs.job where host like '%s') gaps
        """
            .formatted(hosts));
  }
}
