package io.competitoriq.jobs;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static io.competitoriq.jobs.JobStage.WORKSPACE;
import static io.competitoriq.jobs.JobStage.awaitState;
import static io.competitoriq.jobs.JobStage.play;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.Enqueued.Added;
import io.competitoriq.jobs.Enqueued.Duplicate;
import io.competitoriq.jobs.Enqueued.Rejected;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Jobs that are added by themselves, many callers at a time.
@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class LoneJobTest {

  private static final String QUEUE = "test-jobs";
  private static final Instant LATER = Instant.now().plusSeconds(3600);

  @Inject JobQueue queue;
  @Inject WorkspaceTransactions transactions;
  @Inject Vertx vertx;

  @Test
  void aJobAddedByItselfIsDone() {
    Enqueued answer = queue.add(play(QUEUE, "by itself", "x")).await().atMost(PATIENCE);

    awaitState(((Added) answer).id(), 2);
  }

  @Test
  void eachOfManyCallersIsToldItsOwnJob() {
    List<NewJob> jobs =
        IntStream.range(0, 500)
            .mapToObj(i -> play(QUEUE, "each", "own " + i).runAt(LATER).priority(priority(i)))
            .toList();

    List<Enqueued> answers = addAtOnce(jobs);

    for (int i = 0; i < jobs.size(); i++) {
      long id = ((Added) answers.get(i)).id();
      assertThat(
              TestDatabase.queryOne(
                  "select payload->>'key' || ', priority ' || prio || ', attempts ' || max_attempts"
                      + " from jobs.job where id = "
                      + id))
          .isEqualTo("own " + i + ", priority " + priority(i).rank() + ", attempts 5");
    }
  }

  private static Priority priority(int i) {
    return Priority.values()[i % Priority.values().length];
  }

  @Test
  void ofManyCallersWithOneKeyExactlyOneAdds() {
    NewJob job = play(QUEUE, "one key", "x").dedup("one key").runAt(LATER);

    List<Enqueued> answers = addAtOnce(IntStream.range(0, 20).mapToObj(_ -> job).toList());

    List<Long> added =
        answers.stream().filter(Added.class::isInstance).map(a -> ((Added) a).id()).toList();
    assertThat(added).hasSize(1);
    assertThat(answers)
        .filteredOn(answer -> !(answer instanceof Added))
        .hasSize(19)
        .containsOnly(new Duplicate(added.getFirst()));
  }

  @Test
  void aJobWhoseKeySomebodyHoldsKeepsNobodyWaiting() throws SQLException {
    NewJob keyed = play(QUEUE, "held key", "x").dedup("held key").runAt(LATER);
    try (Connection holder = TestDatabase.admin();
        var statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute(
          "insert into jobs.job (queue, kind, workspace_id, payload, dedup, run_at) values ('"
              + QUEUE
              + "', 'play', gen_random_uuid(), '{}', 'held key', now() + interval '1 h')");

      CompletableFuture<Enqueued> waiting = queue.add(keyed).subscribeAsCompletionStage();
      List<Enqueued> others = addAtOnce(List.of(later("a"), later("b"), later("c")));

      assertThat(others).allMatch(Added.class::isInstance);
      assertThat(waiting).isNotDone();
      holder.rollback();
      assertThat(waiting).succeedsWithin(PATIENCE).isInstanceOf(Added.class);
    }
  }

  private static NewJob later(String key) {
    return play(QUEUE, "later", key).runAt(LATER);
  }

  @Test
  void oneThatPostgresqlRefusesFailsNoneOfTheOthers() {
    List<NewJob> jobs =
        new ArrayList<>(IntStream.range(0, 40).mapToObj(i -> later("k" + i)).toList());
    jobs.set(20, NewJob.of(QUEUE, "a NUL \0 in it", WORKSPACE, "x"));

    List<CompletableFuture<Enqueued>> answers = begin(jobs);

    assertThat(answers.remove(20)).failsWithin(PATIENCE);
    assertThat(answers)
        .allSatisfy(
            answer -> assertThat(answer).succeedsWithin(PATIENCE).isInstanceOf(Added.class));
  }

  /// Nobody knows then whether the jobs were added, so nothing is added once more on suspicion.
  @Test
  void aConnectionThatIsLostFailsAllThatWereOnIt() throws SQLException {
    String script = "on a lost connection";
    List<CompletableFuture<Enqueued>> answers;
    try (Connection holder = TestDatabase.admin();
        var statement = holder.createStatement()) {
      holder.setAutoCommit(false);
      statement.execute("lock table jobs.job in share row exclusive mode");
      answers =
          begin(
              IntStream.range(0, 10)
                  .mapToObj(i -> play(QUEUE, script, "k" + i).runAt(LATER))
                  .toList());
      String waiting =
          "from pg_stat_activity where wait_event_type = 'Lock' and query like '%insert into jobs.job%'";
      await()
          .atMost(PATIENCE)
          .until(() -> TestDatabase.queryLong("select count(*) " + waiting) > 1);
      TestDatabase.queryLong("select count(pg_terminate_backend(pid)) " + waiting);
      await()
          .atMost(PATIENCE)
          .until(() -> answers.stream().anyMatch(CompletableFuture::isCompletedExceptionally));
      holder.rollback();
    }

    await().atMost(PATIENCE).until(() -> answers.stream().allMatch(CompletableFuture::isDone));
    long told = answers.stream().filter(answer -> !answer.isCompletedExceptionally()).count();
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from jobs.job where payload->>'script' = '" + script + "'"))
        .isEqualTo(told)
        .isLessThan(10);
  }

  @Test
  void aFullQueueTakesAsManyAsItHolds() {
    NewJob job = play("small-jobs", "nobody works this", "x").runAt(LATER);
    TestDatabase.execute("delete from jobs.job where queue = 'small-jobs'");
    await().atMost(PATIENCE).until(() -> queue.add(job).await().atMost(PATIENCE) instanceof Added);

    List<Enqueued> answers = addAtOnce(List.of(job, job, job, job));

    assertThat(answers).filteredOn(Rejected.class::isInstance).hasSizeGreaterThanOrEqualTo(3);
    TestDatabase.execute("delete from jobs.job where queue = 'small-jobs'");
  }

  @Test
  void itStaysWhenATransactionAroundItRollsBack() {
    var failed =
        transactions
            .in(
                WORKSPACE,
                _ ->
                    queue
                        .add(later("stays"))
                        .chain(
                            _ -> Uni.createFrom().<Void>failure(new IllegalStateException("no"))))
            .subscribeAsCompletionStage();

    assertThat(failed).failsWithin(PATIENCE);
    assertThat(
            TestDatabase.queryLong("select count(*) from jobs.job where payload->>'key' = 'stays'"))
        .isEqualTo(1);
  }

  @Test
  void theAnswerComesOnTheCallersContext() {
    Context caller =
        requireNonNull(VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext()));
    CompletableFuture<Boolean> there = new CompletableFuture<>();

    caller.runOnContext(
        _ ->
            queue
                .add(later("where"))
                .subscribe()
                .with(
                    _ -> there.complete(Vertx.currentContext() == caller),
                    there::completeExceptionally));

    assertThat(there).succeedsWithin(PATIENCE).isEqualTo(true);
  }

  private List<Enqueued> addAtOnce(List<NewJob> jobs) {
    return begin(jobs).stream().map(CompletableFuture::join).toList();
  }

  private List<CompletableFuture<Enqueued>> begin(List<NewJob> jobs) {
    List<CompletableFuture<Enqueued>> answers = new ArrayList<>();
    jobs.forEach(job -> answers.add(queue.add(job).subscribeAsCompletionStage()));
    return answers;
  }
}
