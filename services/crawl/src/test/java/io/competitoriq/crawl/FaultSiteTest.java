package io.competitoriq.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.crawl.Fault.Ending;
import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything that can be wrong with a site, over real sockets: each visit ends with an outcome and
/// a sentence, in bounded memory, and what passes is collected in the end.
@QuarkusTest
@WithEmbeddedServers("crawl")
class FaultSiteTest {
  private static final int AT_ONCE = 8;
  private static final long MEBIBYTE = 1 << 20;

  @Inject Collecting collecting;
  @Inject JobQueue queue;
  @Inject WorkspaceTransactions transactions;
  @TempDir Path folder;
  private FaultSite site;

  @BeforeEach
  void open() throws Exception {
    site = new FaultSite(folder);
  }

  @AfterEach
  void close() throws Exception {
    site.close();
  }

  /// One visit of a broken page, and what became of it.
  private record Visited(Fault fault, String visit, String job, String reason, long millis) {
    boolean asExpected() {
      return visit.equals(fault.ending.visit)
          && job.equals(fault.ending.job)
          && reason.matches("(?s)[A-Z].{15,}[.]");
    }

    @Override
    public String toString() {
      return "%-24s %-7s %-10s %5d ms  %s".formatted(fault, visit, job, millis, reason);
    }
  }

  @Test
  void everyFaultEndsWithAnOutcomeAndASentenceInBoundedMemory() throws Exception {
    // Given
    long before = liveMebibytes();
    // When
    List<Visited> visits = visitAll();
    // Then
    long growth = liveMebibytes() - before;
    visits.forEach(System.out::println);
    long right = visits.stream().filter(Visited::asExpected).count();
    System.out.printf(
        "Fault site: %d of %d faults end as they should; live heap grew by %d MiB%n",
        right, visits.size(), growth);
    assertThat(visits).allMatch(Visited::asExpected);
    assertThat(growth).isLessThan(32);
  }

  @Test
  void whatPassesIsCollectedInTheEnd() {
    // Given
    List<Job<CollectSource>> jobs =
        Arrays.stream(Fault.values())
            .filter(Fault::passes)
            .filter(fault -> fault != Fault.TLS_CUT_OFF)
            .map(fault -> Collecting.job(site.url(fault, storm(fault) ? 3 : 1)))
            .toList();
    // When
    jobs.forEach(this::enqueue);
    // Then
    await()
        .atMost(Duration.ofSeconds(50))
        .untilAsserted(() -> assertThat(collected(jobs)).isGreaterThanOrEqualTo(jobs.size()));
    System.out.printf(
        "Faults that pass: %d of %d collected in the end, by %d visits%n",
        collected(jobs), jobs.size(), jobs.stream().mapToLong(Collecting::visits).sum());
  }

  private List<Visited> visitAll() throws Exception {
    try (ExecutorService visitors = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Visited>> visits =
          Arrays.stream(Fault.values()).map(fault -> visitors.submit(() -> visit(fault))).toList();
      List<Visited> visited = new ArrayList<>();
      for (Future<Visited> visit : visits) {
        visited.add(visit.get());
      }
      return visited;
    }
  }

  private Visited visit(Fault fault) {
    Job<CollectSource> job = Collecting.job(site.url(fault, -1));
    long start = System.nanoTime();
    JobOutcome outcome = collecting.run(job);
    return new Visited(
        fault,
        Collecting.lastVisit(job, "outcome"),
        outcome.getClass().getSimpleName(),
        Collecting.lastVisit(job, "reason"),
        (System.nanoTime() - start) / 1_000_000);
  }

  private static boolean storm(Fault fault) {
    return fault.ending == Ending.SNOOZED || fault == Fault.STATUS_503;
  }

  private void enqueue(Job<CollectSource> job) {
    NewJob next =
        NewJob.of(job.queue(), job.kind(), job.workspaceId(), job.payload())
            .dedup(job.payload().sourceId().toString())
            .host(job.payload().url().getHost());
    Enqueued enqueued =
        transactions
            .in(job.workspaceId(), tx -> queue.enqueue(tx, next))
            .await()
            .atMost(Duration.ofSeconds(10));
    assertThat(enqueued).isInstanceOf(Enqueued.Added.class);
  }

  private static long collected(List<Job<CollectSource>> jobs) {
    return jobs.stream().filter(job -> Collecting.snapshots(job) == 1).count();
  }

  private static long liveMebibytes() {
    System.gc();
    return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / MEBIBYTE;
  }
}
