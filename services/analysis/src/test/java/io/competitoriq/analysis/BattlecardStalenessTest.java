package io.competitoriq.analysis;

import static io.competitoriq.analysis.CardStage.price;
import static io.competitoriq.analysis.CardStage.words;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.analysis.battlecard.CardSweep;
import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonObject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How a published card keeps up with the facts, and says where it does not.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(ProcessStandIn.class)
@WithTestResource(StandInModel.class)
class BattlecardStalenessTest {

  private final UUID workspace = UUID.randomUUID();
  private final UUID competitor = UUID.randomUUID();
  private final UUID pro = UUID.randomUUID();
  private final Service service;
  private final CardStage stage;
  private final CardSweep sweep;

  BattlecardStalenessTest(Service service, CardStage stage, CardSweep sweep) {
    this.service = service;
    this.stage = stage;
    this.sweep = sweep;
  }

  @Test
  void liveFactsAreTodaysAndTheCardSaysWhatMovedSinceItWasPublished() {
    // Given
    ProcessStandIn.facts(competitor, price(pro, "Pro", 4900));
    String card = stage.published(workspace, competitor, "SALES", "We win on price.");
    assertThat(stage.read(workspace, card).getInt("published.staleness.changedFacts")).isZero();
    // When
    ProcessStandIn.facts(
        competitor,
        price(pro, "Pro", 5900),
        price(UUID.randomUUID(), "Enterprise", 19_900),
        words(UUID.randomUUID(), "POST", "We are hiring", "We are hiring"));
    String signal =
        service.raise(workspace, changeOf(AlertStage.price("Pro", 4900, 5900))).getString("id");
    JsonPath read = stage.read(workspace, card);
    // Then
    assertThat(read.getInt("published.staleness.changedFacts")).isEqualTo(2);
    Map<String, Object> moved = move(read, "Pro");
    assertThat(JsonPath.from(json(moved)).getLong("before.amountMinor")).isEqualTo(4900);
    assertThat(JsonPath.from(json(moved)).getLong("after.amountMinor")).isEqualTo(5900);
    assertThat(moved).containsEntry("signalId", signal);
    assertThat(JsonPath.from(json(moved)).getString("isWritten.documentId")).isNotNull();
    assertThat(move(read, "Enterprise")).containsEntry("before", null);
    String pricing = "sections.find { it.kind == 'PRICING' }.blocks[0].facts.";
    assertThat(read.getList(pricing + "facts.fact.value.text")).containsExactly("$59", "$199");
    assertThat(read.getLong(pricing + "facts[0].was.amountMinor")).isEqualTo(4900);
    service
        .as(workspace, "viewer")
        .get("/battlecards")
        .then()
        .body("[0].published.staleness.changedFacts", equalTo(2));
  }

  @Test
  void listsKnowOfAMoveAfterASignalWithoutAnybodyReadingTheCard() {
    // Given
    ProcessStandIn.facts(competitor, price(pro, "Pro", 4900));
    stage.published(workspace, competitor, "SALES", "We win on price.");
    ProcessStandIn.facts(competitor, price(pro, "Pro", 5900));
    service.raise(workspace, changeOf(AlertStage.price("Pro", 4900, 5900)));
    // When
    sweep.now();
    // Then
    service
        .as(workspace, "viewer")
        .get("/battlecards")
        .then()
        .body("[0].published.staleness.changedFacts", equalTo(1));
  }

  @Test
  void publishingAgainIsLookingAtItAgain() {
    // Given
    ProcessStandIn.facts(competitor, price(pro, "Pro", 4900));
    String card = stage.published(workspace, competitor, "SALES", "We win on price.");
    ProcessStandIn.facts(competitor, price(pro, "Pro", 5900));
    assertThat(stage.read(workspace, card).getInt("published.staleness.changedFacts")).isOne();
    // When
    stage.publish(workspace, card, null).then().statusCode(201).body("number", equalTo(2));
    // Then
    assertThat(stage.read(workspace, card).getInt("published.staleness.changedFacts")).isZero();
  }

  @Test
  void whenFactsCannotBeAskedReadersSeeThePinnedOnesAndNothingIsPublished() {
    // Given
    ProcessStandIn.facts(competitor, price(pro, "Pro", 4900));
    String card = stage.published(workspace, competitor, "SALES", "We win on price.");
    // When
    ProcessStandIn.away(competitor);
    // Then
    JsonPath read = stage.read(workspace, card);
    String pricing = "sections.find { it.kind == 'PRICING' }.blocks[0].facts.";
    assertThat(read.getBoolean(pricing + "current")).isFalse();
    assertThat(read.getList(pricing + "facts.fact.value.text")).containsExactly("$49");
    stage
        .publish(workspace, card, null)
        .then()
        .statusCode(503)
        .body("type", endsWith("facts-unavailable"));
  }

  @Test
  void citationIsKeptOnlyWhereItsWordsStandAndMakesItsBlockStale() {
    // Given
    UUID document = UUID.randomUUID();
    ProcessStandIn.document(document, "Plans: Pro costs $49 per seat.");
    ProcessStandIn.facts(competitor, price(pro, "Pro", 4900));
    String card = stage.card(workspace, competitor, "SWOT");
    String section = stage.draft(workspace, card).getString("sections[1].id");
    // When
    var invented = add(card, section, citation(document, 7, 19, "Pro costs $9"));
    var quoted = add(card, section, citation(document, 7, 20, "Pro costs $49"));
    // Then
    invented.then().statusCode(422).body("type", endsWith("citation-not-found"));
    quoted
        .then()
        .statusCode(200)
        .body("sections[1].blocks[0].origin", equalTo("ANSWER"))
        .body(
            "sections[1].blocks[0].citations[0].url",
            equalTo("https://brightdesk.example/pricing"));
    stage.move(workspace, card, "APPROVED").then().statusCode(200);
    stage.publish(workspace, card, null).then().statusCode(201);
    ProcessStandIn.facts(competitor);
    JsonPath read = stage.read(workspace, card);
    assertThat(read.getInt("published.staleness.changedFacts")).isOne();
    assertThat(read.getBoolean("sections[1].blocks[0].stale")).isTrue();
    assertThat(read.<Object>get("published.staleness.facts[0].after")).isNull();
  }

  private RaiseSignal changeOf(FactChange fact) {
    return new RaiseSignal(
        competitor,
        UUID.randomUUID(),
        UUID.randomUUID(),
        UUID.randomUUID(),
        Changes.PRICING,
        SourceKind.PRICING,
        "Pricing",
        Changes.SEEN,
        List.of(fact),
        List.of());
  }

  private Response add(String card, String section, Map<String, Object> citation) {
    return service
        .as(workspace, "analyst")
        .body(
            Map.of(
                "sectionId",
                section,
                "text",
                "Pro is dear.",
                "origin",
                "ANSWER",
                "citations",
                List.of(citation)))
        .post("/battlecards/" + card + "/blocks");
  }

  private Map<String, Object> citation(UUID document, int start, int end, String quote) {
    return Map.of(
        "documentId", document, "start", start, "end", end, "quote", quote, "lineageId", pro);
  }

  private static Map<String, Object> move(JsonPath read, String subject) {
    return read.getMap("published.staleness.facts.find { it.subject == '%s' }".formatted(subject));
  }

  private static String json(Map<String, Object> map) {
    return JsonObject.mapFrom(map).encode();
  }
}
