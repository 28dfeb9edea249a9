package io.competitoriq.analysis;

import static io.competitoriq.analysis.AlertStage.condition;
import static io.competitoriq.analysis.AlertStage.price;
import static io.competitoriq.analysis.AlertStage.telling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How rules are written, edited and refused.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(Receiver.class)
class AlertRuleTest {

  private final UUID workspace = UUID.randomUUID();
  private final UUID competitor = UUID.randomUUID();
  private final String path = "/ok/" + workspace;
  private final Service service;
  private final AlertStage stage;

  AlertRuleTest(Service service, AlertStage stage) {
    this.service = service;
    this.stage = stage;
  }

  @Test
  void ruleIsEditedOnItsVersionAndSwitchedOffRulesAreSilent() {
    // Given
    String rule = rule(Map.of(), Map.of());
    Map<String, Object> off =
        Map.of(
            "name",
            "Off",
            "enabled",
            false,
            "condition",
            condition(Map.of()),
            "telling",
            telling(List.of(), Map.of()));
    // When
    var stale =
        service
            .as(workspace, "analyst")
            .header("If-Match", "\"7\"")
            .body(off)
            .put("/alert-rules/" + rule);
    var fresh =
        service
            .as(workspace, "analyst")
            .header("If-Match", "\"0\"")
            .body(off)
            .put("/alert-rules/" + rule);
    // Then
    stale.then().statusCode(412);
    fresh.then().statusCode(200).body("enabled", equalTo(false)).header("ETag", "\"1\"");
    stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    assertThat(stage.firings(workspace, rule).getList("items")).isEmpty();
    service.as(workspace, "analyst").delete("/alert-rules/" + rule).then().statusCode(204);
    service.as(workspace, "viewer").get("/alert-rules/" + rule).then().statusCode(404);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'operator':'RISES_BY'}",
        "{'operator':'ANY','value':5}",
        "{'operator':'ABOVE','value':5}",
        "{'operator':'RISES_BY','value':-5}",
        "{'leastSignificance':101}",
        "{'operator':'SOMETIMES'}"
      })
  void conditionThatMakesNoSenseIsAProblem(String asked) {
    stage
        .backTest(workspace, new JsonPath(asked.replace('\'', '"')).getMap("$"), Map.of())
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'zone':'Mars/Olympus'}",
        "{'mode':'DAILY'}",
        "{'mode':'WEEKLY','digest':{'time':'07:00'}}",
        "{'digest':{'time':'07:00'}}",
        "{'quietHours':{'from':'07:00','to':'07:00','criticalBreaks':true}}",
        "{'coolDownMinutes':-1}"
      })
  void tellingThatMakesNoSenseIsAProblem(String given) {
    stage
        .backTest(workspace, Map.of(), new JsonPath(given.replace('\'', '"')).getMap("$"))
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
  }

  @Test
  void viewersReadRulesAndOtherWorkspacesSeeNothing() {
    // Given
    String rule = rule(Map.of(), Map.of());
    // When
    var stranger = service.as(UUID.randomUUID(), "admin").get("/alert-rules/" + rule);
    // Then
    stranger.then().statusCode(404);
    service.as(workspace, "viewer").delete("/alert-rules/" + rule).then().statusCode(403);
    service.as(workspace, "viewer").get("/alert-rules").then().body("[0].id", equalTo(rule));
  }

  private String rule(Map<String, ?> asked, Map<String, ?> given) {
    String channel = stage.webhook(workspace, path).getString("id");
    return stage.rule(workspace, condition(asked), telling(List.of(channel), given));
  }
}
