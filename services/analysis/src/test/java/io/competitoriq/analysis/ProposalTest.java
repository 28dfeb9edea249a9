package io.competitoriq.analysis;

import static io.competitoriq.analysis.CardStage.edited;
import static io.competitoriq.analysis.CardStage.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// How changes of a section are proposed, and that nothing changes but what a person accepts.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(ProcessStandIn.class)
@WithTestResource(StandInModel.class)
class ProposalTest {

  private final UUID workspace = UUID.randomUUID();
  private final UUID competitor = UUID.randomUUID();
  private final UUID pro = UUID.randomUUID();
  private final Service service;
  private final CardStage stage;
  private final AlertStage market;

  ProposalTest(Service service, CardStage stage, AlertStage market) {
    this.service = service;
    this.stage = stage;
    this.market = market;
  }

  @BeforeEach
  void proGotDearer() {
    ProcessStandIn.facts(competitor, price(pro, "Pro", 5900));
    market.raise(workspace, competitor, AlertStage.price("Pro", 4900, 5900));
  }

  @Test
  void modelProposesClaimByClaimAndWhatNoQuoteCarriesIsDroppedAndCounted() {
    // Given
    String card = cardSaying("Why we win", "Pro costs as much as ours.");
    // When
    JsonPath proposal = proposed(card, false);
    // Then
    assertThat(proposal.getString("state")).isEqualTo("READY");
    assertThat(proposal.getString("origin")).isEqualTo("MODEL");
    assertThat(proposal.getInt("droppedClaims")).isEqualTo(5);
    assertThat(proposal.getString("reason")).startsWith("5 of 7 claims dropped");
    assertThat(proposal.getList("claims.act")).containsExactly("ADD", "REPLACE");
    assertThat(proposal.getString("claims[1].before")).isEqualTo("Pro costs as much as ours.");
    assertThat(proposal.getString("claims[0].citations[0].quote")).contains("$59");
    assertThat(texts(card)).containsExactly("Pro costs as much as ours.");
  }

  @Test
  void eachClaimIsAcceptedOrRefusedAloneAndOnce() {
    // Given
    String card = cardSaying("Why we win", "Pro costs as much as ours.");
    JsonPath proposal = proposed(card, false);
    stage.move(workspace, card, "APPROVED").then().statusCode(200);
    // When
    decide(card, proposal, 0, "ACCEPTED")
        .then()
        .statusCode(200)
        .body("claims[0].decision", equalTo("ACCEPTED"))
        .body("claims[1].decision", equalTo("OPEN"));
    decide(card, proposal, 1, "REFUSED").then().statusCode(200);
    // Then
    JsonPath draft = stage.draft(workspace, card);
    assertThat(texts(card))
        .containsExactly("Pro costs as much as ours.", "Their Pro plan costs $59 now.");
    assertThat(draft.getString("sections[0].blocks[1].origin")).isEqualTo("MODEL");
    assertThat(draft.getString("sections[0].blocks[1].citations[0].signalId")).isNotNull();
    assertThat(draft.getString("state")).isEqualTo("DRAFT");
    decide(card, proposal, 0, "REFUSED")
        .then()
        .statusCode(409)
        .body("type", endsWith("claim-decided"));
  }

  @Test
  void claimAboutWordsThatWereChangedSinceIsNotAccepted() {
    // Given
    String card = cardSaying("Why we win", "Pro costs as much as ours.");
    JsonPath proposal = proposed(card, false);
    JsonPath draft = stage.draft(workspace, card);
    stage
        .save(workspace, card, draft.getLong("version"), edited(draft, "Rewritten."))
        .then()
        .statusCode(200);
    // When
    var late = decide(card, proposal, 1, "ACCEPTED");
    // Then
    late.then().statusCode(409).body("type", endsWith("claim-outdated"));
    assertThat(texts(card)).containsExactly("Rewritten.");
    service
        .as(workspace, "analyst")
        .get("/battlecards/" + card + "/proposals")
        .then()
        .body("[0].claims[1].decision", equalTo("OPEN"));
  }

  @ParameterizedTest
  @CsvSource({"refusal, refused to answer", "broken, HTTP 500", "other-shape, agreed shape"})
  void modelThatFailsSaysWhyAndTheRulesStillAnswer(String mode, String words) {
    // Given
    String card = cardSaying("mode=" + mode, "Pro costs as much as ours.");
    // When
    JsonPath failed = proposed(card, false);
    JsonPath byRules = proposed(card, true);
    // Then
    assertThat(failed.getString("state")).isEqualTo("FAILED");
    assertThat(failed.getString("reason")).contains(words);
    assertThat(byRules.getString("state")).isEqualTo("READY");
    assertThat(texts(card)).containsExactly("Pro costs as much as ours.");
  }

