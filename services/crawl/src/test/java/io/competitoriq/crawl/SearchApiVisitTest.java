package io.competitoriq.crawl;

import static io.competitoriq.crawl.Collecting.again;
import static io.competitoriq.crawl.Collecting.lastVisit;
import static io.competitoriq.crawl.Collecting.snapshots;
import static io.competitoriq.crawl.Paying.reservedMicros;
import static io.competitoriq.crawl.Paying.spentMicros;
import static io.competitoriq.crawl.Paying.toItsEnd;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.competitoriq.crawl.standin.SearchApiStandIn;
import io.competitoriq.crawl.standin.WithStandIns;
import io.competitoriq.http.Ids;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.JobOutcome.Completed;
import io.competitoriq.jobs.JobOutcome.Retryable;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Collector;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/// Collecting by searches: a credit a page, kept as soon as it is paid for.
@QuarkusTest
@WithEmbeddedServers("crawl")
@WithStandIns
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SearchApiVisitTest {
  private static final URI URL = URI.create("https://www.searchapi.io/acme");
  private static final long CREDIT = 4_000;

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
    search.reset(1000, SearchApiVisitTest::news);
    workspace = Ids.next();
    Paying.key(workspace, "searchapi", SearchApiStandIn.KEY);
  }

  @Test
  void answerIsStoredWithoutWhatChangesEveryTime() {
    // Given
    Job<CollectSource> job = job(Map.of("engine", "google_news", "q", "acme"));
    // When
    JobOutcome outcome = toItsEnd(collecting, job);
    // Then
    assertThat(outcome).isInstanceOf(Completed.class);
    assertThat(lastVisit(job, "outcome")).isEqualTo("STORED");
    assertThat(Paying.body(job))
        .contains("Acme raises prices")
        .doesNotContain("hours ago", "thumbnail", "search_metadata");
    assertThat(spentMicros(workspace)).isEqualTo(CREDIT);
    assertThat(Paying.usageRows(workspace, "search")).isOne();
  }

  @Test
  void sameNewsInAnotherOrderAreNoChange() {
    // Given
    Job<CollectSource> job = job(Map.of("engine", "google_news", "q", "acme"));
    toItsEnd(collecting, job);
    search.reset(
        1000,
        parameters -> {
          JsonArray results = news(parameters).getJsonArray("organic_results");
          JsonArray other = new JsonArray().add(results.getValue(1)).add(results.getValue(0));
          return new JsonObject().put("organic_results", other);
        });
    // When
    toItsEnd(collecting, again(job));
    // Then
    assertThat(lastVisit(job, "outcome")).isEqualTo("UNCHANGED");
    assertThat(snapshots(job)).isOne();
  }

  @Test
  void pagesAreFollowedByTokenAndEachIsPaidOnce() {
    // Given
    search.reset(1000, SearchApiVisitTest::creatives);
    Job<CollectSource> job = job(ads(5));
    // When
    toItsEnd(collecting, job);
    // Then
    assertThat(new JsonObject(Paying.body(job)).getJsonArray("ad_creatives")).hasSize(3);
    assertThat(search.charged()).isEqualTo(3);
    assertThat(spentMicros(workspace)).isEqualTo(3 * CREDIT);
  }

  @Test
  void pageThatFailsIsTheOnlyOneAskedForAgain() {
    // Given
    search.reset(
        1000,
        parameters -> {
          JsonObject page = creatives(parameters);
          if ("t3".equals(page.getString("next_page_token"))) {
            search.answers("search", 503, Map.of(), "Service unavailable");
          }
          return page;
        });
    Job<CollectSource> job = job(ads(5));
    // When
    JobOutcome first = collecting.run(job);
    toItsEnd(collecting, job);
    // Then
    assertThat(first).isInstanceOf(Retryable.class);
    assertThat(lastVisit(job, "outcome")).isEqualTo("STORED");
    assertThat(search.charged()).isEqualTo(3);
    assertThat(spentMicros(workspace)).isEqualTo(3 * CREDIT);
    assertThat(reservedMicros(workspace)).isZero();
  }

  @Test
  void workerThatDiesBeforeItCommitsDoesNotPayAgain() {
    // Given
    Job<CollectSource> job = job(Map.of("engine", "google_news", "q", "acme"));
    assertThatThrownBy(() -> collecting.runAsZombie(job)).isNotNull();
    // When
    toItsEnd(collecting, job);
    // Then
    assertThat(lastVisit(job, "outcome")).isEqualTo("STORED");
    assertThat(search.charged()).isOne();
    assertThat(spentMicros(workspace)).isEqualTo(CREDIT);
  }

  @Test
  void answerThatIsLostCountsAsCharged() {
    // Given
    search.cutsAfter("search");
    Job<CollectSource> job = job(Map.of("engine", "google_news", "q", "acme"));
    // When
    JobOutcome first = collecting.run(job);
    toItsEnd(collecting, job);
    // Then
    assertThat(first).isInstanceOf(Retryable.class);
    assertThat(search.charged()).isEqualTo(2);
    assertThat(spentMicros(workspace)).isEqualTo(2 * CREDIT);
    assertThat(reservedMicros(workspace)).isZero();
  }

  @Test
  void searchWithoutResultsIsEmptyNotADrop() {
    // Given
    search.reset(1000, _ -> new JsonObject().put("error", "Google didn't return any results."));
    Job<CollectSource> job = job(Map.of("engine", "google", "q", "acme"));
    // When
    toItsEnd(collecting, job);
    // Then
    assertThat(lastVisit(job, "outcome")).isEqualTo("EMPTY");
    assertThat(snapshots(job)).isZero();
    assertThat(spentMicros(workspace)).isEqualTo(CREDIT);
  }

  @Test
  void libraryThatSaysThereAreNoAdsIsContent() {
    // Given
    search.reset(
        1000,
        _ ->
            new JsonObject()
                .put("search_information", new JsonObject().put("total_results", 0))
                .put("ads", new JsonArray()));
    Job<CollectSource> job = job(Map.of("engine", "meta_ad_library", "page_id", "123456"));
    // When
    toItsEnd(collecting, job);
    // Then
    assertThat(lastVisit(job, "outcome")).isEqualTo("STORED");
    assertThat(Paying.body(job)).contains("\"ads\" : [ ]");
  }

  @Test
  void concurrentSearchesCannotExceedTheBudget() {
    // Given
    Paying.budget(workspace, "searchapi", 5 * CREDIT, 5 * CREDIT);
    List<Job<CollectSource>> jobs =
        IntStream.range(0, 20)
            .mapToObj(_ -> job(Map.of("engine", "google_news", "q", "acme")))
            .toList();
    // When
    Uni.join()
        .all(jobs.stream().map(collecting::start).toList())
        .andCollectFailures()
        .await()
        .atMost(Duration.ofSeconds(30));
    // Then
    long refused =
        jobs.stream().filter(job -> lastVisit(job, "outcome").equals("CREDIT_OUT")).count();
    assertThat(search.charged()).isEqualTo(5);
    assertThat(refused).isEqualTo(15);
    assertThat(spentMicros(workspace)).isEqualTo(5 * CREDIT);
  }

  private Job<CollectSource> job(Map<String, Object> options) {
    return Collecting.job(workspace, Ids.next(), URL, Collector.SEARCHAPI, options);
  }

  private static Map<String, Object> ads(int pages) {
    Map<String, Object> options = new LinkedHashMap<>();
    options.put("engine", "google_ads_transparency_center");
    options.put("domain", "acme.com");
    options.put("pages", pages);
    return options;
  }

  /// Three pages of an ad each.
  private static JsonObject creatives(Map<String, String> parameters) {
    String token = parameters.getOrDefault("next_page_token", "t1");
    int page = Integer.parseInt(token.substring(1));
    JsonObject creative =
        new JsonObject()
            .put("id", "CR" + page)
            .put("format", "text")
            .put("total_days_shown", 17)
            .put("last_shown_datetime", "2026-11-25T00:00:00Z");
    JsonObject answer = new JsonObject().put("ad_creatives", new JsonArray().add(creative));
    return page < 3 ? answer.put("next_page_token", "t" + (page + 1)) : answer;
  }

  private static JsonObject news(Map<String, String> parameters) {
    return new JsonObject()
        .put(
            "organic_results",
            new JsonArray()
                .add(result(1, "Acme raises prices", "https://news.example/a"))
                .add(result(2, "Acme hires", "https://news.example/b")));
  }

  private static JsonObject result(int position, String title, String link) {
    return new JsonObject()
        .put("position", position)
        .put("title", title)
        .put("link", link)
        .put("source", "Example News")
        .put("date", "3 hours ago")
        .put("thumbnail", "data:image/jpeg;base64,AAAA");
  }
}
