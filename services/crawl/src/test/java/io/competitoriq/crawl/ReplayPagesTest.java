package io.competitoriq.crawl;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.TestTokens;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Behind the real engine; what reads the snapshots is not here, so the test says when they are.
@QuarkusTest
@WithEmbeddedServers("crawl")
class ReplayPagesTest {

  private static final String FIRST = "2026-08-29T06:00:00Z";
  private static final String CHANGED = "2026-09-18T06:00:00Z";
  private static final String SEEN_AGAIN = "2026-09-18T12:00:00Z";

  private final UUID workspace = UUID.randomUUID();
  private final UUID source = UUID.randomUUID();

  @Test
  void aVersionComesOnceTheOneBeforeIsRead() {
    // When
    replay("https://kitebase.invalid/pricing", "owner").then().statusCode(204);
    // Then
    keeps(1);
    assertThat(openReplays()).as("the next one waits").isOne();
    assertThat(TestDatabase.queryOne(newest("fetched_at = '" + FIRST + "'"))).isEqualTo(true);
    // When
    read();
    // Then
    keeps(2);
    read();
    keeps(3);
    read();
    await().atMost(Duration.ofSeconds(20)).until(() -> openReplays() == 0);
    // The same body a second time: the change stands.
    assertThat(TestDatabase.queryOne(newest("fetched_at = '" + SEEN_AGAIN + "'"))).isEqualTo(true);
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from crawl.visit where finished_at = started_at and duration_ms = 0"
                    + " and outcome = 'STORED' and source_id = '%s'".formatted(source)))
        .isEqualTo(3);
    // When asked again
    replay("https://kitebase.invalid/pricing", "owner").then().statusCode(204);
    // Then
    await().atMost(Duration.ofSeconds(20)).until(() -> openReplays() == 0);
    assertThat(snapshots()).isEqualTo(3);
  }

  @Test
  void nothingRealHasAPastToReplay() {
    replay("https://example.com/pricing", "owner")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:ciq:problem:not-demo"));
    replay("https://kitebase.invalid/pricing", "admin").then().statusCode(403);

    assertThat(openReplays()).isZero();
  }

  private Response replay(String url, String role) {
    Map<String, Object> page =
        Map.of(
            "competitorId",
            UUID.randomUUID(),
            "sourceId",
            source,
            "url",
            url,
            "kind",
            "PRICING",
            "versions",
            List.of(version(FIRST, 28), version(CHANGED, 32), version(SEEN_AGAIN, 32)));
    return given()
        .header("Authorization", TestTokens.bearer(workspace, role))
        .contentType(ContentType.JSON)
        .body(List.of(page))
        .put("/workspace/past-pages");
  }

  private static Map<String, Object> version(String at, int price) {
    return Map.of("fetchedAt", at, "body", "<main>Pro costs £%d a month.</main>".formatted(price));
  }

  private void keeps(int wanted) {
    await().atMost(Duration.ofSeconds(20)).until(() -> snapshots() == wanted);
  }

  private long snapshots() {
    return TestDatabase.queryLong(
        "select count(*) from crawl.snapshot where source_id = '%s'".formatted(source));
  }

  private String newest(String condition) {
    return "select %s from crawl.snapshot where source_id = '%s' order by fetched_at desc limit 1"
        .formatted(condition, source);
  }

  private long openReplays() {
    return TestDatabase.queryLong(
        "select count(*) from jobs.job where kind = 'replay-pages' and state in (0, 1) and"
            + " workspace_id = '%s'".formatted(workspace));
  }

  private void read() {
    TestDatabase.execute(
        "update jobs.job set state = 2, finished_at = now() where kind = 'process-snapshot' and"
            + " workspace_id = '%s'".formatted(workspace));
  }
}
