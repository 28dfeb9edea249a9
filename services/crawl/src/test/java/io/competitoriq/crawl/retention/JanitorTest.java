package io.competitoriq.crawl.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.blobs.BlobStore;
import io.competitoriq.crawl.standin.ProcessStandIn;
import io.competitoriq.crawl.standin.ProcessStandIn.Mood;
import io.competitoriq.crawl.standin.WithStandIns;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What each rule keeps, and that the rest goes.
@QuarkusTest
@WithEmbeddedServers("crawl")
@WithStandIns
class JanitorTest {
  @Inject BlobStore blobs;
  @Inject Janitor janitor;
  @Inject MeterRegistry meters;
  private ProcessStandIn process;
  private Shelf shelf;

  @BeforeEach
  void open() {
    process = new ProcessStandIn();
    shelf = Shelf.of(blobs);
  }

  @AfterEach
  void close() {
    process.close();
  }

  @Test
  void bodiesBeyondTheNewestAndOldEnoughGoAndTheAnswerSaysWhenAndWhy() {
    // Given
    UUID oldest = shelf.snapshot(90, "rule: first");
    UUID second = shelf.snapshot(80, "rule: second");
    UUID third = shelf.snapshot(70, "rule: third");
    UUID newest = shelf.snapshot(60, "rule: fourth");
    shelf.rule(3, true, 30);
    // When
    assertThat(tidy()).isOne();
    // Then
    shelf
        .as("viewer")
        .get("/snapshots/" + oldest + "/body")
        .then()
        .statusCode(410)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ciq:problem:evidence-released"))
        .body("detail", containsString("by the workspace rule: keep the newest 3"))
        .body("detail", containsString("after 30 days"));
    shelf
        .as("viewer")
        .get("/snapshots/" + oldest)
        .then()
        .statusCode(200)
        .body("bytes", equalTo("rule: first".length()))
        .body("release.scope", equalTo("WORKSPACE"))
        .body("release.bodyDays", equalTo(30));
    assertThat(Shelf.stored("rule: first")).isFalse();
    assertThat(shelf.bodyOf(second)).isEqualTo(200);
    assertThat(shelf.bodyOf(third)).isEqualTo(200);
    assertThat(shelf.bodyOf(newest)).isEqualTo(200);
  }

  @Test
  void theYoungStayHoweverMany() {
    // Given
    UUID old = shelf.snapshot(31, "young: old");
    UUID young = shelf.snapshot(29, "young: first");
    shelf.snapshot(28, "young: second");
    shelf.snapshot(27, "young: third");
    shelf.rule(2, true, 30);
    // When
    tidy();
    // Then
    assertThat(shelf.bodyOf(old)).isEqualTo(410);
    assertThat(shelf.bodyOf(young)).isEqualTo(200);
  }

  @Test
  void whatChangedSomethingStaysUnlessTheRuleSaysOtherwise() {
    // Given
    UUID cited = shelf.snapshot(90, "cited: first");
    UUID needed = shelf.snapshot(80, "cited: second");
    newestTwo("cited");
    process.cites(cited).needs(needed);
    shelf.rule(2, true, 30);
    assertThat(tidy()).isZero();
    // When
    shelf.rule(2, false, 30);
    // Then
    assertThat(tidy()).isOne();
    assertThat(shelf.bodyOf(cited)).isEqualTo(410);
    assertThat(shelf.bodyOf(needed)).isEqualTo(200);
  }

  @Test
  void aSourcesOwnRuleOverrulesTheWorkspaces() {
    // Given
    UUID old = shelf.snapshot(90, "override: first");
    newestTwo("override");
    shelf.rule(2, true, 30);
    String address = "/retention/sources/" + shelf.source();
    shelf
        .as("admin")
        .contentType("application/json")
        .body(Shelf.json(3, true, 30))
        .put(address)
        .then()
        .statusCode(200)
        .body("rule.scope", equalTo("SOURCE"));
    assertThat(tidy()).isZero();
    // When
    shelf.as("admin").delete(address).then().statusCode(204);
    // Then
    assertThat(tidy()).isOne();
    assertThat(shelf.bodyOf(old)).isEqualTo(410);
  }

  @Test
  void withoutAnyRuleHalfAYearIsKept() {
    // Given
    UUID old = shelf.snapshot(181, "default: first");
    for (int i = 0; i < 30; i++) {
      shelf.snapshot(170 - i, "default: " + i);
    }
    // When
    assertThat(tidy()).isOne();
    // Then
    shelf
        .as("viewer")
        .get("/snapshots/" + old + "/body")
        .then()
        .statusCode(410)
        .body("detail", containsString("by the default rule: keep the newest 30 and what changed"));
  }

