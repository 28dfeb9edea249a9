package io.competitoriq.jobs.ledger;

import static io.competitoriq.jobs.JobStage.PATIENCE;
import static io.competitoriq.jobs.JobStage.awaitState;
import static io.competitoriq.jobs.JobStage.play;
import static io.competitoriq.jobs.JobStage.state;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.jobs.JobStage;
import io.competitoriq.jobs.OwnRedis;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
class CompletionsTest {

  /// Without a handler, so that nobody else claims its jobs.
  private static final String QUEUE = "unworked-jobs";

  private static final long RUNNING = 1;
  private static final long DONE = 2;
  private static final Duration LEASE = Duration.ofSeconds(30);
  private static final Pace NO_LIMIT = new Pace(0, Duration.ofSeconds(1), Duration.ZERO, 1);

  @Inject JobStage stage;
  @Inject Ledger ledger;
  @Inject Completions completions;

  @Test
  void jobsThatEndTogetherAreAllDone() {
    List<Claimed> jobs = claimed(20);

    List<Boolean> answers = done(jobs).stream().map(CompletableFuture::join).toList();

    assertThat(answers).hasSize(20).containsOnly(true);
    assertThat(jobs).allSatisfy(job -> assertThat(state(job.id())).isEqualTo(DONE));
  }

  @Test
  void eachLearnsOfItsOwnLeaseAlone() {
    List<Claimed> jobs = claimed(5);
    Claimed zombie = jobs.get(2);
    TestDatabase.execute("update jobs.job set lease = gen_random_uuid() where id = " + zombie.id());

    List<Boolean> answers = done(jobs).stream().map(CompletableFuture::join).toList();

    assertThat(answers).containsExactly(true, true, false, true, true);
    assertThat(state(zombie.id())).isEqualTo(RUNNING);
  }

  @Test
  void aRowThatSomebodyHoldsKeepsNoOtherJobWaiting() throws SQLException {
    List<Claimed> jobs = claimed(5);
    Claimed held = jobs.get(1);
    try (var somebody = TestDatabase.admin();
        var statement = somebody.createStatement()) {
      somebody.setAutoCommit(false);
      statement.execute("select from jobs.job where id = " + held.id() + " for update");

      List<CompletableFuture<Boolean>> answers = done(jobs);

      jobs.stream().filter(job -> job != held).forEach(job -> awaitState(job.id(), DONE));
      assertThat(answers.get(1)).isNotDone();
      somebody.rollback();
      assertThat(answers.get(1).join()).isTrue();
    }
  }

  private List<Claimed> claimed(int count) {
    List<Long> ids =
        IntStream.range(0, count)
            .mapToObj(i -> stage.add(play(QUEUE, "none", "completion " + i)))
            .toList();
    return ledger.claim(QUEUE, "worker", ids, LEASE, NO_LIMIT).await().atMost(PATIENCE).jobs();
  }

  private List<CompletableFuture<Boolean>> done(List<Claimed> jobs) {
    List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    jobs.forEach(
        job -> answers.add(completions.done(job.id(), job.lease()).subscribeAsCompletionStage()));
    return answers;
  }
}
