package io.competitoriq.crawl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.crawl.standin.SearchApiStandIn;
import io.competitoriq.crawl.standin.WithStandIns;
import io.competitoriq.http.Ids;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.JobOutcome.Snoozed;
import io.competitoriq.messages.Collector;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// A provider that is down for everybody.
@QuarkusTest
@WithEmbeddedServers("crawl")
@WithStandIns
@TestProfile(ProviderOutageTest.SmallBreaker.class)
class ProviderOutageTest {
  @Inject Collecting collecting;

  public static final class SmallBreaker implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("ciq.crawl.provider.breaker-calls", "4");
    }
  }

  @Test
  void providerWithoutProperAnswersIsLeftAloneAndNothingIsReserved() {
    // Given
    try (SearchApiStandIn search = new SearchApiStandIn()) {
      search.reset(100, _ -> new JsonObject());
      UUID workspace = Ids.next();
      Paying.key(workspace, "searchapi", SearchApiStandIn.KEY);
      for (int i = 0; i < 4; i++) {
        search.answers("search", 503, Map.of(), "Service unavailable");
        search(workspace);
      }
      // When
      JobOutcome outcome = search(workspace);
      // Then
      assertThat(outcome)
          .isInstanceOfSatisfying(
              Snoozed.class, snoozed -> assertThat(snoozed.reason()).contains("left alone"));
      assertThat(search.charged()).isZero();
      assertThat(Paying.spentMicros(workspace)).isZero();
      assertThat(Paying.reservedMicros(workspace)).isZero();
      Paying.as(workspace, "viewer")
          .get("/providers/searchapi")
          .then()
          .body("resting", equalTo(true));
    }
  }

  private JobOutcome search(UUID workspace) {
    return collecting.run(
        Collecting.job(
            workspace,
            Ids.next(),
            URI.create("https://www.searchapi.io/acme"),
            Collector.SEARCHAPI,
            Map.of("engine", "google", "q", "acme")));
  }
}
