package io.competitoriq.analysis;

import static io.competitoriq.analysis.AlertStage.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Questions without a language model.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(SearchedServices.class)
class AskTest {

  private static final UUID BRIGHTDESK = UUID.fromString(SearchedServices.BRIGHTDESK);

  private final UUID workspace = UUID.randomUUID();
  private final Service service;
  private final AlertStage stage;

  AskTest(Service service, AlertStage stage) {
    this.service = service;
    this.stage = stage;
  }

  @Test
  void priceIsAnsweredFromItsFactAndOpensAtItsQuote() {
    // When
    JsonPath answer = ask("What does Brightdesk charge for Pro?");
    // Then
    assertThat(answer.getString("verdict")).isEqualTo("ANSWERED");
    assertThat(answer.getString("confidence")).isEqualTo("HIGH");
    assertThat(answer.getString("claims[0].text"))
        .isEqualTo("Brightdesk asks $59 per month for Pro.");
    assertThat(answer.getString("claims[0].kind")).isEqualTo("FACT");
    assertThat(answer.getList("claims[0].citations", Integer.class)).containsExactly(1);
    assertThat(answer.getString("citations[0].documentId")).isEqualTo(SearchedServices.DOCUMENT);
    assertThat(answer.getString("citations[0].quote")).isEqualTo("Pro $59 per seat and month");
    assertThat(answer.getInt("citations[0].start")).isEqualTo(10);
    assertThat(answer.getInt("coverage.documents")).isEqualTo(12);
    assertThat(answer.getString("writtenBy")).isEqualTo("EXTRACTS");
    assertThat(answer.getString("modelState")).isEqualTo("NONE");
    assertThat(answer.getString("modelReason")).isNotBlank();
  }

  @Test
  void whatNoFactTellsIsSaidInThePagesOwnWords() {
    // When
    JsonPath answer = ask("Does Brightdesk have SSO?");
    // Then
    assertThat(answer.getString("verdict")).isEqualTo("ANSWERED");
    assertThat(answer.getString("claims[0].text")).isEqualTo(SearchedServices.SSO);
    assertThat(answer.getString("citations[0].quote")).isEqualTo(SearchedServices.SSO);
    assertThat(answer.getInt("citations[0].start")).isEqualTo(100);
  }

  @Test
  void changesAreToldBySignalsOfThatTimeAndThatCompetitor() {
    // Given
    String signal = stage.raise(workspace, BRIGHTDESK, price("Pro", 4900, 5900));
    stage.raise(workspace, UUID.fromString(SearchedServices.HELPNEST), price("Growth", 3900, 3500));
    // When
    JsonPath answer = ask("What changed at Brightdesk in the last 30 days?");
    JsonPath earlier = ask("What changed at Brightdesk in 2019?");
    // Then
    assertThat(answer.getString("verdict")).isEqualTo("ANSWERED");
    assertThat(answer.getList("claims")).hasSize(1);
    assertThat(answer.getString("claims[0].text"))
        .startsWith("Brightdesk, 20 Nov 2026: Pro raised from $49 to $59 per month");
    assertThat(answer.getList("citations.signalId", String.class)).containsOnly(signal);
    assertThat(answer.getList("citations.quote", String.class))
        .contains("Pro $59 per seat and month");
    assertThat(earlier.getString("verdict")).isEqualTo("INSUFFICIENT");
    assertThat(earlier.getString("note")).contains("No change of Brightdesk was seen");
  }

  @ParameterizedTest
  @CsvSource({
    "Does Helpnest include telepathy?, INSUFFICIENT, does not tell",
    "What is the capital of France?, OUT_OF_SCOPE, not about what",
    "What does Brightdesk charge for Pro and Helpnest?, PARTIAL, Nothing was found for Helpnest",
  })
  void noAnswerIsAVerdictWithItsReason(String question, String verdict, String note) {
    // When
    JsonPath answer = ask(question);
    // Then
    assertThat(answer.getString("verdict")).isEqualTo(verdict);
    assertThat(answer.getString("note")).contains(note);
    assertThat(answer.getList("followUps")).isNotEmpty();
    assertThat(answer.getList("canAsk").isEmpty()).isEqualTo(!verdict.equals("OUT_OF_SCOPE"));
  }

