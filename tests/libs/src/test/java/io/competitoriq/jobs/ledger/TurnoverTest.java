package io.competitoriq.jobs.ledger;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static io.competitoriq.jobs.JobStage.play;
import static io.competitoriq.jobs.JobStage.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.jobs.JobStage;
import io.competitoriq.jobs.OwnRedis;
import io.competitoriq.jobs.ledger.Turnover.Ended;
import io.competitoriq.jobs.ledger.Turnover.Turned;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class TurnoverTest {

  /// Without a handler, so that nobody else claims its jobs.
  private static final String QUEUE = "unworked-jobs";

  private static final long QUEUED = 0;
  private static final long RUNNING = 1;
  private static final long DONE = 2;

  @Inject JobStage stage;
  @Inject Turnover turnover;

  @AfterEach
  void resume() {
    TestDatabase.execute("delete from jobs.queue_state where queue = '" + QUEUE + "'");
  }

  @Test
  void whatEndedIsDoneAndWhatTicketsNameIsLeasedInOneStatement() {
    List<Claimed> first = turn(List.of(), added(3)).jobs();
    List<Long> next = added(2);

    Turned turned = turn(ended(first), next);

    assertThat(turned.done()).containsExactlyInAnyOrderElementsOf(leases(first));
    assertThat(first).allSatisfy(job -> assertThat(state(job.id())).isEqualTo(DONE));
    assertThat(turned.jobs()).extracting(Claimed::id).containsExactlyInAnyOrderElementsOf(next);
    assertThat(turned.jobs())
        .allSatisfy(
            job -> {
              assertThat(state(job.id())).isEqualTo(RUNNING);
              assertThat(job.attempt()).isEqualTo(1);
              assertThat(job.kind()).isEqualTo("play");
              assertThat(job.payload()).contains("none");
              assertThat(JobStage.column(job.id(), "lease")).isEqualTo(job.lease());
              assertThat(JobStage.column(job.id(), "worker")).isEqualTo("worker");
            });
  }

  @Test
  void aLostLeaseMakesNothingDone() {
    List<Claimed> jobs = turn(List.of(), added(2)).jobs();
    Claimed zombie = jobs.getFirst();
    TestDatabase.execute("update jobs.job set lease = gen_random_uuid() where id = " + zombie.id());

    Turned turned = turn(ended(jobs), List.of());

    assertThat(turned.done()).containsExactly(jobs.getLast().lease());
    assertThat(state(zombie.id())).isEqualTo(RUNNING);
  }

  @Test
  void aRowThatSomebodyHoldsIsLeftOut() throws SQLException {
    List<Claimed> jobs = turn(List.of(), added(2)).jobs();
    try (var somebody = TestDatabase.admin();
        var statement = somebody.createStatement()) {
      somebody.setAutoCommit(false);
      statement.execute("select from jobs.job where id = " + jobs.getFirst().id() + " for update");

      Turned turned = turn(ended(jobs), List.of());

      assertThat(turned.done()).containsExactly(jobs.getLast().lease());
      somebody.rollback();
    }
  }

  @Test
  void aTicketOfAJobThatRunsOrIsForLaterGivesNothing() {
    List<Long> ids = added(2);
    turn(List.of(), ids);
    List<Long> later = added(1);
    TestDatabase.execute(
        "update jobs.job set run_at = now() + interval '1 h' where id = " + later.getFirst());

    assertThat(turn(List.of(), ids).jobs()).isEmpty();
    assertThat(turn(List.of(), later).jobs()).isEmpty();
  }

  @Test
  void aPausedQueueGivesNothingButTakesWhatEnded() {
    List<Claimed> running = turn(List.of(), added(1)).jobs();
    List<Long> next = added(1);
    TestDatabase.execute(
        "insert into jobs.queue_state (queue, paused) values ('" + QUEUE + "', true)");

    Turned turned = turn(ended(running), next);

    assertThat(turned.jobs()).isEmpty();
    assertThat(state(next.getFirst())).isEqualTo(QUEUED);
    assertThat(turned.done()).containsExactlyElementsOf(leases(running));
  }

  @Test
  void aJobWhoseBatchMustBeCountedDownIsLeftToItsOwnStatement() {
    List<Claimed> jobs = turn(List.of(), added(1)).jobs();
    long id = jobs.getFirst().id();
    TestDatabase.execute(
        "with batch as (insert into jobs.job_batch (remaining) values (1) returning id)"
            + " update jobs.job set batch_id = (select id from batch) where id = "
            + id);

    assertThat(turn(ended(jobs), List.of()).done()).isEmpty();
    assertThat(state(id)).isEqualTo(RUNNING);
  }

  private List<Long> added(int count) {
    return IntStream.range(0, count)
        .mapToObj(i -> stage.add(play(QUEUE, "none", "turnover " + i)))
        .toList();
  }

  private Turned turn(List<Ended> ended, List<Long> ids) {
    return turnover
        .turn(QUEUE, "worker", ended, ids, Duration.ofSeconds(30))
        .toCompletionStage()
        .toCompletableFuture()
        .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
        .join();
  }

  private static List<Ended> ended(List<Claimed> jobs) {
    return jobs.stream().map(job -> new Ended(job.id(), job.lease())).toList();
  }

  private static List<UUID> leases(List<Claimed> jobs) {
    return jobs.stream().map(Claimed::lease).toList();
  }
}
