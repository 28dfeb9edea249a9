package io.competitoriq.crawl;

import static io.competitoriq.crawl.Collecting.again;
import static io.competitoriq.crawl.Collecting.job;
import static io.competitoriq.crawl.Collecting.lastVisit;
import static io.competitoriq.crawl.Collecting.processJobs;
import static io.competitoriq.crawl.Collecting.snapshots;
import static io.competitoriq.crawl.Collecting.visits;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.JobOutcome.Completed;
import io.competitoriq.jobs.JobOutcome.Retryable;
import io.competitoriq.jobs.JobOutcome.Snoozed;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Collecting pages that are not there, not for us, or not now. None of them may become a snapshot.
@QuarkusTest
@WithEmbeddedServers("crawl")
class UnwelcomeVisitTest {
  private static final String TEXT = "The Team plan costs 29 dollars per seat and month.";

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
  void pageThatRobotsTxtForbidsIsNotEvenAskedFor() {
    // Given
    site.robots("User-agent: *\nDisallow: /private\n").page("/private/x", TEXT);
    Job<CollectSource> job = job(site.url("/private/x"));
    // When
    JobOutcome outcome = collecting.run(job);
    // Then
    assertThat(outcome).isInstanceOf(Completed.class);
    assertThat(site.requests("/private/x")).isZero();
    assertRejected(job, "ROBOTS_DISALLOWED");
  }

  @Test
  void robotsTxtThatNamesUsIsObeyedAndReadOnce() {
    // Given
    site.robots("User-agent: CompetitorIQBot\nDisallow: /a\n\nUser-agent: *\nDisallow: /\n")
        .page("/b", TEXT);
    Job<CollectSource> allowed = job(site.url("/b"));
    Job<CollectSource> forbidden = job(site.url("/a"));
    // When
    collecting.run(allowed);
    collecting.run(forbidden);
    // Then
    assertThat(lastVisit(allowed, "outcome")).isEqualTo("STORED");
    assertRejected(forbidden, "ROBOTS_DISALLOWED");
    assertThat(site.requests("/robots.txt")).isOne();
  }

  @Test
  void redirectIntoAForbiddenPageIsNotKept() {
    // Given
    site.robots("User-agent: *\nDisallow: /private\n").page("/private/x", TEXT);
    site.serve(
        "/open",
        request -> request.response().setStatusCode(302).putHeader("location", "/private/x").end());
    Job<CollectSource> job = job(site.url("/open"));
    // When
    collecting.run(job);
    // Then
    assertRejected(job, "ROBOTS_DISALLOWED");
  }

  @Test
  void siteThatCannotShowItsRobotsTxtIsTriedLater() {
    // Given
    site.serve("/robots.txt", request -> request.response().setStatusCode(503).end());
    site.page("/pricing", TEXT);
    Job<CollectSource> job = job(site.url("/pricing"));
    // When
    JobOutcome outcome = collecting.run(job);
    // Then
    assertThat(outcome).isInstanceOf(Retryable.class);
    assertThat(site.requests("/pricing")).isZero();
    assertThat(lastVisit(job, "outcome")).isEqualTo("ERROR");
  }

  @Test
  void crawlDelayKeepsTheNextVisitsOfTheHostApart() {
    // Given
    site.robots("User-agent: *\nCrawl-delay: 30\n").page("/a", TEXT);
    // When
    collecting.run(job(site.url("/a")));
    // Then
    assertThat(hostState("delay_ms")).isEqualTo(30_000);
    assertThat(hostState("next_at > now() + interval '10 s'")).isEqualTo(true);
  }

  private Object hostState(String column) {
    return TestDatabase.queryOne(
        "select %s from jobs.host_state where host = '%s'"
            .formatted(column, site.url("/").getHost()));
  }

  @Test
  void throttledHostSnoozesWithoutSpendingAnAttemptAndIsLeftAlone() {
    // Given
    site.serve(
        "/busy",
        request ->
            request.response().setStatusCode(429).putHeader("retry-after", "120").end("slow down"));
    Job<CollectSource> busy = job(site.url("/busy"));
    // When
    JobOutcome outcome = collecting.run(busy);
    // Then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Snoozed.class, snoozed -> assertThat(snoozed.delay()).isEqualTo(Duration.ofMinutes(2)));
    assertThat(lastVisit(busy, "outcome")).isEqualTo("BLOCKED");
    assertThat(hostState("next_at > now() + interval '100 s'")).isEqualTo(true);
  }

