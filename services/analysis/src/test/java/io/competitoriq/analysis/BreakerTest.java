package io.competitoriq.analysis;

import static io.competitoriq.analysis.Changes.proRaised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(
    value = StandInModel.class,
    initArgs = @ResourceArg(name = "breaker-calls", value = "2"))
class BreakerTest {

  private final UUID workspace = UUID.randomUUID();
  private final Service service;

  BreakerTest(Service service) {
    this.service = service;
  }

  @Test
  void silentProviderIsLeftAloneForAWhileWithoutSpendingAttempts() {
    // Given
    String broken = service.raise(workspace, proRaised("mode=broken")).getString("id");
    service.assessed(workspace, broken);
    // When
    String next = service.raise(workspace, proRaised("after the break")).getString("id");
    String whileOpen = service.get(workspace, next).getString("assessment.state");
    JsonPath signal = service.assessed(workspace, next);
    // Then
    assertThat(whileOpen).isEqualTo("PENDING");
    assertThat(signal.getString("assessment.state")).isEqualTo("DONE");
    assertThat(
            TestDatabase.queryLong(
                "select attempt from jobs.job where queue = 'analysis-jobs' and dedup = '"
                    + next
                    + "'"))
        .isEqualTo(1);
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from analysis.model_call where signal_id = '" + next + "'"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"quota, quota is used up", "nearly-limited, rate limit is reached"})
  void whatTheProviderSaysToOneCallHoldsForAll(String mode, String words) {
    // Given
    service.assessed(
        workspace, service.raise(workspace, proRaised("mode=" + mode)).getString("id"));
    // When
    String next = service.raise(workspace, proRaised("behind " + mode)).getString("id");
    JsonPath waiting =
        await()
            .atMost(Duration.ofSeconds(2))
            .until(
                () -> service.get(workspace, next),
                signal -> signal.getString("assessment.reason").contains("Nothing was asked"));
    JsonPath signal = service.assessed(workspace, next);
    // Then
    assertThat(waiting.getString("assessment.state")).isEqualTo("PENDING");
    assertThat(waiting.getString("assessment.reason")).contains(words);
    assertThat(signal.getString("assessment.state")).isEqualTo("DONE");
    assertThat(
            TestDatabase.queryLong(
                "select attempt from jobs.job where queue = 'analysis-jobs' and dedup = '"
                    + next
                    + "'"))
        .isEqualTo(1);
  }
}
