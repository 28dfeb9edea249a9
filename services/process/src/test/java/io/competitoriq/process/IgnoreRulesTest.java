package io.competitoriq.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Service.Source;
import io.competitoriq.testkit.TestTokens;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("process")
class IgnoreRulesTest {

  private final Service service;

  IgnoreRulesTest(Service service) {
    this.service = service;
  }

  @Test
  void whatARuleOfTheWorkspaceCoversRaisesNoChangeAndIsShownWithItsReason() {
    // Given
    Source source = Source.of(SourceKind.ABOUT, "https://brightdesk.example/about");
    add(source, Map.of("level", "WORKSPACE", "kind", "TEXT", "pattern", "Speaker of the week"));
    service.visit(source, about("We help teams that answer mail.", "Speaker of the week: Ada"), 0);
    // When
    service.visit(source, about("We help teams that talk a lot.", "Speaker of the week: Bob"), 1);
    service.visit(source, about("We help teams that talk a lot.", "Speaker of the week: Bob"), 2);
    // Then
    JsonPath changes = service.get(source, "/changes");
    assertThat(changes.getList("items.status")).containsExactly("CONFIRMED");
    assertThat(changes.getList("items[0].texts.after"))
        .containsExactly("We help teams that talk a lot.");
    JsonPath diff = service.get(source, "/changes/" + changes.getString("items[0].id") + "/diff");
    assertThat(diff.getString("hunks.find { it.ruleId != null }.ignoredBy"))
        .isEqualTo("text “Speaker of the week” (rule of the workspace)");
  }

  @Test
  void aSelectorCoversWhatIsGoneFromThePageToo() {
    // Given
    Source source = Source.of(SourceKind.ABOUT, "https://brightdesk.example/about");
    add(source, sourceRule(source, "SELECTOR", "p.tip"));
    service.visit(source, about("We help teams.", "A tip for the whole of Monday"), 0);
    // When
    service.visit(source, "<main><h1>About us</h1><p>We help teams.</p></main>", 1);
    // Then
    assertThat(service.get(source, "/changes").getList("items")).isEmpty();
  }

  @Test
  void aRuleSilencesAChangeThatWaitsForItsConfirmation() {
    // Given
    Source source = Source.of(SourceKind.ABOUT, "https://brightdesk.example/about");
    service.visit(source, about("We help teams.", "Chosen by 40 happy teams"), 0);
    service.visit(source, about("We help teams.", "Chosen by 41 happy teams"), 1);
    assertThat(service.get(source, "/changes").getString("items[0].status")).isEqualTo("CANDIDATE");
    // When
    add(source, sourceRule(source, "REGEX", "chosen by \\d+"));
    service.visit(source, about("We help teams.", "Chosen by 41 happy teams"), 2);
    // Then
    JsonPath changes = service.get(source, "/changes");
    assertThat(changes.getList("items.status")).containsExactly("SUPPRESSED");
    assertThat(changes.getString("items[0].reason")).contains("ignore rule");
    assertThat(service.signals(source)).isZero();
  }

  @Test
  void effectiveRulesNameTheirOriginAndASourceMayReplaceThem() {
    // Given
    Source source = Source.of(SourceKind.ABOUT, "https://brightdesk.example/about");
    add(source, Map.of("level", "WORKSPACE", "kind", "TEXT", "pattern", "all rights"));
    add(source, Map.of("level", "TAG", "tag", "rivals", "kind", "TEXT", "pattern", "sponsored"));
    add(source, sourceRule(source, "TEXT", "tip of the day"));
    service.visit(source, about("We help teams.", "A tip"), 0, List.of("rivals"));
    String rules = "/sources/" + source.id() + "/ignore-rules";
    assertThat(service.get(source, rules + "/effective").getList("rules.level"))
        .containsExactly("WORKSPACE", "TAG", "SOURCE");
    // When
    analyst(source).body(Map.of("mode", "REPLACE")).put(rules + "/mode").then().statusCode(200);
    // Then
    JsonPath effective = service.get(source, rules + "/effective");
    assertThat(effective.getList("rules.level")).containsExactly("SOURCE");
    assertThat(effective.getList("replaced.level")).containsExactly("WORKSPACE", "TAG");
    assertThat(effective.getString("mode")).isEqualTo("REPLACE");
  }

  @Test
  void aRuleIsAddedOnceTakenAwayAndBroughtBack() {
    // Given
    Source source = Source.of(SourceKind.ABOUT, "https://brightdesk.example/about");
    String id = add(source, sourceRule(source, "TEXT", "tip of the day"));
    assertThat(add(source, sourceRule(source, "TEXT", "tip of the day"))).isEqualTo(id);
    // When
    analyst(source).delete("/ignore-rules/" + id).then().statusCode(204);
    // Then
    assertThat(service.get(source, "/ignore-rules").getList("id")).isEmpty();
    analyst(source).post("/ignore-rules/" + id + "/restore").then().statusCode(200);
    assertThat(service.get(source, "/ignore-rules").getList("id")).containsExactly(id);
  }

