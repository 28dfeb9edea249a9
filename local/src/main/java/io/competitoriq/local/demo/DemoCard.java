package io.competitoriq.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.local.Progress;
import io.competitoriq.local.Refusal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A battlecard about the company whose prices move first: published while its facts are what they
/// were, it says by itself what changed as soon as the market does.
final class DemoCard {

  private static final String COMPANY = "brightdesk";
  private static final Map<String, String> WORDS =
      Map.of(
          "OVERVIEW",
          "A help desk for support teams that grow. We win when a team wants to be set up today;"
              + " they win when it wants every channel in one place.",
          "WHY_WE_WIN",
          "Every feature is in every plan of ours, so nobody has to upgrade for one of them.",
          "OBJECTIONS",
          "\"They are cheaper.\" Compare what a team of ten pays for the plan that has what they need.",
          "LANDMINES",
          "Ask how their bill changes when two people join in the middle of the month.");

  private final GatewayClient gateway;
  private final Progress progress;

  DemoCard(GatewayClient gateway, Progress progress) {
    this.gateway = gateway;
    this.progress = progress;
  }

  /// Without it the demo is still one: what was refused is said.
  void plant() {
    try {
      if (gateway.get("/battlecards").isEmpty()) {
        for (JsonNode known : gateway.get("/competitors?limit=200").path("items")) {
          if (known.path("url").asText().contains(COMPANY)) {
            publish(known);
          }
        }
      }
    } catch (Refusal refused) {
      progress.say("no battlecard is shown: " + refused.getMessage());
    }
  }

  private void publish(JsonNode competitor) {
    String name = "vs " + competitor.path("name").asText();
    JsonNode card =
        gateway.post(
            "/battlecards",
            Map.of(
                "competitorId",
                competitor.path("id").asText(),
                "name",
                name,
                "audience",
                "Sales",
                "template",
                "SALES"));
    String path = "/battlecards/" + card.path("id").asText();
    JsonNode draft = gateway.get(path + "/draft");
    long version = draft.path("version").asLong();
    version = gateway.put(path + "/draft", written(draft), version).path("version").asLong();
    version =
        gateway.put(path + "/state", Map.of("state", "APPROVED"), version).path("version").asLong();
    gateway.post(path + "/versions", Map.of("note", "For the first calls"), version);
    progress.say("battlecard %s is published".formatted(name));
  }

  private static Map<String, Object> written(JsonNode draft) {
    List<Map<String, Object>> sections = new ArrayList<>();
    for (JsonNode section : draft.path("sections")) {
      List<Map<String, Object>> blocks = new ArrayList<>();
      String words = WORDS.get(section.path("kind").asText());
      if (words != null) {
        blocks.add(Map.of("kind", "PROSE", "text", words));
      }
      for (JsonNode block : section.path("blocks")) {
        blocks.add(
            Map.of(
                "id", block.path("id").asText(),
                "kind", "LIVE",
                "live", block.path("live").asText()));
      }
      sections.add(
          Map.of(
              "id", section.path("id").asText(),
              "kind", section.path("kind").asText(),
              "title", section.path("title").asText(),
              "blocks", blocks));
    }
    Map<String, Object> written = new HashMap<>();
    written.put("name", draft.path("name").asText());
    written.put("audience", draft.path("audience").asText());
    written.put("ownerId", draft.path("ownerId").asText());
    written.put("sections", sections);
    return written;
  }
}
