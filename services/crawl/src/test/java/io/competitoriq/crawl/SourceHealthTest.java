package io.competitoriq.crawl;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.competitoriq.http.Ids;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.TestTokens;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// The health of sources whose histories are written into the tables as visits leave them.
@QuarkusTest
@WithEmbeddedServers("crawl")
class SourceHealthTest {

  private final UUID workspace = Ids.next();
  private final UUID competitor = Ids.next();
  private final UUID source = Ids.next();
  private int versions;

  @Inject Clock clock;

  @Test
  void aSiteThatKeepsSendingUsAwayIsBlockedAndTheWeekIsCounted() {
    // Given
    ended(Duration.ofDays(8), "BLOCKED", 403, null);
    ended(Duration.ofDays(6), "UNCHANGED", 200, null);
    ended(Duration.ofDays(5), "ERROR", 429, null);
    ended(Duration.ofDays(4), "LOGIN", 401, null);
    ended(Duration.ofHours(1), "BLOCKED", 403, null);
    // Then
    health()
        .body("[0].sourceId", equalTo(source.toString()))
        .body("[0].state", equalTo("BLOCKED"))
        .body("[0].reason", equalTo("BLOCKED it was."))
        .body("[0].fix", startsWith("Ask the site's owner"))
        .body("[0].visits24h", equalTo(1))
        .body("[0].failures24h", equalTo(1))
        .body("[0].visits7d", equalTo(4))
        .body("[0].blocked7d", equalTo(3))
        .body("[0].blockRate", equalTo(0.75f))
        .body("[0].silence", nullValue());
  }

  @Test
  void oneFailureAmongManyVisitsIsAHiccup() {
    // Given
    for (int hours = 40; hours > 1; hours -= 4) {
      ended(Duration.ofHours(hours), "UNCHANGED", 200, null);
    }
    ended(Duration.ofHours(1), "ERROR", 500, null);
    // Then
    health().body("[0].state", equalTo("DEGRADED")).body("[0].blockRate", equalTo(0.0f));
  }

  @Test
  void aSourceThatNeverAnsweredIsFailing() {
    // Given
    ended(Duration.ofHours(1), "EMPTY", 200, null);
    // Then
    health().body("[0].state", equalTo("FAILING")).body("[0].lastOkAt", nullValue());
  }

  @Test
  void aSourceWithoutNewsForLongerThanItsHistoryIsSilent() {
    // Given
    UUID last = null;
    for (int day = 60; day >= 30; day -= 6) {
      last = changed(Duration.ofDays(day), last);
    }
    UUID confirmed = same(Duration.ofDays(29), last);
    ended(Duration.ofDays(29), "STORED", 200, confirmed);
    ended(Duration.ofHours(2), "UNCHANGED", 200, null);
    // Then
    health()
        .body("[0].state", equalTo("HEALTHY"))
        .body("[0].silence.usualDays", equalTo(6))
        .body("[0].silence.quietDays", equalTo(29))
        .body("[0].silence.reason", startsWith("Nothing new since "))
        .body("[0].silence.fix", startsWith("Open the page"));
  }

  @Test
  void aSourceThatStillBringsNewsIsNotSilent() {
    // Given
    UUID last = null;
    for (int day = 40; day >= 10; day -= 6) {
      last = changed(Duration.ofDays(day), last);
    }
    ended(Duration.ofHours(2), "UNCHANGED", 200, null);
    // Then
    health().body("[0].silence", nullValue());
  }

  @Test
  void anotherWorkspaceSeesNoHealth() {
    // Given
    ended(Duration.ofHours(1), "UNCHANGED", 200, null);
    // Then
    health().body("sourceId", hasItem(source.toString()));
    given()
        .header("Authorization", TestTokens.bearer(Ids.next(), "viewer"))
        .get("/visits/health")
        .then()
        .statusCode(200)
        .body("", hasSize(0));
  }

  private ValidatableResponse health() {
    return given()
        .header("Authorization", TestTokens.bearer(workspace, "viewer"))
        .queryParam("competitorId", competitor)
        .get("/visits/health")
        .then()
        .statusCode(200)
        .body("", hasSize(1));
  }

  private void ended(Duration ago, String outcome, int status, @Nullable UUID snapshot) {
    Instant at = clock.instant().minus(ago);
    TestDatabase.execute(
        """
        insert into crawl.visit (id, workspace_id, source_id, competitor_id, job_id, attempt, url, outcome,
               http_status, snapshot_id, reason, bytes, duration_ms, started_at, finished_at)
        values ('%s', '%s', '%s', '%s', 1, 1, 'https://example.com/', '%s', %d, %s, '%s it was.', 0, 1, '%s', '%s')"""
            .formatted(
                Ids.next(),
                workspace,
                source,
                competitor,
                outcome,
                status,
                quoted(snapshot),
                outcome,
                at,
                at));
  }

  private UUID changed(Duration ago, @Nullable UUID previous) {
    versions++;
    return same(ago, previous);
  }

  private UUID same(Duration ago, @Nullable UUID previous) {
    UUID id = Ids.next();
    TestDatabase.execute(
        """
        insert into crawl.snapshot (id, workspace_id, source_id, competitor_id, previous_snapshot_id, collector,
               url, final_url, http_status, content_type, charset, body_sha256, bytes, fetched_at)
        values ('%s', '%s', '%s', '%s', %s, 'BUILTIN', 'https://example.com/', 'https://example.com/', 200,
               'text/html', 'UTF-8', '%064d', 1, '%s')"""
            .formatted(
                id,
                workspace,
                source,
                competitor,
                quoted(previous),
                versions,
                clock.instant().minus(ago)));
    return id;
  }

  private static String quoted(@Nullable UUID id) {
    return id == null ? "null" : "'" + id + "'";
  }
}