  @Test
  void whatIsOnHoldStaysUntilItIsLifted() {
    // Given
    UUID held = shelf.snapshot(90, "hold: first");
    UUID other = shelf.snapshot(80, "hold: second");
    newestTwo("hold");
    shelf.rule(2, true, 30);
    hold("/retention/sources/" + shelf.source() + "/hold");
    hold("/snapshots/" + held + "/hold");
    assertThat(tidy()).isZero();
    // When
    shelf
        .as("admin")
        .delete("/retention/sources/" + shelf.source() + "/hold")
        .then()
        .statusCode(204);
    // Then
    assertThat(tidy()).isOne();
    assertThat(shelf.bodyOf(held)).isEqualTo(200);
    assertThat(shelf.bodyOf(other)).isEqualTo(410);
    shelf.as("admin").delete("/snapshots/" + held + "/hold").then().statusCode(204);
    assertThat(tidy()).isOne();
    assertThat(shelf.bodyOf(held)).isEqualTo(410);
  }

  @Test
  void everyExhibitGoesWithItsSnapshotAndTheBytesAreCounted() {
    // Given
    UUID old = shelf.snapshot(90, "exhibit: raw");
    shelf.exhibit(old, "RENDERED", "exhibit: rendered");
    shelf.exhibit(old, "SCREENSHOT", "exhibit: picture");
    newestTwo("exhibit");
    shelf.rule(2, true, 30);
    double before = meters.counter("ciq_crawl_released_bytes").count();
    // When
    tidy();
    // Then
    assertThat(Shelf.stored("exhibit: raw")).isFalse();
    assertThat(Shelf.stored("exhibit: rendered")).isFalse();
    assertThat(Shelf.stored("exhibit: picture")).isFalse();
    shelf
        .as("viewer")
        .get("/snapshots/" + old + "/exhibits/SCREENSHOT")
        .then()
        .statusCode(410)
        .body("type", equalTo("urn:ciq:problem:evidence-released"));
    assertThat(meters.counter("ciq_crawl_released_bytes").count() - before)
        .isEqualTo(shelf.releasedBytes())
        .isPositive();
  }

  @ParameterizedTest
  @EnumSource(
      value = Mood.class,
      names = {"FAILS", "IS_SILENT"})
  void withoutAnAnswerFromProcessNothingGoes(Mood mood) {
    // Given
    UUID old = shelf.snapshot(90, "no answer " + mood);
    newestTwo("no answer " + mood);
    shelf.rule(2, true, 30);
    process.mood(mood);
    // When
    assertThatThrownBy(this::tidy).isInstanceOf(Citations.NoAnswer.class);
    // Then
    assertThat(shelf.bodyOf(old)).isEqualTo(200);
    process.mood(Mood.ANSWERS);
    assertThat(tidy()).isOne();
  }

  @Test
  void longHistoriesAreAskedAboutInPieces() {
    // Given
    UUID first = shelf.snapshot(90, "many");
    TestDatabase.execute(
        """
        insert into crawl.snapshot (id, workspace_id, source_id, competitor_id, collector, url, final_url, http_status,
                                    content_type, charset, body_sha256, bytes, fetched_at)
        select gen_random_uuid(), workspace_id, source_id, competitor_id, collector, url, final_url, http_status,
               content_type, charset, body_sha256, bytes, fetched_at + make_interval(secs => n)
          from crawl.snapshot, generate_series(1, 500) n where id = '%s'\
        """
            .formatted(first));
    newestTwo("many");
    shelf.rule(2, true, 30);
    process.mood(Mood.NEEDS_ALL);
    // When
    assertThat(tidy()).isZero();
    // Then
    assertThat(process.questions()).containsExactly(500, 1);
  }

  private void newestTwo(String name) {
    shelf.snapshot(60, name + ": last but one");
    shelf.snapshot(50, name + ": last");
  }

  private void hold(String address) {
    shelf
        .as("admin")
        .contentType("application/json")
        .body("{\"reason\":\"Case 7\"}")
        .put(address)
        .then()
        .statusCode(200)
        .body("reason", equalTo("Case 7"));
  }

  private long tidy() {
    return janitor.tidy(shelf.place()).await().atMost(Duration.ofSeconds(20));
  }
}
