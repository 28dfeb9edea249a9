package io.competitoriq.crawl;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/// What the product promises about the pace of crawling; a change here changes the promise.
@QuarkusTest
@WithEmbeddedServers("crawl")
class CrawlConfigTest {
  @Inject JobsConfig jobs;

  @Test
  void fiveVisitsAtOnceAndAHundredAMinute() {
    // When
    JobsConfig.Queue queue = requireNonNull(jobs.queues().get("crawl-jobs"));
    // Then
    assertThat(queue.slots()).isEqualTo(5);
    assertThat(queue.limit()).isEqualTo(100);
    assertThat(queue.window()).isEqualTo(Duration.ofMinutes(1));
    assertThat(queue.hostDelay()).isEqualTo(Duration.ofSeconds(1));
  }
}
