package io.competitoriq.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Questions with a language model that answers, fails and invents.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(StandInModel.class)
@WithTestResource(SearchedServices.class)
class AnswerWordingTest {

  private final UUID workspace = UUID.randomUUID();
  private final Service service;

  AnswerWordingTest(Service service) {
    this.service = service;
  }

  @Test
  void extractsAreThereAtOnceAndTheModelsWordsComeOverThem() {
    // When
    JsonPath first = ask("What does Brightdesk charge for Pro?");
    JsonPath answer = worded(first);
    // Then
    assertThat(first.getString("modelState")).isEqualTo("PENDING");
    assertThat(first.getString("claims[0].text"))
        .isEqualTo("Brightdesk asks $59 per month for Pro.");
    assertThat(answer.getString("writtenBy")).isEqualTo("MODEL");
    assertThat(answer.getString("model")).isEqualTo(StandInModel.NAME);
    assertThat(answer.getString("claims[0].text")).isEqualTo("One seat of Pro costs $59.");
    assertThat(answer.getString("citations[0].quote")).isEqualTo("Pro $59 per seat");
    assertThat(answer.getInt("citations[0].start")).isEqualTo(10);
    assertThat(answer.getInt("citations[0].end")).isEqualTo(26);
    assertThat(answer.getString("verdict")).isEqualTo("ANSWERED");
    assertThat(
            TestDatabase.queryOne(
                "select feature || ' ' || outcome from analysis.model_call where workspace_id = '"
                    + workspace
                    + "'"))
        .isEqualTo("ASK ANSWERED");
  }

  @Test
  void inventedClaimsAreDroppedAndCountedAndNoForeignAddressGetsThrough() {
    // When
    JsonPath answer = worded(ask("What does Brightdesk charge for Pro? mode=invents"));
    // Then
    assertThat(answer.getList("claims")).hasSize(1);
    assertThat(answer.getInt("droppedClaims")).isEqualTo(3);
    assertThat(answer.getString("modelReason")).startsWith("3 of 4 claims dropped");
    assertThat(answer.prettyPrint()).doesNotContain("evil.example", "$9,999");
    assertThat(answer.getString("verdict")).isEqualTo("PARTIAL");
  }

  @ParameterizedTest
  @CsvSource({
    "refusal, REFUSED, refused to answer",
    "prose, INVALID_JSON, not valid JSON",
    "other-shape, INVALID_OUTPUT, agreed shape",
    "all-invented, UNSUPPORTED, None of the model's claims stands",
    "broken, UNAVAILABLE, Given up after the last attempt",
  })
  void whenTheModelFailsTheExtractsStayWithTheReason(String mode, String failure, String words) {
    // When
    JsonPath answer = worded(ask("What does Brightdesk charge for Pro? mode=" + mode));
    // Then
    assertThat(answer.getString("modelState")).isEqualTo("FAILED");
    assertThat(answer.getString("failure")).isEqualTo(failure);
    assertThat(answer.getString("modelReason")).contains(words);
    assertThat(answer.getString("writtenBy")).isEqualTo("EXTRACTS");
    assertThat(answer.getList("claims.text", String.class))
        .contains("Brightdesk asks $59 per month for Pro.");
  }

  @Test
  void withoutMoneyNobodyIsAskedAndTheReasonIsTold() {
    // Given
    service
        .as(workspace, "admin")
        .body(
            Map.of("accounts", List.of(Map.of("account", "ASK", "dayMicros", 0, "monthMicros", 0))))
        .put("/ai/budgets")
        .then()
        .statusCode(200);
    // When
    JsonPath answer = worded(ask("What does Brightdesk charge for Pro?"));
    // Then
    assertThat(answer.getString("failure")).isEqualTo("OVER_BUDGET");
    assertThat(answer.getString("writtenBy")).isEqualTo("EXTRACTS");
    assertThat(answer.getList("claims")).isNotEmpty();
  }

  @Test
  void questionOutOfScopeCostsNoCall() {
    assertThat(ask("What is the capital of France?").getString("modelState")).isEqualTo("NONE");
  }

  private JsonPath ask(String question) {
    return service
        .as(workspace, "viewer")
        .body(Map.of("question", question))
        .post("/ask")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private JsonPath worded(JsonPath asked) {
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                service
                    .as(workspace, "viewer")
                    .get("/ask/" + asked.getString("id"))
                    .then()
                    .statusCode(200)
                    .extract()
                    .jsonPath(),
            answer -> !"PENDING".equals(answer.getString("modelState")));
  }
}
