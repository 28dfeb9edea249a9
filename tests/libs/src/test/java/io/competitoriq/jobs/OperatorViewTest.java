package io.competitoriq.jobs;

import static io.competitoriq.jobs.JobStage.awaitState;
import static io.competitoriq.jobs.JobStage.play;
import static io.restassured.RestAssured.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URL;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("crawl")
@QuarkusTestResource(OwnRedis.class)
@SuppressWarnings("NullAway.Init") // the test framework sets the URLs
class OperatorViewTest {

  private static final long DONE = 2;

  @Inject JobStage stage;

  @TestHTTPResource(value = "/metrics", management = true)
  URL metrics;

  @TestHTTPResource(value = "/health/ready", management = true)
  URL ready;

  @Test
  void theMetersOfAQueueAreOnTheMetricsPage() {
    awaitState(stage.add(play("test-jobs", "measured", "x")), DONE);

    await()
        .untilAsserted(
            () ->
                assertThat(when().get(metrics).asString())
                    .contains("ciq_queue_depth{queue=\"test-jobs\",state=\"ready\"}")
                    .contains("ciq_queue_enqueued_total{queue=\"test-jobs\",result=\"added\"}")
                    .contains("ciq_queue_attempts_total{outcome=\"completed\",queue=\"test-jobs\"}")
                    .contains("ciq_queue_wait_seconds_bucket{queue=\"test-jobs\"")
                    .contains("ciq_queue_run_seconds_bucket{outcome=\"completed\"")
                    .contains("ciq_queue_limit_per_minute{queue=\"limited-jobs\"} 600")
                    .contains("ciq_queue_direct_mode{queue=\"test-jobs\"}")
                    .contains("ciq_queue_seconds_since_turn{queue=\"test-jobs\"}"));
  }

  @Test
  void readinessDoesNotDependOnRedis() {
    assertThat(when().get(ready).asString())
        .contains("Reactive PostgreSQL")
        .doesNotContainIgnoringCase("redis");
  }
}
