package io.competitoriq.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Service.Source;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.TestTokens;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("process")
class ReprocessTest {

  private final Service service;

  ReprocessTest(Service service) {
    this.service = service;
  }

  @Test
  void aDryRunComparesAndChangesNothing() {
    Source source = readByAnOlderExtractor();

    JsonPath run = reprocess(source, true);

    assertThat(run.getString("results[0].state")).isEqualTo("COMPARED");
    assertThat(run.getInt("changed")).isEqualTo(1);
    assertThat(run.getString("results[0].samples[0].before")).isEqualTo("$4");
    assertThat(amounts(source)).isEqualTo("[400]");
    assertThat(service.get(source, "/documents").getList("items")).hasSize(1);
  }

  @Test
  void todaysExtractorsFactsStandAfterwardsAndNoSignalIsRaised() {
    // Given
    Source source = readByAnOlderExtractor();
    // When
    JsonPath run = reprocess(source, false);
    // Then
    assertThat(run.getString("results[0].state")).isEqualTo("APPLIED");
    assertThat(amounts(source)).isEqualTo("[4900]");
    assertThat(service.get(source, "/changes").getList("items")).isEmpty();
    assertThat(service.signals(source)).isZero();
    // When the page really changes
    service.visit(source, plan("$59"), 1);
    // Then it is not taken for a new baseline
    assertThat(service.get(source, "/changes").getList("items.status"))
        .containsExactly("CONFIRMED");
    assertThat(service.signals(source)).isEqualTo(1);
  }

  @Test
  void anAnalystMayReadOneSourceAgainAndTheLatestRunsAreListed() {
    // Given
    Source source = readByAnOlderExtractor();
    Map<String, Object> one = Map.of("sourceId", source.id().toString(), "dryRun", true);
    // When
    String id =
        as(source, "analyst")
            .body(one)
            .post("/reprocessings")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    // Then
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> service.get(source, "/reprocessings").getInt("[0].done") == 1);
    JsonPath runs = service.get(source, "/reprocessings");
    assertThat(runs.getList("id")).containsExactly(id);
    assertThat(runs.getInt("[0].changed")).isEqualTo(1);
    assertThat(runs.getBoolean("[0].dryRun")).isTrue();
    as(source, "viewer").body(one).post("/reprocessings").then().statusCode(403);
  }

  @Test
  void whatElseIsReadOfASubjectIsADifferenceToo() {
    // Given an extractor that took a badge for a department
    Source source = Source.of(SourceKind.CAREERS, "https://brightdesk.example/careers");
    service.visit(
        source,
        "<main><h1>Open positions</h1><article><h3><a href=/careers/rust>Rust Engineer</a></h3>"
            + "<span class=tag>New</span><p>Berlin</p></article></main>",
        0);
    TestDatabase.execute(
        "update process.document set extractor_version = 1 where source_id = '"
            + source.id()
            + "'");
    TestDatabase.execute(
        "update process.fact set details = jsonb_set(details, '{items,0,text}', '\"New\"') where source_id = '"
            + source.id()
            + "'");
    // When
    JsonPath run = reprocess(source, false);
    // Then
    assertThat(run.getInt("changed")).isEqualTo(1);
    assertThat(run.getString("results[0].samples[0].field")).isEqualTo("details");
    assertThat(run.getString("results[0].samples[0].before")).startsWith("New");
    assertThat(run.getString("results[0].samples[0].after")).startsWith("Berlin");
    JsonPath facts = service.get(source, "/facts?kind=JOB_OPENING&current=true");
    assertThat(facts.getList("items[0].details.text")).contains("Berlin").doesNotContain("New");
  }

  @Test
  void whatTodaysExtractorHasReadAlreadyStaysAndAViewerMayNotAsk() {
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plan("$49"), 0);

    JsonPath run = reprocess(source, false);

    assertThat(run.getInt("done")).isEqualTo(1);
    assertThat(run.getList("results")).isEmpty();
    assertThat(service.get(source, "/documents").getList("items")).hasSize(1);
    as(source, "analyst")
        .body(Map.of("dryRun", true))
        .post("/reprocessings")
        .then()
        .statusCode(403);
  }

  /// It took $49 for $4.
  private Source readByAnOlderExtractor() {
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plan("$49"), 0);
    TestDatabase.execute(
        "update process.document set extractor_version = 1 where source_id = '"
            + source.id()
            + "'");
    TestDatabase.execute(
        "update process.fact set amount_minor = 400, value_text = '$4' where kind = 'PRICE' and source_id = '"
            + source.id()
            + "'");
    return source;
  }

  private static JsonPath reprocess(Source source, boolean dryRun) {
    String id =
        as(source, "admin")
            .body(Map.of("dryRun", dryRun))
            .post("/reprocessings")
            .then()
            .statusCode(202)
            .extract()
            .path("id");
    return await()
        .atMost(Duration.ofSeconds(30))
        .until(
            () -> as(source, "admin").get("/reprocessings/" + id).jsonPath(),
            run -> run.getInt("done") == run.getInt("sources"));
  }

  private String amounts(Source source) {
    return service
        .get(source, "/facts?kind=PRICE&current=true")
        .getList("items.value.amountMinor")
        .toString();
  }

  private static RequestSpecification as(Source source, String role) {
    return given()
        .header("Authorization", TestTokens.bearer(source.workspace(), role))
        .contentType("application/json");
  }

  private static String plan(String price) {
    return "<main><h1>Pricing</h1><section><h2>Pro</h2><p>%s/mo</p></section></main>"
        .formatted(price);
  }
}
