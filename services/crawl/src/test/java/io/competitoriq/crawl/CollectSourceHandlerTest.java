package io.competitoriq.crawl;

import static io.competitoriq.crawl.Collecting.again;
import static io.competitoriq.crawl.Collecting.job;
import static io.competitoriq.crawl.Collecting.lastVisit;
import static io.competitoriq.crawl.Collecting.processJobs;
import static io.competitoriq.crawl.Collecting.snapshots;
import static io.competitoriq.crawl.Collecting.visits;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.LeaseLost;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Collector;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Collecting pages that behave.
@QuarkusTest
@WithEmbeddedServers("crawl")
class CollectSourceHandlerTest {
  private static final String TEAM_29 = "The Team plan costs 29 dollars per seat and month.";
  private static final String TEAM_39 = "The Team plan costs 39 dollars per seat and month.";

  @Inject Collecting collecting;
  private TestSite site;

  @BeforeEach
  void open() {
    site = new TestSite();
  }

  @AfterEach
  void close() {
    site.close();
  }

  @Test
  void newPageIsStoredAndHandedToTheNextStepOnce() {
    // Given
    site.page("/pricing", TEAM_29);
    Job<CollectSource> job = job(site.url("/pricing"));
    // When
    JobOutcome outcome = collecting.run(job);
    // Then
    assertThat(outcome).isInstanceOf(JobOutcome.Completed.class);
    assertThat(snapshots(job)).isOne();
    assertThat(processJobs(job)).isOne();
    assertThat(lastVisit(job, "outcome")).isEqualTo("STORED");
    assertThat(lastVisit(job, "http_status")).isEqualTo("200");
  }

  @Test
  void messageToTheNextStepNamesTheSnapshotAndHowToReadIt() {
    // Given
    site.page("/pricing", TEAM_29);
    Job<CollectSource> job = job(site.url("/pricing"));
    // When
    collecting.run(job);
    // Then
    assertThat(
            TestDatabase.queryOne(
                """
                select concat_ws(' ', s.content_type, s.charset, j.dedup = s.id::text,
                       j.payload ->> 'snapshotId' = s.id::text,
                       j.payload ->> 'bodySha256' = s.body_sha256,
                       (j.payload ->> 'fetchedAt')::timestamptz = s.fetched_at,
                       exists (select 1 from blobs.blob b where b.sha256 = s.body_sha256))
                  from crawl.snapshot s join jobs.job j on j.workspace_id = s.workspace_id
                 where s.source_id = '%s'"""
                    .formatted(job.payload().sourceId())))
        .isEqualTo("text/html UTF-8 t t t t t");
  }

  @Test
  void unchangedPageEndsAtTheVisit() {
    // Given
    site.page("/pricing", TEAM_29);
    Job<CollectSource> first = job(site.url("/pricing"));
    collecting.run(first);
    // When
    collecting.run(again(first));
    // Then
    assertThat(snapshots(first)).isOne();
    assertThat(processJobs(first)).isOne();
    assertThat(visits(first)).isEqualTo(2);
    assertThat(lastVisit(first, "outcome")).isEqualTo("UNCHANGED");
  }

  @Test
  void serverIsAskedOnlyForWhatChanged() {
    // Given
    site.serve("/pricing", CollectSourceHandlerTest::withEntityTag);
    Job<CollectSource> first = job(site.url("/pricing"));
    collecting.run(first);
    // When
    collecting.run(again(first));
    // Then
    assertThat(lastVisit(first, "outcome")).isEqualTo("UNCHANGED");
    assertThat(lastVisit(first, "http_status")).isEqualTo("304");
    assertThat(snapshots(first)).isOne();
  }

  @Test
  void changedPageFollowsItsPredecessor() {
    // When
    Job<CollectSource> first = changed();
    // Then
    assertThat(snapshots(first)).isEqualTo(2);
    assertThat(processJobs(first)).isEqualTo(2);
    assertThat(
            TestDatabase.queryLong(
                """
                select count(*) from crawl.snapshot newer join crawl.snapshot older
                    on older.id = newer.previous_snapshot_id
                 where newer.source_id = '%s' and older.fetched_at < newer.fetched_at"""
                    .formatted(first.payload().sourceId())))
        .isOne();
  }

  @Test
  void changeThatStandsIsStoredOnceMoreSoThatItCanBeConfirmed() {
    // Given
    Job<CollectSource> job = changed();
    // When
    collecting.run(again(job));
    // Then
    assertThat(lastVisit(job, "reason")).contains("to confirm it");
    assertThat(processJobs(job)).isEqualTo(3);
    collecting.run(again(job));
    assertThat(lastVisit(job, "outcome")).isEqualTo("UNCHANGED");
    assertThat(snapshots(job)).isEqualTo(3);
  }

