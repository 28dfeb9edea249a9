package io.competitoriq.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceStatesTest {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final Part NO_CRAWL =
      new Part.Missing(SourceStates.HEALTH, "The crawl service is not available.", 0);
  private static final Part NO_PROCESS =
      new Part.Missing(SourceStates.DRIFT, "The process service is not available.", 0);

  /// What competitors, crawl and process know, and the state that matters most.
  @ParameterizedTest
  @CsvSource({
    "BLOG,    BUILTIN, HEALTHY,  false, false, HEALTHY",
    "BLOG,    BUILTIN, DEGRADED, false, false, DEGRADED",
    "BLOG,    BUILTIN, HEALTHY,  true,  false, SILENT",
    "BLOG,    BUILTIN, DEGRADED, true,  false, SILENT",
    "PRICING, BUILTIN, HEALTHY,  true,  false, HEALTHY", // quiet prices are no trouble
    "OTHER,   FEED,    HEALTHY,  true,  false, SILENT",
    "PRICING, BUILTIN, HEALTHY,  false, true,  DRIFTED",
    "BLOG,    BUILTIN, HEALTHY,  true,  true,  DRIFTED",
    "BLOG,    BUILTIN, BLOCKED,  true,  true,  BLOCKED",
    "BLOG,    BUILTIN, FAILING,  true,  true,  FAILING",
  })
  void theWorstIsTold(
      String kind, String collector, String visits, boolean silent, boolean drifted, String state) {
    Part health = present(SourceStates.HEALTH, health(visits, silent));
    Part drift = drifted ? present(SourceStates.DRIFT, entry("Drift.")) : none();

    JsonNode condition = condition(source(kind, collector), health, drift);

    assertThat(condition.path("state").asText()).isEqualTo(state);
    assertThat(condition.path("reason").asText())
        .isEqualTo(
            switch (state) {
              case "SILENT" -> "Silence.";
              case "DRIFTED" -> "Drift.";
              default -> "Visits.";
            });
    assertThat(condition.path("fix").asText()).isEqualTo("Do.");
  }

  @Test
  void aPauseIsKnownWithoutAnybody() {
    ObjectNode paused = source("BLOG", "FEED").put("paused", true);

    assertThat(condition(paused, NO_CRAWL, NO_PROCESS).path("state").asText()).isEqualTo("PAUSED");
  }

  @Test
  void withoutCrawlNothingIsClaimed() {
    Part drift = present(SourceStates.DRIFT, entry("Drift."));

    assertThat(condition(source("BLOG", "FEED"), NO_CRAWL, drift).isNull()).isTrue();
  }

  @Test
  void withoutProcessTheVisitsSpeakForThemselves() {
    Part health = present(SourceStates.HEALTH, health("HEALTHY", false));

    assertThat(condition(source("BLOG", "FEED"), health, NO_PROCESS).path("state").asText())
        .isEqualTo("HEALTHY");
  }

  @Test
  void whatCrawlDoesNotKnowWasNeverVisited() {
    Part health = new Part.Present(SourceStates.HEALTH, JSON.arrayNode());

    assertThat(condition(source("BLOG", "FEED"), health, none()).path("state").asText())
        .isEqualTo("NEVER_VISITED");
  }

  private static JsonNode condition(JsonNode source, Part health, Part drift) {
    return SourceStates.joined(List.of(source), Parts.of(List.of(health, drift)))
        .path(0)
        .path("condition");
  }

  private static ObjectNode source(String kind, String collector) {
    return JSON.objectNode().put("id", "s1").put("kind", kind).put("collector", collector);
  }

  private static ObjectNode health(String state, boolean silent) {
    ObjectNode health = entry("Visits.").put("state", state);
    health.set("silence", silent ? entry("Silence.") : JSON.nullNode());
    return health;
  }

  private static ObjectNode entry(String reason) {
    return JSON.objectNode().put("sourceId", "s1").put("reason", reason).put("fix", "Do.");
  }

  private static Part present(String name, JsonNode entry) {
    return new Part.Present(name, JSON.arrayNode().add(entry));
  }

  private static Part none() {
    return new Part.Present(SourceStates.DRIFT, JSON.arrayNode());
  }
}
