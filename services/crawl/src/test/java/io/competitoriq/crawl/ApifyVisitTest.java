package io.competitoriq.crawl;

import static io.competitoriq.crawl.Collecting.again;
import static io.competitoriq.crawl.Collecting.lastVisit;
import static io.competitoriq.crawl.Collecting.snapshots;
import static io.competitoriq.crawl.Collecting.visits;
import static io.competitoriq.crawl.Paying.reservedMicros;
import static io.competitoriq.crawl.Paying.spentMicros;
import static io.competitoriq.crawl.Paying.toItsEnd;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.crawl.standin.ApifyStandIn;
import io.competitoriq.crawl.standin.ApifyStandIn.RunPlan;
import io.competitoriq.crawl.standin.WithStandIns;
import io.competitoriq.http.Ids;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobOutcome.Completed;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Collector;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Collecting by the runs of actors: what becomes of runs that end one way or another.
@QuarkusTest
@WithEmbeddedServers("crawl")
@WithStandIns
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ApifyVisitTest {
  private static final URI URL = URI.create("https://apify.com/acme/reviews");

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
    apify.reset(RunPlan.succeeding(reviews(7)));
    workspace = Ids.next();
    Paying.key(workspace, "apify", ApifyStandIn.TOKEN);
  }

  @Test
  void runIsFollowedToItsEndAndEveryPageOfItsDatasetIsRead() {
    // Given
    apify.plan(RunPlan.succeeding(reviews(7)).after(3).costing("0.123456"));
    Job<CollectSource> job = job(Map.of("maxChargeUsd", 0.5));
    // When
    var outcome = toItsEnd(collecting, job);
    // Then
    assertThat(outcome).isInstanceOf(Completed.class);
    assertThat(lastVisit(job, "outcome")).isEqualTo("STORED");
    assertThat(visits(job)).isOne();
    assertThat(new JsonObject(Paying.body(job)).getJsonArray("items")).hasSize(7);
    assertThat(apify.calls("items")).isEqualTo(3);
    assertThat(apify.last().maxCharge()).isEqualTo("0.5");
    assertThat(apify.last().input()).contains("\"acme\"");
  }

  @Test
  void finalCostIsInTheLedgerNotThePreliminaryOne() {
    // Given
    apify.plan(RunPlan.succeeding(reviews(1)).costing("0.123456"));
    // When
    toItsEnd(collecting, job(Map.of()));
    // Then
    assertThat(spentMicros(workspace)).isEqualTo(123_456).isEqualTo(apify.billedMicros());
    assertThat(reservedMicros(workspace)).isZero();
    assertThat(Paying.usageRows(workspace, "start-run")).isOne();
    assertThat(Paying.usageRows(workspace, "poll-run")).isEqualTo(apify.calls("poll"));
    assertThat(Paying.usageRows(workspace, "read-dataset")).isEqualTo(apify.calls("items"));
  }

  @Test
  void costToldByAnAnswerThatTookLongIsPreliminaryAllTheSame() {
    // Given
    apify.plan(RunPlan.succeeding(reviews(1)).costing("0.123456"));
    apify.answersLate("poll", 400); // figures are final after 200
    // When
    toItsEnd(collecting, job(Map.of()));
    // Then
    assertThat(spentMicros(workspace)).isEqualTo(123_456).isEqualTo(apify.billedMicros());
  }

  @Test
  void sameItemsInAnotherOrderAndAnotherRunAreNoChange() {
    // Given
    Job<CollectSource> job = job(Map.of());
    toItsEnd(collecting, job);
    apify.plan(RunPlan.succeeding(reversed(reviews(7))));
    // When
    toItsEnd(collecting, again(job));
    // Then
    assertThat(apify.started()).isEqualTo(2);
    assertThat(lastVisit(job, "outcome")).isEqualTo("UNCHANGED");
    assertThat(snapshots(job)).isOne();
    assertThat(spentMicros(workspace)).isEqualTo(500_000).isEqualTo(apify.billedMicros());
  }

  @Test
  void mappingSaysWhatIsKeptOfAnItem() {
    // Given
    Map<String, Object> mapping =
        Map.of("key", "$.id", "fields", Map.of("says", "$.review.text", "stars", "review.stars"));
    // When
    Job<CollectSource> job = job(Map.of("mapping", mapping));
    toItsEnd(collecting, job);
    // Then
    assertThat(Paying.body(job)).contains("\"says\" : \"Review 3\"").doesNotContain("scrapedAt");
  }

  @ParameterizedTest
  @CsvSource({
    "FAILED, The actor's run failed (no proxy)",
    "TIMED-OUT, was stopped after 1800 seconds (no proxy)",
    "ABORTED, was aborted (no proxy)"
  })
  void runThatDidNotSucceedIsNoSnapshotButIsPaidFor(String status, String sentence) {
    // Given
    apify.plan(RunPlan.succeeding(reviews(3)).ending(status, "no proxy"));
    Job<CollectSource> job = job(Map.of());
    // When
    var outcome = toItsEnd(collecting, job);
    // Then
    assertThat(outcome).isInstanceOf(Completed.class);
    assertThat(lastVisit(job, "outcome")).isEqualTo("ERROR");
    assertThat(lastVisit(job, "reason")).contains(sentence);
    assertThat(lastVisit(job, "fix")).isNotEqualTo("null");
    assertThat(snapshots(job)).isZero();
    assertThat(spentMicros(workspace)).isEqualTo(250_000).isEqualTo(apify.billedMicros());
    assertThat(reservedMicros(workspace)).isZero();
  }

  @Test
  void runThatFoundNothingIsEmptyNotAChange() {
    // Given
    apify.plan(RunPlan.succeeding(new JsonArray()));
    Job<CollectSource> job = job(Map.of());
    // When
    toItsEnd(collecting, job);
    // Then
    assertThat(lastVisit(job, "outcome")).isEqualTo("EMPTY");
    assertThat(snapshots(job)).isZero();
  }

  @Test
  void workspaceWithoutKeyIsToldWhereToAddOne() {
    // Given
    workspace = Ids.next();
    Job<CollectSource> job = job(Map.of());
    // When
    toItsEnd(collecting, job);
    // Then
    assertThat(lastVisit(job, "outcome")).isEqualTo("ERROR");
    assertThat(lastVisit(job, "reason")).isEqualTo("This workspace has no key for Apify.");
    assertThat(lastVisit(job, "fix")).contains("PUT /api/v1/providers/apify/key");
    assertThat(apify.started()).isZero();
  }

  @Test
  void everythingThatIsWrongWithTheOptionsIsSaidAtOnce() {
    // Given
    Job<CollectSource> job =
        Collecting.job(
            workspace,
            Ids.next(),
            URL,
            Collector.APIFY,
            Map.of("maxItems", "many", "memoryMbytes", 1000, "colour", "red"));
    // When
    toItsEnd(collecting, job);
    // Then
    assertThat(lastVisit(job, "reason"))
        .contains("'actor' is missing", "'maxItems'", "power of 2", "'colour' is not known");
    assertThat(apify.started()).isZero();
  }

  private Job<CollectSource> job(Map<String, Object> more) {
    Map<String, Object> options = new LinkedHashMap<>(more);
    options.put("actor", "acme/reviews");
    options.put("input", Map.of("company", "acme", "pages", 2));
    return Collecting.job(workspace, Ids.next(), URL, Collector.APIFY, options);
  }

  static JsonArray reviews(int number) {
    JsonArray items = new JsonArray();
    for (int i = 1; i <= number; i++) {
      items.add(
          new JsonObject()
              .put("url", "https://reviews.example/acme/" + i)
              .put("id", i)
              .put("review", new JsonObject().put("text", "Review " + i).put("stars", 4.50)));
    }
    return items;
  }

  private static JsonArray reversed(JsonArray items) {
    JsonArray reversed = new JsonArray();
    for (int i = items.size() - 1; i >= 0; i--) {
      JsonObject item = new JsonObject();
      item.put("review", items.getJsonObject(i).getJsonObject("review"));
      item.put("id", items.getJsonObject(i).getInteger("id"));
      item.put("url", items.getJsonObject(i).getString("url"));
      reversed.add(item);
    }
    return reversed;
  }
}
