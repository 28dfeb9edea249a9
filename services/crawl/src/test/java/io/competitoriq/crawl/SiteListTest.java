package io.competitoriq.crawl;

import static io.competitoriq.crawl.Collecting.again;
import static io.competitoriq.crawl.Collecting.job;
import static io.competitoriq.crawl.Collecting.lastVisit;
import static io.competitoriq.crawl.Collecting.snapshots;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.blobs.BlobStore;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Collector;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A whole site as one source: the list of its pages.
@QuarkusTest
@WithEmbeddedServers("crawl")
class SiteListTest {
  private static final String WORDS = "Enough words for a page that somebody would read. ";

  @Inject Collecting collecting;
  @Inject BlobStore blobs;
  @Inject ObjectMapper mapper;
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
  void everyPageThatCanBeReachedIsListedOnceUnderItsCanonicalAddress() throws IOException {
    // Given
    site.page(
        "/", WORDS + link("/pricing?utm_source=mail") + link("pricing#plans") + link("/blog/"));
    site.page("/pricing", WORDS + link("/") + link("https://elsewhere.test/") + link("/logo.png"));
    site.page("/blog/", WORDS + link("../pricing") + link("mailto:hi@acme.test") + link("first"));
    site.page("/blog/first", WORDS);
    // When
    Job<CollectSource> job = job(site.url("/"), Collector.SITE);
    JobOutcome outcome = collecting.run(job);
    // Then
    assertThat(outcome).isInstanceOf(JobOutcome.Completed.class);
    assertThat(addresses(job)).containsExactly("/", "/blog/", "/blog/first", "/pricing");
    assertThat(site.requests("/pricing")).isOne();
  }

  @Test
  void pageThatOnlyTheSitemapNamesIsHidden() throws IOException {
    // Given
    site.page("/", WORDS + link("/pricing"));
    site.page("/pricing", WORDS);
    site.page("/enterprise-2027", WORDS);
    site.serve(
        "/sitemap.xml",
        request ->
            request
                .response()
                .putHeader("content-type", "application/xml")
                .end(
                    "<urlset xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'><url><loc>%s</loc></url><url><loc>%s</loc></url></urlset>"
                        .formatted(site.url("/pricing"), site.url("/enterprise-2027"))));
    // When
    Job<CollectSource> job = job(site.url("/"), Collector.SITE);
    collecting.run(job);
    // Then
    List<String> hidden = new ArrayList<>();
    body(job)
        .get("items")
        .forEach(
            item -> {
              if (item.path("hidden").asBoolean()) {
                hidden.add(item.get("url").asText());
              }
            });
    assertThat(hidden).containsExactly(site.url("/enterprise-2027").toString());
  }

  @Test
  void pagesThatRobotsOrTheServerRefuseAreNotListed() throws IOException {
    // Given
    site.robots("User-agent: *\nDisallow: /private/");
    site.page("/", WORDS + link("/private/offer") + link("/gone") + link("/open"));
    site.page("/private/offer", WORDS);
    site.page("/open", WORDS);
    // When
    Job<CollectSource> job = job(site.url("/"), Collector.SITE);
    collecting.run(job);
    // Then
    assertThat(addresses(job)).containsExactly("/", "/open");
    assertThat(site.requests("/private/offer")).isZero();
  }

  @Test
  void unchangedSiteIsAnUnchangedSnapshotAndARemovedPageIsANewOne() throws IOException {
    // Given
    site.page("/", WORDS + link("/a") + link("/b"));
    site.page("/a", WORDS);
    site.page("/b", WORDS);
    Job<CollectSource> first = job(site.url("/"), Collector.SITE);
    collecting.run(first);
    // When
    collecting.run(again(first));
    // Then
    assertThat(snapshots(first)).isOne();
    assertThat(lastVisit(first, "outcome")).isEqualTo("UNCHANGED");
    // When
    site.serve("/b", request -> request.response().setStatusCode(410).end());
    collecting.run(again(first));
    // Then
    assertThat(snapshots(first)).isEqualTo(2);
    assertThat(addresses(first)).containsExactly("/", "/a");
  }

  @Test
  void walkThatTheSiteInterruptsGoesOnWhereItStopped() throws IOException {
    // Given
    AtomicBoolean tired = new AtomicBoolean(true);
    site.page("/", WORDS + link("/a") + link("/b"));
    site.page("/a", WORDS);
    site.serve(
        "/b",
        request -> {
          if (tired.getAndSet(false)) {
            request.response().setStatusCode(429).putHeader("retry-after", "1").end();
          } else {
            request
                .response()
                .putHeader("content-type", "text/html")
                .end("<!doctype html><title>B</title><p>" + WORDS);
          }
        });
    Job<CollectSource> job = job(site.url("/"), Collector.SITE);
    // When
    JobOutcome interrupted = collecting.run(job);
    JobOutcome ended = collecting.run(job);
    // Then
    assertThat(interrupted).isInstanceOf(JobOutcome.Snoozed.class);
    assertThat(ended).isInstanceOf(JobOutcome.Completed.class);
    assertThat(addresses(job)).containsExactly("/", "/a", "/b");
    assertThat(site.requests("/a")).isOne();
  }

  private static String link(String address) {
    return "<a href=\"" + address + "\">more</a> ";
  }

  private List<String> addresses(Job<CollectSource> job) throws IOException {
    List<String> paths = new ArrayList<>();
    body(job)
        .get("items")
        .forEach(item -> paths.add(java.net.URI.create(item.get("url").asText()).getPath()));
    return paths;
  }

  private JsonNode body(Job<CollectSource> job) throws IOException {
    String hash =
        String.valueOf(
            TestDatabase.queryOne(
                "select body_sha256 from crawl.snapshot where source_id = '%s' order by fetched_at desc limit 1"
                    .formatted(job.payload().sourceId())));
    return mapper.readTree(blobs.get(hash).await().atMost(Duration.ofSeconds(10)));
  }
}
