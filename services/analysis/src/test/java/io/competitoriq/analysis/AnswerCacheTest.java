package io.competitoriq.analysis;

import static io.competitoriq.analysis.Changes.proRaised;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The same question is asked once; another one, and one that failed, again.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(StandInModel.class)
class AnswerCacheTest {

  private final UUID workspace = UUID.randomUUID();
  private final Service service;

  AnswerCacheTest(Service service) {
    this.service = service;
  }

  @Test
  void sameInputIsAnsweredFromTheCache() {
    // Given
    JsonPath first = raisedAndAssessed(proRaised("cached"));
    // When
    JsonPath second = raisedAndAssessed(proRaised("cached"));
    // Then
    assertThat(second.getString("assessment.state")).isEqualTo("DONE");
    assertThat(received("cached").getList("")).hasSize(1);
    assertThat(outcomes(first)).isEqualTo("ANSWERED");
    assertThat(outcomes(second)).isEmpty();
    assertThat(second.getString("assessment.claims[0].evidenceIds[0]"))
        .isEqualTo(second.getString("evidence[1].id"));
  }

  @ParameterizedTest
  @CsvSource({
    "params, 'reasoning_effort=high'",
    "prompt_version, 7",
    "model, gpt-other",
    "outcome, UNSUPPORTED",
  })
  void answerToAnotherQuestionIsNotServed(String column, String value) {
    // Given
    String title = "cached under another " + column;
    JsonPath first = raisedAndAssessed(proRaised(title));
    TestDatabase.execute(
        "update analysis.model_call set %s = '%s'%s where signal_id = '%s'"
            .formatted(
                column,
                value,
                column.equals("outcome") ? ", answer = null" : "",
                first.getString("id")));
    // When
    JsonPath second = raisedAndAssessed(proRaised(title));
    // Then
    assertThat(outcomes(second)).isEqualTo("ANSWERED");
    assertThat(received(title).getList("")).hasSize(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"refusal", "prose", "empty", "other-shape", "rejected", "all-unsupported"})
  void failureIsNeverServedAgain(String mode) {
    // Given
    JsonPath first = raisedAndAssessed(proRaised("again mode=" + mode));
    // When
    JsonPath second = raisedAndAssessed(proRaised("again mode=" + mode));
    // Then
    assertThat(received("again mode=" + mode).getList("")).hasSize(2);
    assertThat(outcomes(second)).isEqualTo(first.getString("assessment.failure"));
  }

  private JsonPath raisedAndAssessed(RaiseSignal change) {
    return service.assessed(workspace, service.raise(workspace, change).getString("id"));
  }

  private static String outcomes(JsonPath signal) {
    return (String)
        TestDatabase.queryOne(
            "select coalesce(string_agg(outcome, ',' order by created_at), '')"
                + " from analysis.model_call where signal_id = '"
                + signal.getString("id")
                + "'");
  }

  private static JsonPath received(String title) {
    String base = ConfigProvider.getConfig().getValue("ciq.analysis.model.base-url", String.class);
    return given()
        .queryParam("title", title)
        .get(base.replace("/v1", "/received"))
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
