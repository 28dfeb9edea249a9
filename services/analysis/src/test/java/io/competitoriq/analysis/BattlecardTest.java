package io.competitoriq.analysis;

import static io.competitoriq.analysis.CardStage.edited;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// How a card is written, approved, published and taken back.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(ProcessStandIn.class)
@WithTestResource(StandInModel.class)
class BattlecardTest {

  private final UUID workspace = UUID.randomUUID();
  private final UUID competitor = UUID.randomUUID();
  private final Service service;
  private final CardStage stage;

  BattlecardTest(Service service, CardStage stage) {
    this.service = service;
    this.stage = stage;
  }

  @Test
  void readersSeeWhatWasPublishedAndNothingOfTheDraft() {
    // Given
    String card = stage.card(workspace, competitor, "SALES");
    service.as(workspace, "viewer").get("/battlecards/" + card).then().statusCode(404);
    service.as(workspace, "viewer").get("/battlecards").then().body("$", hasSize(0));
    JsonPath draft = stage.draft(workspace, card);
    stage.save(workspace, card, draft.getLong("version"), edited(draft, "We win on price."));
    // When
    stage.publish(workspace, card, null).then().statusCode(409);
    stage.move(workspace, card, "IN_REVIEW").then().statusCode(200);
    stage.move(workspace, card, "APPROVED").then().statusCode(200);
    stage.publish(workspace, card, "2099-01-01").then().statusCode(201).body("number", equalTo(1));
    JsonPath again = stage.draft(workspace, card);
    stage.save(workspace, card, again.getLong("version"), edited(again, "Not yet said."));
    // Then
    JsonPath read = stage.read(workspace, card);
    assertThat(read.getString("sections[0].blocks[0].text")).isEqualTo("We win on price.");
    assertThat(read.getString("published.verifyBy")).isEqualTo("2099-01-01");
    assertThat(read.getBoolean("published.overdue")).isFalse();
    service
        .as(workspace, "viewer")
        .get("/battlecards")
        .then()
        .body("state", contains("DRAFT"))
        .body("[0].published.number", equalTo(1));
    service
        .as(workspace, "analyst")
        .get("/battlecards/" + card + "/acts")
        .then()
        .body(
            "act",
            contains("EDITED", "PUBLISHED", "APPROVED", "SENT_TO_REVIEW", "EDITED", "CREATED"));
  }

  @Test
  void versionsAreComparedAndRestored() {
    // Given
    String card = stage.published(workspace, competitor, "SALES", "We win on price.");
    JsonPath draft = stage.draft(workspace, card);
    Map<String, Object> wanted = edited(draft, "We win on service.");
    reversed(wanted);
    stage.save(workspace, card, draft.getLong("version"), wanted).then().statusCode(200);
    // When
    var compared =
        service
            .as(workspace, "analyst")
            .get("/battlecards/" + card + "/comparison?from=1&to=draft");
    service
        .as(workspace, "analyst")
        .header("If-Match", "\"" + stage.draft(workspace, card).getLong("version") + "\"")
        .post("/battlecards/" + card + "/versions/1/restore")
        .then()
        .statusCode(204);
    // Then
    compared
        .then()
        .statusCode(200)
        .body("sections.find { it.after == '30 seconds' }.kind", equalTo("MODIFIED"))
        .body(
            "sections.find { it.after == '30 seconds' }.blocks.kind", contains("ADDED", "REMOVED"))
        .body("sections.find { it.after == 'Recent moves' }.kind", equalTo("MOVED"));
    JsonPath restored = stage.draft(workspace, card);
    assertThat(restored.getString("sections[0].blocks[0].text")).isEqualTo("We win on price.");
    assertThat(restored.getString("state")).isEqualTo("DRAFT");
    service
        .as(workspace, "viewer")
        .get("/battlecards/" + card + "/versions/1")
        .then()
        .statusCode(200)
        .body("head.note", equalTo("First"))
        .body("sections[0].blocks[0].text", equalTo("We win on price."));
  }

  @Test
  void nobodysEditIsLost() {
    // Given
    String card = stage.card(workspace, competitor, "SALES");
    JsonPath draft = stage.draft(workspace, card);
    stage
        .save(workspace, card, draft.getLong("version"), edited(draft, "Mine."))
        .then()
        .statusCode(200);
    // When
    var late = stage.save(workspace, card, draft.getLong("version"), edited(draft, "Yours."));
    var blind =
        service
            .as(workspace, "analyst")
            .body(edited(draft, "x"))
            .put("/battlecards/" + card + "/draft");
    // Then
    late.then().statusCode(412);
    blind.then().statusCode(428);
    assertThat(stage.draft(workspace, card).getString("sections[0].blocks[0].text"))
        .isEqualTo("Mine.");
  }

  @Test
  void viewersWriteNothingAndOtherWorkspacesSeeNothing() {
    // Given
    String card = stage.published(workspace, competitor, "SALES", "We win on price.");
    UUID elsewhere = UUID.randomUUID();
    // When
    var stranger = service.as(elsewhere, "admin").get("/battlecards/" + card);
    // Then
    stranger.then().statusCode(404);
    service.as(elsewhere, "admin").get("/battlecards").then().body("$", hasSize(0));
    service.as(elsewhere, "admin").get("/battlecards/" + card + "/versions").then().statusCode(404);
    service.as(workspace, "viewer").get("/battlecards/" + card + "/draft").then().statusCode(403);
    service.as(workspace, "viewer").delete("/battlecards/" + card).then().statusCode(403);
    service.as(workspace, "analyst").delete("/battlecards/" + card).then().statusCode(204);
    service.as(workspace, "viewer").get("/battlecards/" + card).then().statusCode(404);
  }

  @Test
  void cardThatMakesNoSenseIsAProblemThatSaysWhy() {
    // Given
    String card = stage.card(workspace, competitor, "BLANK");
    JsonPath draft = stage.draft(workspace, card);
    Map<String, Object> empty = new HashMap<>();
    empty.put("name", "x");
    empty.put("audience", "");
    empty.put("ownerId", draft.getString("ownerId"));
    empty.put(
        "sections",
        List.of(
            Map.of(
                "kind",
                "OTHER",
                "title",
                "A",
                "blocks",
                List.of(Map.of("kind", "PROSE", "text", " ")))));
    // When
    var refused = stage.save(workspace, card, draft.getLong("version"), empty);
    stage.move(workspace, card, "APPROVED").then().statusCode(200);
    var hollow = stage.publish(workspace, card, null);
    var late = stage.publish(workspace, card, "2020-01-01");
    // Then
    refused.then().statusCode(400).body("errors[0].field", equalTo("sections.blocks.text"));
    hollow.then().statusCode(422).body("type", endsWith("battlecard-empty"));
    late.then().statusCode(400).body("errors[0].field", equalTo("verifyBy"));
  }

  private static void reversed(Map<String, Object> wanted) {
    wanted.computeIfPresent("sections", (_, sections) -> ((List<?>) sections).reversed());
  }
}
