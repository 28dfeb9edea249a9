package io.competitoriq.competitors.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.competitors.Api;
import io.competitoriq.competitors.ServicesBelow;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.response.ValidatableResponse;
import io.smallrye.faulttolerance.api.CircuitBreakerMaintenance;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Time is the test's own: in 2020 nothing but its sources is due.
@QuarkusTest
@WithEmbeddedServers("competitors")
@WithTestResource(value = ServicesBelow.class, scope = TestResourceScope.GLOBAL)
@SuppressWarnings("NullAway") // the test resource sets its field before each test
class AdaptiveSourceTest {

  private static final Instant START = Instant.parse("2020-02-01T00:00:00Z");
  private static final Duration SIX_HOURS = Duration.ofHours(6);

  @Inject DueSourceScheduler scheduler;
  @Inject CircuitBreakerMaintenance breakers;

  private final Api api = Api.ofNewWorkspace();
  private ServicesBelow below;

  @BeforeEach
  void allAnswer() {
    below.silent(false);
    breakers.resetAll();
  }

  /// For the other tests they would be due for years.
  @AfterEach
  void pauseSources() {
    TestDatabase.execute(
        "update competitors.source set paused = true where workspace_id = '"
            + api.workspace()
            + "'");
  }

  @Test
  void dueSourcesFollowTheirChangesWithinTheirBounds() {
    // Given
    String busy = adaptive("busy.com/pricing");
    String quiet = adaptive("quiet.com/pricing");
    below.tell(busy, SIX_HOURS, 18);
    below.tell(quiet, SIX_HOURS, 0);
    // When
    look(START);
    // Then
    assertNextVisit(busy, START, Duration.ofHours(3));
    assertNextVisit(quiet, START, Duration.ofHours(12));
    // When
    Instant later = nextVisit(busy);
    finishVisits();
    look(later);
    // Then
    assertNextVisit(busy, later, Duration.ofMinutes(90));
    assertNextVisit(quiet, START, Duration.ofHours(12));
    get(busy)
        .body("schedule.interval", equalTo("PT6H"))
        .body("schedule.adaptive.current", equalTo("PT1H30M"))
        .body(
            "schedule.adaptive.why",
            equalTo("Changed 18 times in the last 20 visits: every 90 min, the shortest set."))
        .body("version", equalTo(1));
    get(quiet)
        .body("schedule.adaptive.why", equalTo("No change in the last 20 visits: every 12 h."));
  }

  @Test
  void aServiceThatHangsDelaysNoVisitAndTheIntervalStands() {
    // Given
    String source = adaptive("hanging.com/pricing");
    below.tell(source, SIX_HOURS, 0);
    below.silent(true);
    int before = below.questions();
    // When
    look(START);
    int asked = below.questions() - before;
    // Then
    assertThat(asked).as("once and once more").isEqualTo(2);
    assertThat(visitsOnTheirWay(source)).isEqualTo(1);
    assertNextVisit(source, START, SIX_HOURS);
    // When it is left alone
    Instant later = nextVisit(source);
    finishVisits();
    look(later);
    // Then
    assertThat(below.questions() - before).isEqualTo(asked);
    assertNextVisit(source, later, SIX_HOURS);
    // When it is back
    below.silent(false);
    breakers.resetAll();
    Instant back = nextVisit(source);
    finishVisits();
    look(back);
    // Then
    assertNextVisit(source, back, Duration.ofHours(12));
  }

  @Test
  void whatWasLearntOutlivesAnEditOfSomethingElse() {
    // Given
    String source = adaptive("learnt.com/pricing");
    below.tell(source, SIX_HOURS, 0);
    look(START);
    // When
    edit(source, Map.of("interval", "PT6H", "zone", "Europe/Berlin", "adaptive", Map.of()))
        .statusCode(200);
    // Then
    get(source)
        .body("schedule.zone", equalTo("Europe/Berlin"))
        .body("schedule.adaptive.current", equalTo("PT12H"));
    // When the bounds or the start are others
    edit(source, Map.of("interval", "PT6H", "adaptive", Map.of("longest", "PT8H"))).statusCode(200);
    get(source).body("schedule.adaptive.current", equalTo("PT8H"));
    edit(source, Map.of("interval", "PT4H", "adaptive", Map.of())).statusCode(200);
    // Then
    get(source)
        .body("schedule.adaptive.current", equalTo("PT4H"))
        .body("schedule.adaptive.why", containsString("Too few visits yet"));
    edit(source, Map.of("interval", "PT4H")).statusCode(200);
    get(source).body("schedule.adaptive", nullValue());
  }