  @Test
  void rulesProposeFromFactsAndSignalsWithoutAModel() {
    // Given
    String card = stage.card(workspace, competitor, "SALES");
    String moves = stage.draft(workspace, card).getString("sections[7].id");
    // When
    JsonPath proposal = ask(card, moves, true).then().statusCode(201).extract().jsonPath();
    // Then
    assertThat(proposal.getString("origin")).isEqualTo("RULES");
    assertThat(proposal.getString("reason")).contains("without a model");
    assertThat(proposal.getString("claims[0].text"))
        .isEqualTo("Pro raised from $49 to $59 per month (+20.4 %), 20 Nov 2026.");
    decide(card, proposal, 0, "ACCEPTED").then().statusCode(200);
    ask(card, moves, true).then().body("claims", hasSize(0));
    String opinions = stage.draft(workspace, card).getString("sections[4].id");
    ask(card, opinions, true).then().body("reason", containsString("propose nothing"));
  }

  @Test
  void rulesProposeToDropWhatItsPageNoLongerSays() {
    // Given
    UUID document = UUID.randomUUID();
    ProcessStandIn.document(document, "Pro $59");
    String card = stage.card(workspace, competitor, "SALES");
    String overview = stage.draft(workspace, card).getString("sections[0].id");
    service
        .as(workspace, "analyst")
        .body(
            Map.of(
                "sectionId",
                overview,
                "text",
                "Pro costs $59.",
                "citations",
                List.of(
                    Map.of(
                        "documentId",
                        document,
                        "start",
                        0,
                        "end",
                        7,
                        "quote",
                        "Pro $59",
                        "lineageId",
                        pro))))
        .post("/battlecards/" + card + "/blocks")
        .then()
        .statusCode(200);
    ask(card, overview, true).then().body("claims", hasSize(0));
    // When
    ProcessStandIn.facts(competitor);
    JsonPath proposal = ask(card, overview, true).then().statusCode(201).extract().jsonPath();
    // Then
    assertThat(proposal.getList("claims.act")).containsExactly("DROP");
    decide(card, proposal, 0, "ACCEPTED").then().statusCode(200);
    assertThat(texts(card)).isEmpty();
  }

  @Test
  void viewersAskNothingAndOtherWorkspacesSeeNothing() {
    // Given
    String card = cardSaying("Why we win", "Pro costs as much as ours.");
    JsonPath proposal = proposed(card, true);
    // When
    var viewer = service.as(workspace, "viewer").get("/battlecards/" + card + "/proposals");
    var stranger =
        service.as(UUID.randomUUID(), "admin").get("/battlecards/" + card + "/proposals");
    // Then
    viewer.then().statusCode(403);
    stranger.then().statusCode(404);
    service
        .as(UUID.randomUUID(), "admin")
        .body(Map.of("decision", "ACCEPTED"))
        .put(path(card, proposal, 0))
        .then()
        .statusCode(404);
  }

  /// A card whose first section has that title and says that.
  private String cardSaying(String title, String words) {
    String card = stage.card(workspace, competitor, "SALES");
    JsonPath draft = stage.draft(workspace, card);
    Map<String, Object> wanted = edited(draft, words);
    Object first = ((List<?>) wanted.getOrDefault("sections", List.of())).getFirst();
    @SuppressWarnings("unchecked")
    Map<String, Object> section = (Map<String, Object>) first;
    section.put("title", title);
    section.put("kind", "WHY_WE_WIN");
    stage.save(workspace, card, draft.getLong("version"), wanted).then().statusCode(200);
    return card;
  }

  /// What comes of asking for the first section.
  private JsonPath proposed(String card, boolean byRules) {
    String section = stage.draft(workspace, card).getString("sections[0].id");
    String id = ask(card, section, byRules).then().statusCode(201).extract().path("id");
    String path = "find { it.id == '" + id + "' }";
    return await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                new JsonPath(
                        service
                            .as(workspace, "analyst")
                            .get("/battlecards/" + card + "/proposals")
                            .then()
                            .statusCode(200)
                            .extract()
                            .asString())
                    .setRootPath(path),
            found -> !"PENDING".equals(found.getString("state")));
  }

  private Response ask(String card, String section, boolean byRules) {
    return service
        .as(workspace, "analyst")
        .body(Map.of("sectionId", section, "byRules", byRules))
        .post("/battlecards/" + card + "/proposals");
  }

  private Response decide(String card, JsonPath proposal, int claim, String decision) {
    return service
        .as(workspace, "analyst")
        .body(Map.of("decision", decision))
        .put(path(card, proposal, claim));
  }

  private static String path(String card, JsonPath proposal, int claim) {
    return "/battlecards/%s/proposals/%s/claims/%s"
        .formatted(card, proposal.getString("id"), proposal.getString("claims[" + claim + "].id"));
  }

  private List<String> texts(String card) {
    return stage.draft(workspace, card).getList("sections[0].blocks.text");
  }
}
