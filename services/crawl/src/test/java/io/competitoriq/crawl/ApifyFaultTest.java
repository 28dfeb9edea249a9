package io.competitoriq.crawl;

import static io.competitoriq.crawl.Collecting.lastVisit;
import static io.competitoriq.crawl.Collecting.snapshots;
import static io.competitoriq.crawl.Paying.reservedMicros;
import static io.competitoriq.crawl.Paying.spentMicros;
import static io.competitoriq.crawl.Paying.toItsEnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.crawl.standin.ApifyStandIn;
import io.competitoriq.crawl.standin.ApifyStandIn.RunPlan;
import io.competitoriq.crawl.standin.WithStandIns;
import io.competitoriq.http.Ids;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.JobOutcome.Retryable;
import io.competitoriq.jobs.JobOutcome.Snoozed;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Collector;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Collecting by runs while everything breaks that can: nothing is lost and nothing is paid twice.
@QuarkusTest
@WithEmbeddedServers("crawl")
@WithStandIns
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApifyFaultTest {
  private static final URI URL = URI.create("https://apify.com/acme/reviews");
  private static final Map<String, Object> OPTIONS =
      Map.of("actor", "acme/reviews", "input", Map.of("company", "acme"), "maxChargeUsd", "0.30");

  @Inject Collecting collecting;
  private ApifyStandIn apify;
  private UUID workspace;

  @BeforeAll
  void open() {
    apify = new ApifyStandIn();
  }

  @AfterAll
  void close() {
    apify.close();
  }

  @BeforeEach
  void withKey() {
    apify.reset(RunPlan.succeeding(ApifyVisitTest.reviews(7)));
    workspace = Ids.next();
    Paying.key(workspace, "apify", ApifyStandIn.TOKEN);
  }

  @Test
  void startWhoseAnswerIsLostIsFoundAndNotPaidTwice() {
    // Given
    apify.cutsAfter("start");
    Job<CollectSource> job = job();
    // When
    toItsEnd(collecting, job);
    // Then
    assertThat(apify.started()).isOne();
    assertStoredAndPaid(job, 250_000);
  }

  @Test
  void startThatNeverArrivedIsSentAgain() {
    // Given
    apify.cutsBefore("start");
    Job<CollectSource> job = job();
    // When
    toItsEnd(collecting, job);
    // Then
    assertThat(apify.calls("start")).isEqualTo(2);
    assertThat(apify.started()).isOne();
    assertStoredAndPaid(job, 250_000);
  }

  @Test
  void startAnsweredWithAServerErrorIsLookedForBeforeItIsSentAgain() {
    // Given
    apify.answers("start", 502, "internal-error", "bad gateway");
    Job<CollectSource> job = job();
    // When
    JobOutcome first = collecting.run(job);
    toItsEnd(collecting, job);
    // Then
    assertThat(first).isInstanceOf(Retryable.class);
    assertThat(apify.calls("runs")).isPositive();
    assertThat(apify.started()).isOne();
    assertStoredAndPaid(job, 250_000);
  }

  @Test
  void workerKilledBeforeItNotedTheRunResumesIt() {
    // Given
    Job<CollectSource> job = job();
    apify.plan(RunPlan.succeeding(ApifyVisitTest.reviews(2)).after(3));
    collecting.run(job);
    TestDatabase.execute(
        "update crawl.apify_run set state = 'INTENT', run_id = null, dataset_id = null"
            + " where workspace_id = '%s'".formatted(workspace));
    // When
    toItsEnd(collecting, job);
    // Then
    assertThat(apify.started()).isOne();
    assertStoredAndPaid(job, 250_000);
  }

  @Test
  void jobThatIsGivenUpDuringTheStartFindsItsRunAgain() {
    // Given
    Job<CollectSource> job = job();
    apify.plan(RunPlan.succeeding(ApifyVisitTest.reviews(2)).after(2));
    Cancellable running = collecting.start(job).subscribe().with(_ -> {}, _ -> {});
    await().until(() -> apify.calls("start") == 1);
    running.cancel();
    // When
    toItsEnd(collecting, job);
    // Then
    assertThat(apify.started()).isOne();
    assertStoredAndPaid(job, 250_000);
  }

  @Test
  void lostPollCostsASleepAndNothingElse() {
    // Given
    apify.cutsBefore("poll");
    Job<CollectSource> job = job();
    // When
    JobOutcome first = collecting.run(job);
    toItsEnd(collecting, job);
    // Then
    assertThat(first)
        .isInstanceOfSatisfying(
            Snoozed.class, snoozed -> assertThat(snoozed.reason()).contains("a poll was lost"));
    assertThat(apify.started()).isOne();
    assertStoredAndPaid(job, 250_000);
  }

  @Test
  void pagesThatFailAreAskedForAgain() {
    // Given
    apify.answers("items", 500, "internal-error", "oops");
    apify.answers("items", 429, "rate-limit-exceeded", "You have exceeded the rate limit");
    Job<CollectSource> job = job();
    // When
    toItsEnd(collecting, job);
    // Then
    assertThat(apify.calls("items")).isEqualTo(5);
    assertStoredAndPaid(job, 250_000);
  }

  @Test
  void zombieLeavesTheRunToItsSuccessor() {
    // Given
    Job<CollectSource> job = job();
    toItsEnd(collecting, job);
    TestDatabase.execute("delete from crawl.visit where workspace_id = '%s'".formatted(workspace));
    // When
    toItsEnd(collecting, job);
    // Then
    assertThat(apify.started()).isOne();
    assertThat(spentMicros(workspace)).isEqualTo(250_000);
  }

  @Test
  void concurrentVisitsCannotExceedTheBudget() {
    // Given
    Paying.budget(workspace, "apify", 1_000_000, 1_000_000);
    // No run ends before all have asked: one that is paid early would leave room for a fourth.
    apify.plan(RunPlan.succeeding(ApifyVisitTest.reviews(7)).after(3));
    List<Job<CollectSource>> jobs = IntStream.range(0, 12).mapToObj(_ -> job()).toList();
    // When
    Uni.join()
        .all(jobs.stream().map(collecting::start).toList())
        .andCollectFailures()
        .await()
        .atMost(Duration.ofSeconds(30));
    jobs.forEach(job -> toItsEnd(collecting, job));
    // Then
    long refused =
        jobs.stream().filter(job -> lastVisit(job, "outcome").equals("CREDIT_OUT")).count();
    assertThat(apify.started()).isEqualTo(3);
    assertThat(refused).isEqualTo(9);
    assertThat(spentMicros(workspace)).isEqualTo(750_000).isEqualTo(apify.billedMicros());
    assertThat(reservedMicros(workspace)).isZero();
  }

  @Test
  void budgetOfOneSourceDoesNotStopAnother() {
    // Given
    Paying.budget(workspace, "apify", 10_000_000, 300_000);
    Job<CollectSource> first = job();
    toItsEnd(collecting, first);
    // When
    Job<CollectSource> second = Collecting.again(first);
    toItsEnd(collecting, second);
    Job<CollectSource> other = job();
    toItsEnd(collecting, other);
    // Then
    assertThat(lastVisit(second, "outcome")).isEqualTo("CREDIT_OUT");
    assertThat(lastVisit(second, "reason")).contains("$0.30 for this source", "$0.25 are spent");
    assertThat(lastVisit(other, "outcome")).isEqualTo("STORED");
  }

  private void assertStoredAndPaid(Job<CollectSource> job, long micros) {
    assertThat(lastVisit(job, "outcome")).isEqualTo("STORED");
    assertThat(snapshots(job)).isOne();
    assertThat(spentMicros(workspace)).isEqualTo(micros).isEqualTo(apify.billedMicros());
    assertThat(reservedMicros(workspace)).isZero();
  }

  private Job<CollectSource> job() {
    return Collecting.job(workspace, Ids.next(), URL, Collector.APIFY, OPTIONS);
  }
}
