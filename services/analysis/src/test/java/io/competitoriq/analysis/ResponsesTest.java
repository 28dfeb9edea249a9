package io.competitoriq.analysis;

import static io.competitoriq.analysis.Changes.proRaised;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.UUID;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A server that knows `POST /responses` is spoken to that way.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(
    value = StandInModel.class,
    initArgs = @ResourceArg(name = "responses", value = "true"))
class ResponsesTest {

  private final UUID workspace = UUID.randomUUID();
  private final Service service;

  ResponsesTest(Service service) {
    this.service = service;
  }

  @Test
  void requestAsksForTheStrictSchemaAndForNothingToBeKept() {
    // When
    JsonPath signal = assessed("responses shape");
    // Then
    assertThat(signal.getString("assessment.state")).isEqualTo("DONE");
    JsonPath request = received("responses shape");
    assertThat(request.getBoolean("[0].store")).isFalse();
    assertThat(request.getInt("[0].max_output_tokens")).isEqualTo(4000);
    assertThat(request.getString("[0].text.format.type")).isEqualTo("json_schema");
    assertThat(request.getString("[0].text.format.name")).isEqualTo("change_assessment");
    assertThat(request.getBoolean("[0].text.format.strict")).isTrue();
    assertThat(request.getString("[0].instructions")).doesNotContain("Pro $59");
    assertThat(request.getString("[0].input[0].content")).contains("Pro $59");
    assertThat(request.getList("[0].input")).hasSize(1);
    assertThat(request.getMap("[0]")).doesNotContainKeys("tools", "tool_choice", "messages");
  }

  @ParameterizedTest
  @CsvSource({
    "refusal, REFUSED",
    "truncated, TRUNCATED",
    "filtered, FILTERED",
    "prose, INVALID_JSON",
    "empty, EMPTY",
    "rejected, REJECTED",
    "broken, UNAVAILABLE",
  })
  void everyFailureHasItsReasonAndLeavesTheSignalVisible(String mode, String failure) {
    // When
    JsonPath signal = assessed("mode=" + mode);
    // Then
    assertThat(signal.getString("assessment.failure")).isEqualTo(failure);
    assertThat(signal.getInt("significance")).isEqualTo(95);
  }

  @Test
  void answerThatWasCutOffIsAskedForOnceMoreWithMoreRoom() {
    // When
    JsonPath signal = assessed("mode=truncated-once");
    // Then
    assertThat(signal.getString("assessment.state")).isEqualTo("DONE");
    assertThat(received("mode=truncated-once").getList("max_output_tokens"))
        .containsExactly(4000, 8000);
  }

  @Test
  void everyCallIsRecordedWithItsCost() {
    // When
    JsonPath signal = assessed("recorded responses");
    // Then
    assertThat(
            TestDatabase.queryOne(
                "select concat_ws(' ', input_tokens, output_tokens, cost_micros, finish_reason)"
                    + " from analysis.model_call where signal_id = '"
                    + signal.getString("id")
                    + "'"))
        .isEqualTo("900 120 2100 completed");
  }

  private JsonPath assessed(String title) {
    return service.assessed(workspace, service.raise(workspace, proRaised(title)).getString("id"));
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