  @Test
  void boundsAreChosenAroundTheDefaultOfTheKind() {
    // Given
    String competitor = api.track("defaults.com");
    // When, Then
    api.request()
        .body(
            Map.of(
                "url", "defaults.com/about",
                "kind", "ABOUT",
                "schedule", Map.of("adaptive", Map.of())))
        .post("/competitors/" + competitor + "/sources")
        .then()
        .statusCode(201)
        .body("schedule.interval", equalTo("PT168H"))
        .body("schedule.adaptive.shortest", equalTo("PT42H"))
        .body("schedule.adaptive.longest", equalTo("PT1344H"))
        .body("schedule.adaptive.current", equalTo("PT168H"))
        .body(
            "schedule.adaptive.why",
            equalTo("Too few visits yet to tell how often it changes: every 7 days."));
  }

  @ParameterizedTest(name = "interval {0}, cron {1}, shortest {2}, longest {3}: {4}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                | 0 6 * * * |       |       | cannot be adaptive; give an interval
          PT6H  |           | PT10S |       | more often than every 1 min
          PT6H  |           |       | P400D | longest interval is longer than a year
          PT6H  |           | 1h    |       | shortest interval "1h" cannot be read
          PT6H  |           | PT7H  |       | starts from its interval, 6 h
          PT6H  |           |       | PT5H  | starts from its interval, 6 h
          PT6H  |           | PT1M  |       | jitter must be between
          """)
  void boundsThatCannotBeAreRefusedWithASentence(
      @Nullable String interval,
      @Nullable String cron,
      @Nullable String shortest,
      @Nullable String longest,
      String sentence) {
    // Given
    String competitor = api.track("bounds.com");
    Map<String, Object> schedule = new HashMap<>();
    schedule.put("interval", interval);
    schedule.put("cron", cron);
    schedule.put("jitter", "PT2M");
    Map<String, Object> bounds = new HashMap<>();
    bounds.put("shortest", shortest);
    bounds.put("longest", longest);
    schedule.put("adaptive", bounds);
    // When, Then
    api.request()
        .body(Map.of("url", "bounds.com/blog", "kind", "BLOG", "schedule", schedule))
        .post("/competitors/" + competitor + "/sources")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:ciq:problem:invalid-schedule"))
        .body("detail", containsString(sentence));
  }

  /// An adaptive source, six hours at first, due at [#START] and with no visit on its way.
  private String adaptive(String page) {
    String competitor = api.track(page.split("/", 2)[0], page);
    String source = api.sourcesOf(competitor).getFirst();
    edit(source, Map.of("interval", "PT6H", "adaptive", Map.of())).statusCode(200);
    TestDatabase.execute(
        "update competitors.source set next_visit_at = '%s' where id = '%s'"
            .formatted(START, source));
    finishVisits();
    return source;
  }

  private ValidatableResponse edit(String source, Map<String, Object> schedule) {
    String etag = api.request().get("/sources/" + source).header("ETag");
    return api.request()
        .header("If-Match", etag)
        .body(Map.of("schedule", schedule))
        .patch("/sources/" + source)
        .then();
  }

  private ValidatableResponse get(String source) {
    return api.request().get("/sources/" + source).then().statusCode(200);
  }

  private Instant nextVisit(String source) {
    return Instant.parse(get(source).extract().path("nextVisitAt"));
  }

  /// The interval after `from`, and up to five minutes of jitter.
  private void assertNextVisit(String source, Instant from, Duration interval) {
    Instant planned = from.plus(interval);
    assertThat(nextVisit(source)).isBetween(planned, planned.plus(Duration.ofMinutes(5)));
  }

  private void finishVisits() {
    TestDatabase.execute("delete from jobs.job where workspace_id = '" + api.workspace() + "'");
  }

  private static long visitsOnTheirWay(String source) {
    return TestDatabase.queryLong("select count(*) from jobs.job where dedup = '" + source + "'");
  }

  private void look(Instant moment) {
    try {
      VertxContextSupport.subscribeAndAwait(() -> scheduler.lookOnce(moment));
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
  }
}
