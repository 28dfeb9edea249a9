package io.competitoriq.crawl;

import static io.competitoriq.crawl.Collecting.lastVisit;
import static io.competitoriq.crawl.Paying.reservedMicros;
import static io.competitoriq.crawl.Paying.spentMicros;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.crawl.standin.SearchApiStandIn;
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
import io.vertx.core.json.JsonObject;
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

/// Searches that are refused, and what each of them says to the reader.
@QuarkusTest
@WithEmbeddedServers("crawl")
@WithStandIns
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchApiRefusalTest {
  private static final URI URL = URI.create("https://www.searchapi.io/acme");

  @Inject Collecting collecting;
  private SearchApiStandIn search;
  private UUID workspace;

  @BeforeAll
  void open() {
    search = new SearchApiStandIn();
  }

  @AfterAll
  void close() {
    search.close();
  }

  @BeforeEach
  void withKey() {
    search.reset(1000, _ -> new JsonObject());
    workspace = Ids.next();
    Paying.key(workspace, "searchapi", SearchApiStandIn.KEY);
  }

  @Test
  void accountThatHasRunOutDuringABatchIsCreditOutNotTooFast() {
    // Given
    search.left(0);
    Job<CollectSource> job = job(Map.of("engine", "google_news", "q", "acme"));
    // When
    JobOutcome outcome = collecting.run(job);
    // Then
    assertThat(outcome).isInstanceOf(Completed.class);
    assertThat(lastVisit(job, "outcome")).isEqualTo("CREDIT_OUT");
    assertThat(lastVisit(job, "http_status")).isEqualTo("429");
    assertThat(lastVisit(job, "reason")).contains("no searches left");
    assertThat(spentMicros(workspace)).isZero();
  }

  @Test
  void accountKnownToBeEmptyIsNotAskedToSearch() {
    // Given
    search.left(0);
    collecting.run(job(Map.of("engine", "google_news", "q", "acme")));
    long asked = Paying.usageRows(workspace, "search");
    Job<CollectSource> next = job(Map.of("engine", "google_news", "q", "acme"));
    // When
    collecting.run(next);
    // Then
    assertThat(lastVisit(next, "outcome")).isEqualTo("CREDIT_OUT");
    assertThat(Paying.usageRows(workspace, "search")).isEqualTo(asked);
  }

  @Test
  void accountThatIsTooFastLetsTheJobSleep() {
    // Given
    search.answers("search", 429, Map.of("retry-after", "90"), "Hourly limit reached.");
    Job<CollectSource> job = job(Map.of("engine", "google_news", "q", "acme"));
    // When
    JobOutcome outcome = collecting.run(job);
    // Then
    assertThat(outcome)
        .isInstanceOfSatisfying(
            Snoozed.class,
            snoozed -> assertThat(snoozed.delay()).isEqualTo(Duration.ofSeconds(90)));
    assertThat(lastVisit(job, "outcome")).isEqualTo("BLOCKED");
    assertThat(spentMicros(workspace)).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "401, Invalid API key., ERROR, replace it",
    "402, Payment required., CREDIT_OUT, Add credits",
    "400, Missing query `q` parameter., ERROR, Correct the source",
    "422, Unsupported value., ERROR, Correct the source"
  })
  void refusedSearchSaysWhyAndCostsNothing(int status, String said, String outcome, String fix) {
    // Given
    search.answers("search", status, Map.of(), said);
    Job<CollectSource> job = job(Map.of("engine", "google_news", "q", "acme"));
    // When
    collecting.run(job);
    // Then
    assertThat(lastVisit(job, "outcome")).isEqualTo(outcome);
    assertThat(lastVisit(job, "reason")).contains(said);
    assertThat(lastVisit(job, "fix")).contains(fix);
    assertThat(spentMicros(workspace)).isZero();
    assertThat(reservedMicros(workspace)).isZero();
  }

  private Job<CollectSource> job(Map<String, Object> options) {
    return Collecting.job(workspace, Ids.next(), URL, Collector.SEARCHAPI, options);
  }
}
