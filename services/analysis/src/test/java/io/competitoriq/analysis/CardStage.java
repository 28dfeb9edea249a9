package io.competitoriq.analysis;

import static org.hamcrest.Matchers.equalTo;

import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What tests about battlecards do again and again.
@ApplicationScoped
class CardStage {

  private final Service service;

  CardStage(Service service) {
    this.service = service;
  }

  /// A price as the process service tells it.
  static JsonObject price(UUID lineage, String plan, long minor) {
    JsonObject value =
        new JsonObject()
            .put("text", "$" + minor / 100)
            .put("amountMinor", minor)
            .put("currency", "USD")
            .put("period", "MONTH");
    return fact(lineage, "PRICE", plan, "amount", value);
  }

  static JsonObject words(UUID lineage, String kind, String subject, String text) {
    JsonObject value =
        new JsonObject().put("text", text).putNull("amountMinor").putNull("currency");
    return fact(lineage, kind, subject, "name", value.putNull("period"));
  }

  private static JsonObject fact(
      UUID lineage, String kind, String subject, String field, JsonObject value) {
    JsonObject evidence =
        new JsonObject()
            .put("id", UUID.randomUUID().toString())
            .put("side", "AFTER")
            .put("snapshotId", UUID.randomUUID().toString())
            .put("documentId", UUID.randomUUID().toString())
            .put("blockId", "b1")
            .put("quote", subject + " " + value.getString("text"))
            .put("start", 0)
            .put("end", 10)
            .put("verified", true)
            .put("url", Changes.PRICING.toString())
            .put("fetchedAt", Changes.SEEN.toString());
    return new JsonObject()
        .put("id", UUID.randomUUID().toString())
        .put("lineageId", lineage.toString())
        .put("kind", kind)
        .put("subject", subject)
        .put("field", field)
        .put("value", value)
        .put("validFrom", Changes.SEEN.toString())
        .put("recordedAt", Changes.SEEN.toString())
        .put("status", "ACCEPTED")
        .putNull("link")
        .putNull("override")
        .put("evidence", new JsonArray().add(evidence));
  }

  String card(UUID workspace, UUID competitor, String template) {
    return service
        .as(workspace, "analyst")
        .body(Map.of("competitorId", competitor, "name", "vs BrightDesk", "template", template))
        .post("/battlecards")
        .then()
        .statusCode(201)
        .body("state", equalTo("DRAFT"))
        .extract()
        .path("id");
  }

  JsonPath draft(UUID workspace, String card) {
    return service
        .as(workspace, "analyst")
        .get("/battlecards/" + card + "/draft")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /// The draft as a client sends it back, with prose in its first section.
  static Map<String, Object> edited(JsonPath draft, String... prose) {
    List<Map<String, Object>> sections = new ArrayList<>();
    for (Map<String, Object> section : draft.<Map<String, Object>>getList("sections")) {
      Map<String, Object> copy = new HashMap<>(section);
      copy.computeIfPresent("blocks", (_, blocks) -> liveOnes((List<?>) blocks));
      sections.add(copy);
    }
    List<Object> blocks = new ArrayList<>();
    for (String text : prose) {
      blocks.add(Map.of("kind", "PROSE", "text", text));
    }
    sections.getFirst().put("blocks", blocks);
    Map<String, Object> wanted = new HashMap<>();
    wanted.put("name", draft.getString("name"));
    wanted.put("audience", draft.getString("audience"));
    wanted.put("ownerId", draft.getString("ownerId"));
    wanted.put("sections", sections);
    return wanted;
  }

  private static List<Map<String, Object>> liveOnes(List<?> blocks) {
    List<Map<String, Object>> live = new ArrayList<>();
    for (Object block : blocks) {
      if (block instanceof Map<?, ?> each && each.get("live") instanceof String kind) {
        live.add(Map.of("id", String.valueOf(each.get("id")), "kind", "LIVE", "live", kind));
      }
    }
    return live;
  }

  Response save(UUID workspace, String card, long version, Map<String, Object> wanted) {
    return service
        .as(workspace, "analyst")
        .header("If-Match", "\"" + version + "\"")
        .body(wanted)
        .put("/battlecards/" + card + "/draft");
  }

  Response move(UUID workspace, String card, String state) {
    return service
        .as(workspace, "analyst")
        .header("If-Match", "\"" + draft(workspace, card).getLong("version") + "\"")
        .body(Map.of("state", state))
        .put("/battlecards/" + card + "/state");
  }

  Response publish(UUID workspace, String card, @Nullable String verifyBy) {
    Map<String, Object> wanted = new HashMap<>(Map.of("note", "First"));
    if (verifyBy != null) {
      wanted.put("verifyBy", verifyBy);
    }
    return service
        .as(workspace, "analyst")
        .header("If-Match", "\"" + draft(workspace, card).getLong("version") + "\"")
        .body(wanted)
        .post("/battlecards/" + card + "/versions");
  }

  /// A card with one sentence in it that readers see.
  String published(UUID workspace, UUID competitor, String template, String sentence) {
    String card = card(workspace, competitor, template);
    JsonPath draft = draft(workspace, card);
    save(workspace, card, draft.getLong("version"), edited(draft, sentence)).then().statusCode(200);
    move(workspace, card, "APPROVED").then().statusCode(200);
    publish(workspace, card, null).then().statusCode(201);
    return card;
  }

  JsonPath read(UUID workspace, String card) {
    return service
        .as(workspace, "viewer")
        .get("/battlecards/" + card)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }
}
