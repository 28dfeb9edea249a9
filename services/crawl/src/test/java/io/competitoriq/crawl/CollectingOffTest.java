package io.competitoriq.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.flags.Flag;
import io.competitoriq.flags.Flags;
import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Collector;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An operator switches collecting off and on again.
@QuarkusTest
@WithEmbeddedServers("crawl")
class CollectingOffTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);
  private static final String TEXT = "The Team plan costs 29 dollars per seat and month.";
  private static final UUID ANOTHER = UUID.randomUUID();

  private final JobQueue queue;
  private final Flags flags;
  private final TestSite site = new TestSite();

  CollectingOffTest(JobQueue queue, Flags flags) {
    this.queue = queue;
    this.flags = flags;
  }

  @AfterEach
  void switchOn() {
    flip("killed = false, off_for = '{}'");
    await().atMost(PATIENCE).until(() -> flags.on(Flag.CRAWL));
    site.close();
  }

  @Test
  void killedNobodyGoesOutAndAllGoOnByThemselvesWhenItIsBack() {
    // Given
    Job<CollectSource> page = Collecting.job(site.page("/a", TEXT).url("/a"));
    Job<CollectSource> paid = Collecting.job(site.url("/b"), Collector.SEARCHAPI);
    flip("killed = true");
    await().atMost(PATIENCE).until(() -> !flags.on(Flag.CRAWL, page.workspaceId()));
    // When
    long visiting = add(page);
    long buying = add(paid);
    // Then
    await().atMost(PATIENCE).until(() -> sleeps(visiting) && sleeps(buying));
    assertThat(site.requests("/a") + site.requests("/robots.txt")).isZero();
    assertThat(Collecting.visits(page) + Collecting.visits(paid)).isZero();
    // And when
    flip("killed = false");
    // Then
    await().atMost(PATIENCE).until(() -> isDone(visiting) && isDone(buying));
    assertThat(Collecting.lastVisit(page, "outcome")).isEqualTo("STORED");
    assertThat(TestDatabase.queryLong("select attempt from jobs.job where id = " + visiting))
        .isOne();
  }

  @Test
  void offForAWorkspaceOnlyThatOneWaits() {
    // Given
    site.page("/a", TEXT);
    Job<CollectSource> ours = Collecting.job(site.url("/a"));
    Job<CollectSource> theirs = Collecting.job(site.url("/a"));
    flip("off_for = '{%s,%s}'".formatted(ours.workspaceId(), ANOTHER));
    await().atMost(PATIENCE).until(() -> !flags.on(Flag.CRAWL, ours.workspaceId()));
    // When
    long waiting = add(ours);
    long going = add(theirs);
    // Then
    await().atMost(PATIENCE).until(() -> isDone(going) && sleeps(waiting));
    // And when
    flip("off_for = '{%s}'".formatted(ANOTHER));
    // Then
    await().atMost(PATIENCE).until(() -> isDone(waiting));
  }

  private long add(Job<CollectSource> job) {
    NewJob wanted = NewJob.of(job.queue(), job.kind(), job.workspaceId(), job.payload());
    return ((Enqueued.Added) queue.add(wanted).await().atMost(PATIENCE)).id();
  }

  private static boolean sleeps(long id) {
    return holds(
        id, "state = 0 and attempt = 0 and run_at > now() and error like '%crawl.enabled%'");
  }

  private static boolean isDone(long id) {
    return holds(id, "state = 2");
  }

  private static boolean holds(long id, String what) {
    return TestDatabase.queryLong("select count(*) from jobs.job where id = " + id + " and " + what)
        == 1;
  }

  private static void flip(String how) {
    TestDatabase.execute("update flags.flag set " + how + " where key = 'crawl.enabled'");
  }
}
