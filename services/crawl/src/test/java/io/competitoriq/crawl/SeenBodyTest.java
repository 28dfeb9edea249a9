package io.competitoriq.crawl;

import static io.competitoriq.crawl.Collecting.again;
import static io.competitoriq.crawl.Collecting.job;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.jobs.Job;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/// A body that a visit saw is not idle: the row that names it may be on its way.
@QuarkusTest
@WithEmbeddedServers("crawl")
class SeenBodyTest {
  @Inject Collecting collecting;

  @Test
  void theSameBytesMakeABodyFreshAgain() {
    try (TestSite site = new TestSite()) {
      // Given
      Job<CollectSource> job = job(site.page("/seen", "The Team plan costs 29 €.").url("/seen"));
      collecting.run(job);
      age(job);
      // When
      collecting.run(again(job));
      // Then
      assertThat(Collecting.lastVisit(job, "outcome")).isEqualTo("UNCHANGED");
      assertThat(fresh(job)).isTrue();
    }
  }

  @Test
  void theServersWordMakesItFreshToo() {
    try (TestSite site = new TestSite()) {
      // Given
      site.serve(
          "/seen",
          request -> {
            request.response().putHeader("etag", "\"v1\"").putHeader("content-type", "text/html");
            if ("\"v1\"".equals(request.getHeader("if-none-match"))) {
              request.response().setStatusCode(304).end();
            } else {
              request.response().end("<h1>Acme</h1><p>The Pro plan costs 39 € a month.</p>");
            }
          });
      Job<CollectSource> job = job(site.url("/seen"));
      collecting.run(job);
      age(job);
      // When
      collecting.run(again(job));
      // Then
      assertThat(Collecting.lastVisit(job, "http_status")).isEqualTo("304");
      assertThat(fresh(job)).isTrue();
    }
  }

  private static void age(Job<CollectSource> job) {
    TestDatabase.execute(
        "update blobs.blob set put_at = now() - interval '2 days' where sha256 in " + bodies(job));
    assertThat(fresh(job)).isFalse();
  }

  private static boolean fresh(Job<CollectSource> job) {
    return (Boolean)
        TestDatabase.queryOne(
            "select bool_and(put_at > now() - interval '1 hour') from blobs.blob where sha256 in "
                + bodies(job));
  }

  private static String bodies(Job<CollectSource> job) {
    return "(select body_sha256 from crawl.snapshot where source_id = '%s')"
        .formatted(job.payload().sourceId());
  }
}
