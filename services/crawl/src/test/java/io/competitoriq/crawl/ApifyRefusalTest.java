package io.competitoriq.crawl;

import static io.competitoriq.crawl.Collecting.lastVisit;
import static io.competitoriq.crawl.Collecting.snapshots;
import static io.competitoriq.crawl.Paying.reservedMicros;
import static io.competitoriq.crawl.Paying.spentMicros;
import static io.competitoriq.crawl.Paying.toItsEnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.crawl.standin.ApifyStandIn;
import io.competitoriq.crawl.standin.ApifyStandIn.RunPlan;
import io.competitoriq.crawl.standin.WithStandIns;
import io.competitoriq.http.Ids;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.JobOutcome.Completed;
import io.competitoriq.jobs.JobOutcome.Snoozed;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Collector;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Starts that Apify refuses, and what each of them says to the reader.
@QuarkusTest
@WithEmbeddedServers("crawl")
@WithStandIns
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApifyRefusalTest {
  private static final URI URL = URI.create("https://apify.com/acme/reviews");
  private static final Map<String, Object> OPTIONS =
      Map.of("actor", "acme/reviews", "input", Map.of("company", "acme"), "maxChargeUsd", "0.30");

  @Inject Collecting collecting;
  private ApifyStandIn apify;
  private UUID workspace;

  @BeforeAll
  void open() {
    apify = new ApifyStandIn();
  }

  @AfterAll
  void close() {
    apify.close();
  }

  @BeforeEach
  void withKey() {
    apify.reset(RunPlan.succeeding(ApifyVisitTest.reviews(7)));
    workspace = Ids.next();
    Paying.key(workspace, "apify", ApifyStandIn.TOKEN);
  }

  @ParameterizedTest
  @CsvSource({
    "402, not-enough-usage-to-run-paid-actor, CREDIT_OUT, Add credit",
    "401, user-or-token-not-found, ERROR, replace it",
    "403, insufficient-permissions, ERROR, Give the key the right",
    "400, invalid-input, ERROR, Correct the source's options",
    "404, record-not-found, ERROR, option 'actor'"
  })
  void refusedStartSaysWhyAndCostsNothing(int status, String type, String outcome, String fix) {
    // Given
    apify.answers("start", status, type, "because");
    Job<CollectSource> job = job();
    // When
    JobOutcome ended = collecting.run(job);
    // Then
    assertThat(ended).isInstanceOf(Completed.class);
    assertThat(lastVisit(job, "outcome")).isEqualTo(outcome);
    assertThat(lastVisit(job, "http_status")).isEqualTo(Integer.toString(status));
    assertThat(lastVisit(job, "reason")).contains("because");
    assertThat(lastVisit(job, "fix")).contains(fix);
    assertThat(spentMicros(workspace)).isZero();
    assertThat(reservedMicros(workspace)).isZero();
    assertThat(Paying.usageRows(workspace, "start-run")).isOne();
  }

  @Test
  void refusedKeyIsShownAsRefused() {
    // Given
    apify.answers("start", 401, "user-or-token-not-found", "because");
    // When
    collecting.run(job());
    // Then
    Paying.as(workspace, "viewer").get("/providers/apify").then().body("state", equalTo("REFUSED"));
  }

  @ParameterizedTest
  @CsvSource({
    "429, rate-limit-exceeded, 120, 120",
    "402, actor-memory-limit-exceeded, , 60",
    "402, concurrent-runs-limit-exceeded, , 60"
  })
  void busyProviderLetsTheJobSleep(int status, String type, String retryAfter, int seconds) {
    // Given
    Map<String, String> headers = retryAfter == null ? Map.of() : Map.of("retry-after", retryAfter);
    apify.answers("start", status, headers, type, "slow down");
    Job<CollectSource> job = job();
    // When
    JobOutcome outcome = collecting.run(job);
    // Then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Snoozed.class,
            snoozed -> assertThat(snoozed.delay()).isEqualTo(Duration.ofSeconds(seconds)));
    assertThat(lastVisit(job, "outcome")).isEqualTo("BLOCKED");
    toItsEnd(collecting, job);
    assertStoredAndPaid(job, 250_000);
  }

  private void assertStoredAndPaid(Job<CollectSource> job, long micros) {
    assertThat(lastVisit(job, "outcome")).isEqualTo("STORED");
    assertThat(snapshots(job)).isOne();
    assertThat(spentMicros(workspace)).isEqualTo(micros).isEqualTo(apify.billedMicros());
    assertThat(reservedMicros(workspace)).isZero();
  }

  private Job<CollectSource> job() {
    return Collecting.job(workspace, Ids.next(), URL, Collector.APIFY, OPTIONS);
  }
}
