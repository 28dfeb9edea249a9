package io.competitoriq.crawl;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.TestTokens;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("crawl")
class VisitTalliesTest {

  private final UUID workspace = UUID.randomUUID();

  @Test
  void theLastTwentyGoodVisitsAndTheOneBeforeAreCounted() {
    // Given
    UUID often = UUID.randomUUID();
    visits(often, "UNCHANGED", "2026-11-01T00:00:00Z", 30);
    visits(often, "BLOCKED", "2026-12-01T00:00:00Z", 5);
    UUID twice = UUID.randomUUID();
    visits(twice, "UNCHANGED", "2026-11-01T00:00:00Z", 2);
    UUID blocked = UUID.randomUUID();
    visits(blocked, "ERROR", "2026-11-01T00:00:00Z", 2);
    // When
    ValidatableResponse tallies =
        tallies(workspace, List.of(often, twice, blocked, UUID.randomUUID()));
    // Then
    tallies
        .statusCode(200)
        .body("", hasSize(2))
        .body(of(often) + ".visits", equalTo(21))
        .body(of(often) + ".firstAt", equalTo("2026-11-10T00:00:00Z"))
        .body(of(often) + ".lastAt", equalTo("2026-11-30T00:00:00Z"))
        .body(of(twice) + ".visits", equalTo(2))
        .body(of(twice) + ".lastAt", equalTo("2026-11-02T00:00:00Z"));
  }

  @Test
  void anotherWorkspacesVisitsAreNotCounted() {
    // Given
    UUID source = UUID.randomUUID();
    visits(source, "UNCHANGED", "2026-11-01T00:00:00Z", 3);
    // When, Then
    tallies(UUID.randomUUID(), List.of(source)).statusCode(200).body("", hasSize(0));
  }

  @Test
  void noneAndTooManySourcesAreRefused() {
    // When, Then
    tallies(workspace, List.of())
        .statusCode(400)
        .body("errors[0].field", containsString("sourceIds"));
    tallies(workspace, Stream.generate(UUID::randomUUID).limit(501).toList()).statusCode(400);
    given().contentType(ContentType.JSON).post("/visit-tallies").then().statusCode(401);
  }

  @Test
  void aPeriodIsCountedByHowItsVisitsEnded() {
    // Given
    visits(UUID.randomUUID(), "UNCHANGED", "2026-11-01T00:00:00Z", 9);
    UUID other = UUID.randomUUID();
    visits(other, "UNCHANGED", "2026-11-01T00:00:00Z", 2);
    visits(other, "ERROR", "2026-11-03T00:00:00Z", 3);
    // When, Then: the end is not part of it
    period(workspace, "2026-11-02T00:00:00Z", "2026-11-05T00:00:00Z")
        .statusCode(200)
        .body("sources", equalTo(2))
        .body("visits", equalTo(6))
        .body("snapshots", equalTo(0))
        .body("unchanged", equalTo(4))
        .body("failures", equalTo(2));
    period(UUID.randomUUID(), "2026-11-02T00:00:00Z", "2026-11-05T00:00:00Z")
        .body("visits", equalTo(0));
  }

  private static ValidatableResponse period(UUID workspace, String from, String to) {
    return given()
        .header("Authorization", TestTokens.bearer(workspace, "viewer"))
        .contentType(ContentType.JSON)
        .body(Map.of("competitorIds", List.of(), "from", from, "to", to))
        .post("/visit-tallies/period")
        .then();
  }

  private static String of(UUID source) {
    return "find { it.sourceId == '" + source + "' }";
  }

  private static ValidatableResponse tallies(UUID workspace, List<UUID> sources) {
    return given()
        .header("Authorization", TestTokens.bearer(workspace, "viewer"))
        .contentType(ContentType.JSON)
        .body(Map.of("sourceIds", sources))
        .post("/visit-tallies")
        .then();
  }

  /// One a day.
  private void visits(UUID source, String outcome, String from, int count) {
    TestDatabase.execute(
        """
        insert into crawl.visit (id, workspace_id, source_id, competitor_id, job_id, attempt, url, outcome,
                                 reason, bytes, duration_ms, started_at, finished_at)
        select gen_random_uuid(), '%s', '%s', gen_random_uuid(), 1, 1, 'https://a.example', '%s', 'test', 0, 0,
               at, at
          from generate_series(timestamptz '%s', timestamptz '%s' + interval '1 day' * %d, interval '1 day') at
        """
            .formatted(workspace, source, outcome, from, from, count - 1));
  }
}