  @Test
  void blockPageIsNeverASnapshot() {
    // Given
    site.serve("/pricing", request -> request.response().setStatusCode(403).end("Forbidden"));
    Job<CollectSource> job = job(site.url("/pricing"));
    // When
    JobOutcome outcome = collecting.run(job);
    // Then
    assertThat(outcome).isInstanceOf(Completed.class);
    assertRejected(job, "BLOCKED");
    assertThat(lastVisit(job, "fix")).contains("user agent");
  }

  @Test
  void blockPageBetweenTwoGoodVisitsIsNoChange() {
    // Given
    site.page("/pricing", TEXT);
    Job<CollectSource> job = job(site.url("/pricing"));
    collecting.run(job);
    site.serve(
        "/pricing",
        request ->
            request
                .response()
                .putHeader("content-type", "text/html")
                .end(
                    "<html><title>Just a moment...</title><body>Checking your browser</body></html>"));
    collecting.run(again(job));
    // When
    site.page("/pricing", TEXT);
    collecting.run(again(job));
    // Then
    assertThat(lastVisit(job, "outcome")).isEqualTo("UNCHANGED");
    assertThat(snapshots(job)).isOne();
    assertThat(visits(job)).isEqualTo(3);
  }

  @Test
  void pageThatIsGoneEndsTheVisitWithItsReason() {
    // Given
    Job<CollectSource> job = job(site.url("/nowhere"));
    // When
    JobOutcome outcome = collecting.run(job);
    // Then
    assertThat(outcome).isInstanceOf(Completed.class);
    assertRejected(job, "ERROR");
    assertThat(lastVisit(job, "reason")).isEqualTo("The page is gone (HTTP 404).");
  }

  @Test
  void redirectToAnotherSiteIsReportedNotFollowedIntoTheRecord() {
    // Given
    try (TestSite other = new TestSite()) {
      other.page("/parked", TEXT);
      site.serve(
          "/pricing",
          request ->
              request
                  .response()
                  .setStatusCode(302)
                  .putHeader("location", other.url("/parked").toString())
                  .end());
      Job<CollectSource> job = job(site.url("/pricing"));
      // When
      collecting.run(job);
      // Then
      assertRejected(job, "REDIRECTED_AWAY");
      assertThat(lastVisit(job, "fix")).contains(other.url("/parked").toString());
    }
  }

  @Test
  void pageOverTheCapIsGivenUp() {
    // Given
    site.serve("/huge", request -> request.response().end(Buffer.buffer(new byte[300_000])));
    Job<CollectSource> job = job(site.url("/huge"));
    // When
    JobOutcome outcome = collecting.run(job);
    // Then
    assertThat(outcome).isInstanceOf(Completed.class);
    assertRejected(job, "ERROR");
    assertThat(lastVisit(job, "reason")).contains("larger than 200000 bytes");
  }

  @Test
  void siteInTroubleIsTriedAgainAndEveryAttemptIsRecorded() {
    // Given
    site.serve("/pricing", request -> request.response().setStatusCode(500).end());
    Job<CollectSource> job = job(site.url("/pricing"));
    // When
    JobOutcome outcome = collecting.run(job);
    // Then
    assertThat(outcome).isInstanceOf(Retryable.class);
    assertRejected(job, "ERROR");
    assertThat(lastVisit(job, "http_status")).isEqualTo("500");
  }

  @Test
  void siteThatDoesNotAnswerIsTriedAgain() {
    // Given
    Job<CollectSource> job = job(URI.create("http://127.0.0.1:1/pricing"));
    // When
    JobOutcome outcome = collecting.run(job);
    // Then
    assertThat(outcome).isInstanceOf(Retryable.class);
    assertThat(visits(job)).isOne();
  }

  @Test
  void addressInsideTheNetworkIsRefusedWithAReason() {
    // Given
    Job<CollectSource> job = job(URI.create("http://169.254.169.254/latest/meta-data/"));
    // When
    JobOutcome outcome = collecting.run(job);
    // Then
    assertThat(outcome).isInstanceOf(Completed.class);
    assertRejected(job, "ERROR");
    assertThat(lastVisit(job, "reason")).contains("cloud metadata");
  }

  private static void assertRejected(Job<CollectSource> job, String outcome) {
    assertThat(lastVisit(job, "outcome")).isEqualTo(outcome);
    assertThat(snapshots(job)).isZero();
    assertThat(processJobs(job)).isZero();
  }
}