  @Test
  void aRuleThatWasAddedAgainIsNotBroughtBackASecondTime() {
    // Given
    Source source = Source.of(SourceKind.ABOUT, "https://brightdesk.example/about");
    String removed = add(source, sourceRule(source, "TEXT", "tip of the day"));
    analyst(source).delete("/ignore-rules/" + removed).then().statusCode(204);
    String again = add(source, sourceRule(source, "TEXT", "tip of the day"));
    // When
    JsonPath problem =
        analyst(source)
            .post("/ignore-rules/" + removed + "/restore")
            .then()
            .statusCode(409)
            .contentType("application/problem+json")
            .extract()
            .jsonPath();
    // Then
    assertThat(problem.getString("type")).isEqualTo("urn:ciq:problem:ignore-rule-in-force");
    assertThat(problem.getString("detail")).contains(again).contains("Use that one");
    assertThat(service.get(source, "/ignore-rules").getList("id")).containsExactly(again);
  }

  @Test
  void aRuleIsGivenAnotherPatternUnlessThereIsOneLikeItOrItWasRemoved() {
    // Given
    Source source = Source.of(SourceKind.ABOUT, "https://brightdesk.example/about");
    String tip = add(source, sourceRule(source, "TEXT", "tip of the day"));
    String other = add(source, sourceRule(source, "TEXT", "word of the day"));
    // When
    edit(source, tip, "REGEX", "(tip|hint) of the (day|week)").statusCode(200);
    // Then
    JsonPath effective = service.get(source, "/sources/" + source.id() + "/ignore-rules/effective");
    assertThat(effective.getList("rules.pattern"))
        .containsExactly("(tip|hint) of the (day|week)", "word of the day");
    assertThat(effective.getList("rules.kind")).containsExactly("REGEX", "TEXT");
    edit(source, other, "REGEX", "(tip|hint) of the (day|week)").statusCode(409);
    edit(source, other, "REGEX", "tip (of").statusCode(400);
    analyst(source).delete("/ignore-rules/" + other).then().statusCode(204);
    edit(source, other, "TEXT", "saying of the day").statusCode(409);
    service
        .as(source.workspace())
        .contentType("application/json")
        .body(Map.of("kind", "TEXT", "pattern", "saying of the day"))
        .put("/ignore-rules/" + tip)
        .then()
        .statusCode(403);
  }

  @Test
  void whichTagsStandInsteadOfTheWorkspaceIsTold() {
    // Given
    Source source = Source.of(SourceKind.ABOUT, "https://brightdesk.example/about");
    service.visit(source, about("We help teams.", "A tip"), 0, List.of("rivals", "eu"));
    String effective = "/sources/" + source.id() + "/ignore-rules/effective";
    assertThat(service.get(source, effective).getList("replacingTags")).isEmpty();
    // When
    analyst(source)
        .body(Map.of("mode", "REPLACE"))
        .put("/ignore-rules/tags/rivals/mode")
        .then()
        .statusCode(204);
    // Then
    assertThat(service.get(source, effective).getList("replacingTags")).containsExactly("rivals");
  }

  @Test
  void aBadPatternIsRefusedWithItsPlace() {
    Source source = Source.of(SourceKind.ABOUT, "https://brightdesk.example/about");

    ValidatableResponse refused =
        analyst(source)
            .body(sourceRule(source, "REGEX", "tip (of"))
            .post("/ignore-rules")
            .then()
            .statusCode(400)
            .contentType("application/problem+json");

    JsonPath problem = refused.extract().jsonPath();
    assertThat(problem.getString("type")).isEqualTo("urn:ciq:problem:ignore-rule-invalid");
    assertThat(problem.getString("detail")).contains("wrong at character", "missing closing )");
  }

  @Test
  void rulesOfAnotherWorkspaceAreNeitherSeenNorRemovedAndViewersAddNone() {
    // Given
    Source source = Source.of(SourceKind.ABOUT, "https://brightdesk.example/about");
    String id = add(source, sourceRule(source, "TEXT", "tip of the day"));
    Source stranger = Source.of(SourceKind.ABOUT, "https://brightdesk.example/about");
    // Then
    assertThat(service.get(stranger, "/ignore-rules").getList("id")).isEmpty();
    analyst(stranger).delete("/ignore-rules/" + id).then().statusCode(404);
    service
        .as(source.workspace())
        .contentType("application/json")
        .body(sourceRule(source, "TEXT", "anything"))
        .post("/ignore-rules")
        .then()
        .statusCode(403);
  }

  private static RequestSpecification analyst(Source source) {
    return given()
        .header("Authorization", TestTokens.bearer(source.workspace(), "analyst"))
        .contentType("application/json");
  }

  private static Map<String, String> sourceRule(Source source, String kind, String pattern) {
    return Map.of(
        "level", "SOURCE", "sourceId", source.id().toString(), "kind", kind, "pattern", pattern);
  }

  private static ValidatableResponse edit(Source source, String id, String kind, String pattern) {
    return analyst(source)
        .body(Map.of("kind", kind, "pattern", pattern))
        .put("/ignore-rules/" + id)
        .then();
  }

  private static String add(Source source, Map<String, String> rule) {
    return analyst(source)
        .body(rule)
        .post("/ignore-rules")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private static String about(String text, String tip) {
    return "<main><h1>About us</h1><p>%s</p><p class='tip'>%s</p></main>".formatted(text, tip);
  }
}
