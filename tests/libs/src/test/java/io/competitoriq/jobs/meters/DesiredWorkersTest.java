package io.competitoriq.jobs.meters;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.QueueSettings;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The figures of the product's own queues, as they are configured.
@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(io.competitoriq.jobs.OwnRedis.class)
class DesiredWorkersTest {

  @Inject JobsConfig config;

  @ParameterizedTest(name = "{0}: {1} jobs of {2} s want {3} workers")
  @CsvSource({
    "crawl-jobs, 0, 6, 1", // never fewer than the least
    "crawl-jobs, 5000, 6, 2", // 100/min of 6 s keep 10 slots busy
    "crawl-jobs, 5000, 30, 10", // more would only idle behind the limit
    "crawl-jobs, 60, 30, 2", // 0.2/s are enough to be done in five minutes
    "process-jobs, 5000, 2, 1",
    "analysis-jobs, 5000, 20, 6",
    "signal-jobs, 1000000, 60, 20" // no limit: the most
  })
  void asManyAsTheLimitCanFeed(String queue, long backlog, long seconds, int workers) {
    var wanted = new DesiredWorkers(backlog, Duration.ofSeconds(seconds));

    assertThat(wanted.of(QueueSettings.of(config, queue), config.scale())).isEqualTo(workers);
  }
}