  @Test
  void whileTheSearchIsAwayChangesStillAnswerAndTheAnswerSaysSo() {
    // Given
    stage.raise(workspace, BRIGHTDESK, price("outage", 4900, 5900));
    // When
    JsonPath answer = ask("Which price changed: outage?");
    // Then
    assertThat(answer.getList("claims")).hasSize(1);
    assertThat(answer.getBoolean("coverage.away")).isTrue();
    assertThat(answer.getString("note")).contains("could not be searched");
  }

  @Test
  void nextQuestionLeansOnItsConversation() {
    // Given
    JsonPath first = ask("What does Brightdesk charge for Pro?");
    // When
    JsonPath next =
        ask("and Enterprise?", Map.of("conversationId", first.getString("conversationId")));
    // Then
    assertThat(next.getString("reading.competitors[0].name")).isEqualTo("Brightdesk");
    assertThat(next.getBoolean("reading.carried")).isTrue();
    assertThat(next.getString("conversationId")).isEqualTo(first.getString("id"));
  }

  @Test
  void questionIsKeptForTheWorkspaceRatedAskedAgainAndTakenAway() {
    // Given
    String id = ask("What does Brightdesk charge for Pro?").getString("id");
    // When
    service
        .as(workspace, "viewer")
        .body(Map.of("useful", true))
        .put("/ask/" + id + "/feedback")
        .then()
        .statusCode(200)
        .body("useful", equalTo(1))
        .body("mine", equalTo(true));
    // Then
    service
        .as(workspace, "viewer")
        .get("/ask?mine=true")
        .then()
        .statusCode(200)
        .body("items", hasSize(1))
        .body("items[0].question", equalTo("What does Brightdesk charge for Pro?"))
        .body("nextCursor", nullValue());
    service
        .as(workspace, "viewer")
        .post("/ask/" + id + "/again")
        .then()
        .statusCode(201)
        .body("repeats", equalTo(id))
        .body("verdict", equalTo("ANSWERED"));
    service.as(workspace, "viewer").delete("/ask/" + id).then().statusCode(204);
    service
        .as(workspace, "viewer")
        .get("/ask/" + id)
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:ciq:problem:question-not-found"));
  }

  @Test
  void otherWorkspaceSeesNeitherTheQuestionNorTheSignals() {
    // Given
    stage.raise(workspace, BRIGHTDESK, price("Pro", 4900, 5900));
    String id = ask("What changed at Brightdesk?").getString("id");
    UUID stranger = UUID.randomUUID();
    // When
    JsonPath theirs =
        service
            .as(stranger, "viewer")
            .body(Map.of("question", "What changed at Brightdesk?"))
            .post("/ask")
            .then()
            .statusCode(201)
            .extract()
            .jsonPath();
    // Then
    assertThat(theirs.getList("claims")).isEmpty();
    service.as(stranger, "admin").get("/ask/" + id).then().statusCode(404);
    service.as(stranger, "admin").delete("/ask/" + id).then().statusCode(404);
    service.as(stranger, "viewer").get("/ask").then().body("items", hasSize(1));
  }

  @Test
  void questionThatIsNoneIsRefusedWithHowToMendIt() {
    refused(Map.of("question", "?"), "errors[0].field", "question");
    refused(Map.of("question", "What changed?", "zone", "Mars/Base"), "errors[0].field", "zone");
    refused(Map.of("question", "x".repeat(501)), "errors[0].field", "question");
  }

  private void refused(Map<String, ?> body, String path, String value) {
    service
        .as(workspace, "viewer")
        .body(body)
        .post("/ask")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body(path, equalTo(value));
  }

  private JsonPath ask(String question) {
    return ask(question, Map.of());
  }

  private JsonPath ask(String question, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(Map.of("question", question, "zone", "UTC"));
    body.putAll(more);
    return service
        .as(workspace, "viewer")
        .body(body)
        .post("/ask")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }
}
