package io.competitoriq.competitors.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.competitors.Api;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("competitors")
class SourceResourceTest {

  private final Api api = Api.ofNewWorkspace();

  @Test
  void aVisitOnRequestJumpsTheQueueAndIsNotDoubled() {
    // Given
    String source = api.sourcesOf(api.track("visited.com", "visited.com/pricing")).getFirst();
    int first = visit(source, true);
    TestDatabase.execute("delete from jobs.job where dedup = '" + source + "'");
    // When
    int added = visit(source, false);
    int again = visit(source, true);
    // Then
    assertThat(added).isGreaterThan(first).isEqualTo(again);
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from jobs.job where dedup = '"
                    + source
                    + "' and payload->>'reason' = 'REQUESTED' and prio = 0"))
        .isEqualTo(1);
  }

  private int visit(String source, boolean duplicate) {
    return api.request()
        .post("/sources/" + source + "/visits")
        .then()
        .statusCode(202)
        .body("jobId", greaterThan(0))
        .body("duplicate", equalTo(duplicate))
        .extract()
        .path("jobId");
  }

  @Test
  void aScheduleIsChangedPausedAndResumed() {
    // Given
    String source = api.sourcesOf(api.track("planned.com", "planned.com/pricing")).getFirst();
    String etag = api.request().get("/sources/" + source).header("ETag");
    Map<String, String> cron =
        Map.of("cron", "0 6 * * 1-5", "zone", "Europe/Berlin", "jitter", "PT5M");
    // When
    String changed =
        api.request()
            .header("If-Match", etag)
            .body(Map.of("schedule", cron, "kind", "FEATURES"))
            .patch("/sources/" + source)
            .then()
            .statusCode(200)
            .body("schedule.cron", equalTo("0 6 * * 1-5"))
            .body("schedule.interval", nullValue())
            .body("schedule.zone", equalTo("Europe/Berlin"))
            .body("schedule.jitter", equalTo("PT5M"))
            .body("kind", equalTo("FEATURES"))
            .body("nextVisitAt", endsWith("Z"))
            .extract()
            .header("ETag");
    String paused = pause(source, changed, true);
    api.request().get("/sources/" + source).then().body("nextVisitAt", nullValue());
    pause(source, paused, false);
    // Then
    api.request()
        .get("/sources/" + source)
        .then()
        .body("paused", equalTo(false))
        .body("nextVisitAt", notNullValue());
    api.request()
        .header("If-Match", etag)
        .body(Map.of("paused", true))
        .patch("/sources/" + source)
        .then()
        .statusCode(412);
  }

  @Test
  void visitsWaitForTheWindowOfTheSchedule() {
    // Given
    String source = api.sourcesOf(api.track("window.com", "window.com/pricing")).getFirst();
    String etag = api.request().get("/sources/" + source).header("ETag");
    String day = LocalDate.now(ZoneOffset.UTC).plusDays(3).getDayOfWeek().name();
    Map<String, Object> window = Map.of("days", List.of(day), "from", "08:00", "to", "09:00");
    // When
    String nextVisitAt =
        api.request()
            .header("If-Match", etag)
            .body(Map.of("schedule", Map.of("interval", "PT1H", "window", window)))
            .patch("/sources/" + source)
            .then()
            .statusCode(200)
            .body("schedule.window.days", equalTo(List.of(day)))
            .body("schedule.window.from", equalTo("08:00"))
            .body("schedule.window.to", equalTo("09:00"))
            .extract()
            .path("nextVisitAt");
    // Then
    OffsetDateTime next = OffsetDateTime.parse(nextVisitAt);
    assertThat(next.getDayOfWeek().name()).isEqualTo(day);
    assertThat(next.getHour()).isEqualTo(8);
    api.request()
        .get("/sources/" + source)
        .then()
        .body("schedule.window.days", equalTo(List.of(day)))
        .body("nextVisitAt", equalTo(nextVisitAt));
  }

  private String pause(String source, String etag, boolean paused) {
    return api.request()
        .header("If-Match", etag)
        .body(Map.of("paused", paused))
        .patch("/sources/" + source)
        .then()
        .statusCode(200)
        .body("paused", equalTo(paused))
        .extract()
        .header("ETag");
  }

  @Test
  void oneMoreSourceIsAddedWithItsFirstVisit() {
    // Given
    String competitor = api.track("more.com");
    // When
    String source =
        api.request()
            .body(Map.of("url", "more.com/changelog/", "kind", "CHANGELOG", "title", "What's new"))
            .post("/competitors/" + competitor + "/sources")
            .then()
            .statusCode(201)
            .header("Location", containsString("sources/"))
            .body("title", equalTo("What's new"))
            .body("collector", equalTo("BUILTIN"))
            .body("lastVisitAt", notNullValue())
            .extract()
            .path("id");
    // Then
    assertThat(
            TestDatabase.queryLong("select count(*) from jobs.job where dedup = '" + source + "'"))
        .isEqualTo(1);
    api.request()
        .body(Map.of("url", "HTTPS://more.com/changelog/#top", "kind", "BLOG"))
        .post("/competitors/" + competitor + "/sources")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:ciq:problem:source-already-watched"))
        .body("errors[0].message", equalTo(source));
  }

  @Test
  void whatCannotBeCollectedIsRefusedWithASentence() {
    // Given
    String sources = "/competitors/" + api.track("refused.com") + "/sources";
    // When, Then
    api.request()
        .body(Map.of("url", "refused.com/x", "kind", "BLOG", "collector", "SEARCHAPI"))
        .post(sources)
        .then()
        .statusCode(422)
        .body("type", equalTo("urn:ciq:problem:collector-not-available"));
    api.request()
        .body(
            Map.of("url", "refused.com/x", "kind", "BLOG", "schedule", Map.of("interval", "PT10S")))
        .post(sources)
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:ciq:problem:invalid-schedule"))
        .body("detail", containsString("more often than every 1 min"));
    api.request()
        .body(Map.of("url", "refused.com/x", "kind", "COFFEE"))
        .post(sources)
        .then()
        .statusCode(400);
  }

  @Test
  void aRemovedSourceIsGoneAndItsAddressFree() {
    // Given
    String competitor = api.track("removed.com", "removed.com/pricing");
    String source = api.sourcesOf(competitor).getFirst();
    // When
    api.request().delete("/sources/" + source).then().statusCode(204);
    // Then
    api.request().get("/sources/" + source).then().statusCode(404);
    api.request().delete("/sources/" + source).then().statusCode(404);
    api.request().get("/competitors/" + competitor).then().body("sourceCount", equalTo(0));
    api.request()
        .body(Map.of("url", "removed.com/pricing", "kind", "PRICING"))
        .post("/competitors/" + competitor + "/sources")
        .then()
        .statusCode(201);
  }

  @Test
  void allSourcesOfTheWorkspaceArePaged() {
    // Given
    api.track("paged.com", "paged.com/1", "paged.com/2", "paged.com/3");
    // When
    var first = api.request().get("/sources?limit=2").then().body("items", hasSize(2));
    String cursor = first.extract().path("nextCursor");
    var second = api.request().get("/sources?limit=2&cursor=" + cursor).then();
    // Then
    second.body("items", hasSize(1)).body("nextCursor", nullValue());
    List<String> seen = first.extract().path("items.id");
    assertThat(seen).doesNotContain(second.extract().<String>path("items[0].id"));
  }

  @Test
  void removalOnAnOldVersionIsRefusedAndTellsTheCurrentOne() {
    String competitor = api.track("removed.com", "removed.com/pricing");
    String source = api.sourcesOf(competitor).getFirst();

    for (String path : List.of("/sources/" + source, "/competitors/" + competitor)) {
      api.request()
          .header("If-Match", "\"99\"")
          .delete(path)
          .then()
          .statusCode(412)
          .header("ETag", "\"0\"")
          .body("type", equalTo("urn:ciq:problem:version-changed"));
      api.request().header("If-Match", "\"0\"").delete(path).then().statusCode(204);
    }
  }
}
