package io.competitoriq.jobs;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static io.competitoriq.jobs.JobStage.awaitState;
import static io.competitoriq.jobs.JobStage.column;
import static io.competitoriq.jobs.JobStage.effect;
import static io.competitoriq.jobs.JobStage.effects;
import static io.competitoriq.jobs.JobStage.play;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.Scripted.Play;
import io.competitoriq.jobs.ledger.Ticket;
import io.competitoriq.jobs.tickets.RedisLink;
import io.competitoriq.jobs.tickets.Tickets;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.Command;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class JobFaultTest {

  private static final long DONE = 2;
  private static final long DEAD = 3;
  private static final long CANCELLED = 4;

  @Inject JobStage stage;
  @Inject Scripted scripted;
  @Inject Tickets tickets;
  @Inject RedisLink redis;
  @Inject MeterRegistry registry;

  @BeforeEach
  void prepare() {
    JobStage.prepare();
  }

  @Test
  void aZombiesEffectsAreRolledBackAndTheJobRunsAgain() {
    scripted.on(
        "zombie",
        (job, context) ->
            context.commit(
                tx ->
                    job.attempt() == 1
                        ? meanwhile(
                            tx,
                            job,
                            "lease = gen_random_uuid(), lease_until = now() + interval '1 s'")
                        : effect(tx, job)));

    long id = stage.add(play("test-jobs", "zombie", "x"));

    awaitState(id, DONE);
    assertThat(scripted.starts("zombie")).hasSize(2);
    assertThat(registry.counter("ciq_queue_zombie_rejected", "queue", "test-jobs").count())
        .isPositive();
    assertThat(effects(id)).isEqualTo(1);
  }

  @Test
  void aLateCompletionNobodyElseHasTakenStillCounts() {
    scripted.on(
        "late",
        (job, context) ->
            context.commit(tx -> meanwhile(tx, job, "state = 0, run_at = now() + interval '1 h'")));

    long id = stage.add(play("test-jobs", "late", "x"));

    awaitState(id, DONE);
    assertThat(effects(id)).isEqualTo(1);
    assertThat(scripted.starts("late")).hasSize(1);
  }

  /// Writes the effect, and before the completion somebody else changes the job.
  private static Uni<?> meanwhile(Mutiny.Session tx, Job<Play> job, String change) {
    return effect(tx, job)
        .onItem()
        .invoke(
            _ -> TestDatabase.execute("update jobs.job set " + change + " where id = " + job.id()));
  }

  @Test
  void aLostWorkersJobRunsAgainAndTheCrashIsCounted() {
    scripted.on("orphan", (job, context) -> context.commit(tx -> effect(tx, job)));

    long id = leaseOfALostWorker("orphan", 0);

    awaitState(id, DONE);
    assertThat(column(id, "crashes")).isEqualTo(1);
    assertThat(column(id, "attempt")).isEqualTo(2);
    assertThat(effects(id)).isEqualTo(1);
  }

  @Test
  void theThirdLostWorkerMakesTheJobPoison() {
    long id = leaseOfALostWorker("poison", 2);

    awaitState(id, DEAD);

    assertThat(column(id, "error")).isEqualTo("poison: its worker was lost 3 times");
    assertThat(scripted.starts("poison")).isEmpty();
  }

  private static long leaseOfALostWorker(String script, int crashes) {
    return TestDatabase.queryLong(
        """
        insert into jobs.job (queue, kind, workspace_id, payload, state, attempt, crashes, lease, lease_until, worker,
                              started_at)
        values ('test-jobs', 'play', '%s', '{"script": "%s", "key": "x"}', 1, 1, %d, gen_random_uuid(),
                now() - interval '1 s', 'lost', now())
        returning id
        """
            .formatted(JobStage.WORKSPACE, script, crashes));
  }

  @Test
  void aDuplicateTicketStartsNothing() {
    scripted.on("single", (job, context) -> context.commit(tx -> effect(tx, job)));
    long id = stage.add(play("test-jobs", "single", "x"));
    awaitState(id, DONE);

    tickets
        .publish("test-jobs", Tickets.NO_GENERATION, List.of(new Ticket(id, 0, "")))
        .await()
        .atMost(PATIENCE);

    await().atMost(PATIENCE).until(() -> tickets.count("test-jobs").await().atMost(PATIENCE) == 0);
    assertThat(scripted.starts("single")).hasSize(1);
  }

  @Test
  void aHandlerThatTakesTooLongHasFailed() {
    scripted.on("endless", (_, _) -> Uni.createFrom().nothing());

    long id = stage.add(play("polite-jobs", "endless", "x").maxAttempts(1));

    awaitState(id, DEAD);
    assertThat(column(id, "error")).isEqualTo("exhausted: timeout");
  }

  @Test
  void jobsWhoseTimeIsOverInTheirTransactionGiveTheConnectionBack() {
    int moreThanThePoolHolds = 16;
    scripted.on(
        "slow-commit",
        (job, context) ->
            context.commit(
                tx ->
                    tx.createNativeQuery("select cast(pg_sleep(1.5) as text)")
                        .getSingleResult()
                        .chain(() -> effect(tx, job))));
    scripted.on("after-slow", (job, context) -> context.commit(tx -> effect(tx, job)));
    List<Long> slow =
        IntStream.range(0, moreThanThePoolHolds)
            .mapToObj(i -> stage.add(play("polite-jobs", "slow-commit", "k" + i).maxAttempts(1)))
            .toList();

    slow.forEach(id -> awaitState(id, DEAD));

    long next = stage.add(play("test-jobs", "after-slow", "x"));
    awaitState(next, DONE);
    assertThat(JobStage.effectsOf("slow-commit", false)).isZero();
  }

  @Test
  void aRunningJobCanBeCancelled() {
    scripted.on("stoppable", (_, _) -> Uni.createFrom().nothing());
    long id = stage.add(play("test-jobs", "stoppable", "x"));
    JobStage.awaitState(id, 1);

    TestDatabase.execute("update jobs.job set cancel = true where id = " + id);

    awaitState(id, CANCELLED);
  }

  @Test
  void onlyTheRelayBeginsAGeneration() {
    var ticket = List.of(new Ticket(1, 1, ""));

    String before = tickets.publish("lua-jobs", "", ticket).await().atMost(PATIENCE);
    String begun = tickets.publish("lua-jobs", "g1", ticket).await().atMost(PATIENCE);
    String after = tickets.publish("lua-jobs", "g2", ticket).await().atMost(PATIENCE);

    assertThat(before).isEmpty();
    assertThat(begun).isEqualTo("g1");
    assertThat(after).isEqualTo("g1");
    assertThat(redis.send(Command.XLEN, "{q:lua-jobs}:s1").await().atMost(PATIENCE).toLong())
        .isEqualTo(1);
  }
}
