package io.competitoriq.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// The handler behind the real engine: from the ledger to the next step's job.
@QuarkusTest
@WithEmbeddedServers("crawl")
class CollectSourceJobTest {
  @Inject JobQueue queue;
  @Inject WorkspaceTransactions transactions;

  @Test
  void enqueuedSourceIsVisitedAndItsJobDone() {
    // Given
    try (TestSite site = new TestSite()) {
      site.page("/pricing", "The Team plan costs 29 dollars per seat and month.");
      Job<CollectSource> job = Collecting.job(site.url("/pricing"));
      // When
      Enqueued enqueued =
          transactions
              .in(
                  job.workspaceId(),
                  tx ->
                      queue.enqueue(
                          tx,
                          NewJob.of(job.queue(), job.kind(), job.workspaceId(), job.payload())
                              .dedup(job.payload().sourceId().toString())
                              .host(job.payload().url().getHost())))
              .await()
              .atMost(Duration.ofSeconds(10));
      // Then
      assertThat(enqueued).isInstanceOf(Enqueued.Added.class);
      long id = ((Enqueued.Added) enqueued).id();
      await()
          .atMost(Duration.ofSeconds(20))
          .untilAsserted(
              () ->
                  assertThat(TestDatabase.queryLong("select state from jobs.job where id = " + id))
                      .isEqualTo(2));
      assertThat(Collecting.snapshots(job)).isOne();
      assertThat(Collecting.processJobs(job)).isOne();
      assertThat(Collecting.lastVisit(job, "outcome")).isEqualTo("STORED");
    }
  }
}