  @Test
  void changeThatStandsByTheServersWordIsConfirmedTheSame() {
    // Given
    Job<CollectSource> job = changed();
    site.serve("/pricing", CollectSourceHandlerTest::withEntityTag);
    collecting.run(again(job));
    // When
    collecting.run(again(job));
    // Then
    assertThat(lastVisit(job, "http_status")).isEqualTo("304");
    assertThat(lastVisit(job, "outcome")).isEqualTo("STORED");
    collecting.run(again(job));
    assertThat(lastVisit(job, "outcome")).isEqualTo("UNCHANGED");
    assertThat(processJobs(job)).isEqualTo(4);
  }

  @Test
  void jobDeliveredTwiceLeavesOneSnapshotAndOneJob() {
    // Given
    site.page("/pricing", TEAM_29);
    Job<CollectSource> job = job(site.url("/pricing"));
    // When
    collecting.run(job);
    collecting.run(job);
    // Then
    assertThat(snapshots(job)).isOne();
    assertThat(processJobs(job)).isOne();
  }

  @Test
  void workerThatLostItsLeaseLeavesNothing() {
    // Given
    site.page("/pricing", TEAM_29);
    Job<CollectSource> job = job(site.url("/pricing"));
    // When
    assertThatThrownBy(() -> collecting.runAsZombie(job)).isInstanceOf(LeaseLost.class);
    // Then
    assertThat(snapshots(job)).isZero();
    assertThat(visits(job)).isZero();
    assertThat(processJobs(job)).isZero();
  }

  @Test
  void feedIsAskedForAsAFeedAndStoredRaw() {
    // Given
    site.serve(
        "/feed",
        request ->
            request
                .response()
                .putHeader("content-type", "application/rss+xml")
                .end(
                    String.valueOf(request.getHeader("accept")).startsWith("application/rss+xml")
                        ? "<?xml version='1.0'?><rss version='2.0'><channel></channel></rss>"
                        : "<html>no</html>"));
    Job<CollectSource> job = job(site.url("/feed"), Collector.FEED);
    // When
    collecting.run(job);
    // Then
    assertThat(lastVisit(job, "outcome")).isEqualTo("STORED");
    assertThat(processJobs(job)).isOne();
  }

  @Test
  void redirectWithinTheSiteIsFollowed() {
    // Given
    site.page("/plans", TEAM_29);
    site.serve(
        "/pricing",
        request -> request.response().setStatusCode(301).putHeader("location", "/plans").end());
    Job<CollectSource> job = job(site.url("/pricing"));
    // When
    collecting.run(job);
    // Then
    assertThat(lastVisit(job, "outcome")).isEqualTo("STORED");
    assertThat(
            TestDatabase.queryOne(
                "select final_url from crawl.snapshot where source_id = '%s'"
                    .formatted(job.payload().sourceId())))
        .isEqualTo(site.url("/plans").toString());
  }

  @Test
  void weSayWhoWeAre() {
    // Given
    site.serve(
        "/whoami",
        request ->
            request
                .response()
                .putHeader("content-type", "text/plain")
                .end(request.getHeader("user-agent") + " was here, and says so to everybody."));
    Job<CollectSource> job = job(site.url("/whoami"));
    // When
    collecting.run(job);
    // Then
    assertThat(
            TestDatabase.queryLong(
                "select bytes from crawl.snapshot where source_id = '%s'"
                    .formatted(job.payload().sourceId())))
        .isEqualTo(
            "CompetitorIQBot/0.1 (+https://github.com/competitoriq/competitoriq)".length()
                + " was here, and says so to everybody.".length());
  }

  /// A source whose second visit found a change.
  private Job<CollectSource> changed() {
    site.page("/pricing", TEAM_29);
    Job<CollectSource> first = job(site.url("/pricing"));
    collecting.run(first);
    site.page("/pricing", TEAM_39);
    collecting.run(again(first));
    return first;
  }

  private static void withEntityTag(HttpServerRequest request) {
    request.response().putHeader("etag", "\"v1\"").putHeader("content-type", "text/html");
    if ("\"v1\"".equals(request.getHeader("if-none-match"))) {
      request.response().setStatusCode(304).end();
    } else {
      request.response().end("<!doctype html><title>Acme</title><p>" + TEAM_29 + "</p>");
    }
  }
}
