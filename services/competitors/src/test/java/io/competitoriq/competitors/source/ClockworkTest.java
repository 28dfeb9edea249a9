package io.competitoriq.competitors.source;

import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.competitors.Api;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// With the scheduler running, as in production but faster.
@QuarkusTest
@WithEmbeddedServers("competitors")
@TestProfile(ClockworkTest.Fast.class)
class ClockworkTest {

  public static final class Fast implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "ciq.competitors.schedule.poll", "0.1s",
          "ciq.competitors.schedule.min-interval", "PT0.5S",
          "ciq.competitors.schedule.default-interval", "PT1S");
    }
  }

  private final Api api = Api.ofNewWorkspace();

  @Test
  void timeAloneVisitsADueSource() {
    // Given
    String source = api.sourcesOf(api.track("ticking.com", "ticking.com/pricing")).getFirst();
    api.request()
        .get("/sources/" + source)
        .then()
        .body("schedule.interval", equalTo("PT1S"))
        .body("schedule.jitter", equalTo("PT0.1S"));
    // When the first visit is through
    TestDatabase.execute("delete from jobs.job where dedup = '" + source + "'");
    // Then
    await().atMost(Duration.ofSeconds(10)).until(() -> scheduledVisits(source) == 1);
  }

  private static long scheduledVisits(String source) {
    return TestDatabase.queryLong(
        "select count(*) from jobs.job where payload->>'reason' = 'SCHEDULED' and dedup = '"
            + source
            + "'");
  }
}
