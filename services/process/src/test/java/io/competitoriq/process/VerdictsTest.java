package io.competitoriq.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Service.Source;
import io.competitoriq.testkit.TestTokens;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("process")
class VerdictsTest {

  private final Service service;

  VerdictsTest(Service service) {
    this.service = service;
  }

  @Test
  void aHunkThatIsNotRelevantBecomesARuleThatWasTriedBeforeAndCanBeUndone() {
    // Given
    Source source = watched();
    JsonPath diff = pair(source, 1);
    Map<String, Object> hunk = hunk(diff, "Chosen by");
    // When it is suggested
    List<Map<String, Object>> suggested = post(source, "/suggestions", hunk, 200).getList("");
    // Then
    assertThat(suggested.getFirst()).containsEntry("kind", "REGEX");
    assertThat(suggested).extracting("kind").contains("TEXT", "SELECTOR");
    assertThat(suggested).extracting("pattern").contains("p.proof");
    // When it is tried
    String pattern = String.valueOf(suggested.getFirst().get("pattern"));
    JsonPath preview =
        post(source, "/preview", Map.of("kind", "REGEX", "pattern", pattern, "versions", 10), 200);
    // Then
    assertThat(preview.getInt("versions")).isEqualTo(2);
    assertThat(preview.getInt("hunks")).isEqualTo(2);
    assertThat(preview.getInt("hidden")).isEqualTo(1);
    assertThat(preview.getList("samples.after"))
        .allMatch(text -> text.toString().contains("Chosen"));
    assertThat(preview.getList("changes.silenced")).containsOnly(1);
    assertThat(preview.getList("coversNow")).hasSize(1);
    // When it is applied
    JsonPath rule =
        post(
            source,
            "/not-relevant",
            Map.of("hunk", hunk, "rule", rule(source, "REGEX", pattern)),
            201);
    // Then
    assertThat(pair(source, 1).getList("hunks.ruleId")).containsOnly(rule.getString("id"));
    JsonPath backtest =
        service.get(source, "/sources/" + source.id() + "/verdicts/backtest?versions=10");
    assertThat(backtest.getInt("hidden")).isEqualTo(1);
    assertThat(backtest.getDouble("score.precision")).isEqualTo(1.0);
    assertThat(backtest.getDouble("score.recall")).isEqualTo(1.0);
    // When it is undone
    analyst(source).delete("/ignore-rules/" + rule.getString("id")).then().statusCode(204);
    // Then
    assertThat(pair(source, 1).getList("hunks.findAll { it.ruleId != null }")).isEmpty();
    JsonPath without =
        service.get(source, "/sources/" + source.id() + "/verdicts/backtest?versions=10");
    assertThat(without.getInt("score.notRelevant")).isZero();
  }

  @Test
  void aRuleThatHidesWhatAMemberCalledNewsLosesPrecision() {
    // Given
    Source source = watched();
    put(source, Map.of("hunk", hunk(latest(source), "help"), "relevant", true));
    put(source, Map.of("hunk", hunk(pair(source, 1), "Chosen by"), "relevant", false));
    // When
    JsonPath narrow = preview(source, "p.proof");
    JsonPath broad = preview(source, "main p");
    // Then
    assertThat(narrow.getDouble("score.precision")).isEqualTo(1.0);
    assertThat(narrow.getDouble("score.recall")).isEqualTo(1.0);
    assertThat(broad.getDouble("score.precision")).isEqualTo(0.5);
    assertThat(broad.getInt("score.hiddenRelevant")).isEqualTo(1);
    assertThat(broad.getInt("hidden")).isEqualTo(2);
  }

  @Test
  void rulesAreTriedOnVersionsThatChangedSomethingHoweverManyQuietOnesCame() {
    // Given
    Source source = watched();
    for (int day = 3; day < 9; day++) {
      service.visit(source, about("We help firms that make phone calls.", 41), day);
    }
    // When
    JsonPath preview =
        post(
            source,
            "/preview",
            Map.of("kind", "SELECTOR", "pattern", "p.proof", "versions", 4),
            200);
    // Then: the newest pair, and the two in which a change was found
    assertThat(preview.getInt("versions")).isEqualTo(3);
    assertThat(preview.getInt("hunks")).isEqualTo(2);
    assertThat(preview.getInt("hidden")).isEqualTo(1);
  }

  @Test
  void blocksThatAreNotThereAndPatternsThatMeanNothingAreRefused() {
    Source source = watched();
    JsonPath diff = latest(source);
    Map<String, Object> wrong =
        Map.of(
            "fromDocumentId", diff.getString("from.documentId"),
            "toDocumentId", diff.getString("to.documentId"),
            "beforeBlockIds", List.of("nowhere"),
            "afterBlockIds", List.of());

    post(source, "/suggestions", wrong, 400);
    post(source, "/preview", Map.of("kind", "REGEX", "pattern", "(a"), 400);
  }

  /// Three versions: first only the proof differs, then what the company says of itself.
  private Source watched() {
    Source source = Source.of(SourceKind.ABOUT, "https://brightdesk.example/about");
    service.visit(source, about("We help teams that answer mail.", 40), 0);
    service.visit(source, about("We help teams that answer mail.", 41), 1);
    service.visit(source, about("We help firms that make phone calls.", 41), 2);
    return source;
  }

  private JsonPath latest(Source source) {
    return pair(source, 0);
  }

  /// @param back how many versions before the latest the newer one is
  private JsonPath pair(Source source, int back) {
    String path = "/sources/" + source.id() + "/diff";
    List<String> versions = service.get(source, path).getList("versions.documentId");
    return service.get(
        source, path + "?from=" + versions.get(back + 1) + "&to=" + versions.get(back));
  }

  private static Map<String, Object> hunk(JsonPath diff, String words) {
    String lines =
        "hunks.lines.flatten().findAll { it.kind == '%s' && it.text.contains('%s') }.blockId";
    return Map.of(
        "fromDocumentId", diff.getString("from.documentId"),
        "toDocumentId", diff.getString("to.documentId"),
        "beforeBlockIds", diff.getList(lines.formatted("del", words)),
        "afterBlockIds", diff.getList(lines.formatted("add", words)));
  }

  private static Map<String, Object> rule(Source source, String kind, Object pattern) {
    return Map.of(
        "level", "SOURCE", "sourceId", source.id().toString(), "kind", kind, "pattern", pattern);
  }

  private static JsonPath preview(Source source, String selector) {
    return post(source, "/preview", Map.of("kind", "SELECTOR", "pattern", selector), 200);
  }

  private static JsonPath post(Source source, String path, Object body, int status) {
    return analyst(source)
        .body(body)
        .post("/sources/" + source.id() + "/verdicts" + path)
        .then()
        .statusCode(status)
        .extract()
        .jsonPath();
  }

  private static void put(Source source, Object body) {
    analyst(source)
        .body(body)
        .put("/sources/" + source.id() + "/verdicts/mark")
        .then()
        .statusCode(204);
  }

  private static RequestSpecification analyst(Source source) {
    return given()
        .header("Authorization", TestTokens.bearer(source.workspace(), "analyst"))
        .contentType("application/json");
  }

  private static String about(String text, int teams) {
    return ("<main><h1>About us</h1><p>%s</p><p class='proof'>Chosen by %d happy teams</p>"
            + "<p>Founded by two friends who could not stand their inbox.</p></main>")
        .formatted(text, teams);
  }
}
