package io.competitoriq.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Service.Source;
import io.competitoriq.testkit.TestTokens;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a fact goes through: visits, renamings, and people who know better.
@QuarkusTest
@WithEmbeddedServers("process")
class FactLifeTest {

  private final Service service;

  FactLifeTest(Service service) {
    this.service = service;
  }

  @Test
  void whatAPersonSaysSurvivesFurtherVisitsAndStandsBesideWhatWasRead() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plans("Pro", 49), 0);
    String fact = price(source, "Pro").getString("id");
    // When
    put(
            source,
            fact,
            "{\"text\": \"$45\", \"amountMinor\": 4500, \"currency\": \"USD\","
                + " \"period\": \"MONTH\", \"note\": \"Our contract says so.\"}")
        .statusCode(200);
    service.visit(source, plans("Pro", 49), 1);
    service.visit(source, plans("Pro", 59), 2);
    // Then
    JsonPath now = price(source, "Pro");
    assertThat(now.getString("id")).isNotEqualTo(fact);
    assertThat(now.getInt("value.amountMinor")).isEqualTo(5900);
    assertThat(now.getInt("override.value.amountMinor")).isEqualTo(4500);
    assertThat(now.getString("override.note")).isEqualTo("Our contract says so.");
    assertThat(now.getString("status")).isEqualTo("OVERRIDDEN");
  }

  @Test
  void aRenamedPlanIsTheSameFactAndKeepsItsOverrideAndItsHistory() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plans("Pro", 49), 0);
    JsonPath before = price(source, "Pro");
    put(source, before.getString("id"), "{\"text\": \"$45\", \"note\": \"Seen on an invoice.\"}")
        .statusCode(200);
    // When
    service.visit(source, plans("Professional", 49), 1);
    service.visit(source, plans("Professional", 55), 2);
    // Then
    JsonPath after = price(source, "Professional");
    assertThat(after.getString("lineageId")).isEqualTo(before.getString("lineageId"));
    assertThat(after.getString("override.value.text")).isEqualTo("$45");
    JsonPath history = service.get(source, "/facts/prices?competitorId=" + source.competitor());
    assertThat(history.getList("find { it.plan == 'Professional' }.points.amountMinor"))
        .containsExactly(4900, 4900, 5500);
    assertThat(service.get(source, "/changes").getList("items.facts.flatten().kind"))
        .doesNotContain("ADDED", "REMOVED");
  }

  @Test
  void anOverrideIsTakenBackAndTheHistoryTellsWhoSaidWhat() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plans("Pro", 49), 0);
    String fact = price(source, "Pro").getString("id");
    put(source, fact, "{\"text\": \"$1\", \"note\": \"A guess.\"}").statusCode(200);
    put(source, fact, "{\"text\": \"$2\", \"note\": \"A better guess.\"}").statusCode(200);
    // When
    analyst(source.workspace()).delete("/facts/" + fact + "/override").then().statusCode(200);
    // Then
    assertThat(price(source, "Pro").getString("override")).isNull();
    assertThat(price(source, "Pro").getString("status")).isEqualTo("ACCEPTED");
    JsonPath history = service.get(source, "/facts/" + fact + "/overrides");
    assertThat(history.getList("note")).containsExactly("A better guess.", "A guess.");
    assertThat(history.getList("withdrawnBy")).doesNotContainNull();
    analyst(source.workspace()).delete("/facts/" + fact + "/override").then().statusCode(404);
  }

  @Test
  void onlyAnAnalystOfTheWorkspaceOverridesAndNonsenseIsRefused() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plans("Pro", 49), 0);
    String fact = price(source, "Pro").getString("id");
    String said = "{\"text\": \"$1\", \"note\": \"Why not.\"}";
    // When
    int asViewer = put(service.as(source.workspace()), fact, said);
    int asStranger = put(analyst(UUID.randomUUID()), fact, said);
    int withoutNote = put(analyst(source.workspace()), fact, "{\"text\": \"$1\"}");
    int withoutCurrency =
        put(
            analyst(source.workspace()),
            fact,
            "{\"text\": \"$1\", \"amountMinor\": 100, \"note\": \"x\"}");
    // Then
    assertThat(asViewer).isEqualTo(403);
    assertThat(asStranger).isEqualTo(404);
    assertThat(withoutNote).isEqualTo(400);
    assertThat(withoutCurrency).isEqualTo(400);
    assertThat(price(source, "Pro").getString("override")).isNull();
  }

  @Test
  void factsAreToldAsTheyWereTrueAndAsTheyWereKnown() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plans("Pro", 49), 0);
    String recorded = price(source, "Pro").getString("recordedAt");
    service.visit(source, plans("Pro", 59), 4);
    // When
    String query = "/facts?kind=PRICE&competitorId=" + source.competitor();
    JsonPath thirdDay = service.get(source, query + "&asOf=2026-11-03T00:00:00Z");
    JsonPath fifthDay = service.get(source, query + "&asOf=2026-11-06T00:00:00Z");
    JsonPath asKnown = service.get(source, query + "&current=true&knownAt=" + recorded);
    // Then
    String pro = "items.findAll { it.subject == 'Pro' }";
    assertThat(thirdDay.getList(pro + ".value.amountMinor")).containsExactly(4900);
    assertThat(fifthDay.getList(pro + ".value.amountMinor")).containsExactly(5900);
    assertThat(asKnown.getList(pro + ".value.amountMinor")).containsExactly(4900);
    assertThat(asKnown.getList(pro + ".validTo")).containsOnlyNulls();
  }

  @Test
  void anotherDetailIsAnotherVersionOfTheSameFactAndNoNews() {
    // Given
    Source source =
        Source.of(SourceKind.CAREERS, "https://api.lever.co/v0/postings/acme?mode=json");
    board(source, "https://apply.example/1", 0);
    // When
    board(source, "https://apply.example/2", 1);
    board(source, "https://apply.example/2", 2);
    // Then
    JsonPath now = service.get(source, "/facts?kind=JOB_OPENING&current=true");
    assertThat(now.getList("items")).hasSize(1);
    JsonPath lineage = service.get(source, "/facts/" + now.getString("items[0].id") + "/lineage");
    assertThat(lineage.getList("details.flatten().findAll { it.kind == 'APPLY_URL' }.text"))
        .containsExactly("https://apply.example/2", "https://apply.example/1");
    assertThat(lineage.getList("lineageId").stream().distinct()).hasSize(1);
    assertThat(lineage.getList("validTo")).hasSize(2).element(0).isNull();
    assertThat(service.get(source, "/changes").getList("items.facts.flatten()")).isEmpty();
    given()
        .header("Authorization", TestTokens.bearer(UUID.randomUUID(), "viewer"))
        .get("/facts/" + now.getString("items[0].id") + "/lineage")
        .then()
        .statusCode(404);
  }

  @Test
  void anOpeningIsStoredWithItsDetailsAndTheWordsThatCarryThem() {
    // Given
    Source source = Source.of(SourceKind.CAREERS, "https://brightdesk.example/careers");
    // When
    service.visit(
        source,
        "<html lang=en><main><h1>Open positions</h1><article><h3><a href=/careers/rust>Senior Rust"
            + " Engineer</a></h3><p>Remote (EU) | Full-time | €80k–€100k</p></article></main></html>",
        0);
    // Then
    JsonPath opening = service.get(source, "/facts?kind=JOB_OPENING");
    assertThat(opening.getString("items[0].subject")).isEqualTo("Senior Rust Engineer");
    assertThat(opening.getString("items[0].value.text"))
        .isEqualTo("EU · remote · full time · €80k–€100k");
    String pay = "items[0].details.find { it.kind == 'SALARY_MAX' }";
    assertThat(opening.getInt(pay + ".amountMinor")).isEqualTo(100_000_00);
    String evidence = opening.getString(pay + ".evidenceId");
    assertThat(opening.getString("items[0].evidence.find { it.id == '" + evidence + "' }.quote"))
        .isEqualTo("€80k–€100k");
    assertThat(opening.getList("items[0].evidence.verified")).containsOnly(true);
  }

  private void board(Source source, String apply, int day) {
    String body =
        """
        [{"id":"l1","text":"Rust Engineer","categories":{"commitment":"Full-time",\
        "department":"Engineering","location":"Berlin"},"country":"DE",\
        "hostedUrl":"https://jobs.lever.co/acme/l1","applyUrl":"%s"}]"""
            .formatted(apply);
    service.process(source, service.snapshot(source, "application/json", body, day));
  }

  private JsonPath price(Source source, String plan) {
    JsonPath facts =
        service.get(source, "/facts?kind=PRICE&current=true&competitorId=" + source.competitor());
    return facts.setRootPath("items.find { it.subject == '" + plan + "' }");
  }

  private static ValidatableResponse put(Source source, String fact, String body) {
    return analyst(source.workspace())
        .contentType(ContentType.JSON)
        .body(body)
        .put("/facts/" + fact + "/override")
        .then();
  }

  private static int put(RequestSpecification as, String fact, String body) {
    return as.contentType(ContentType.JSON)
        .body(body)
        .put("/facts/" + fact + "/override")
        .statusCode();
  }

  private static RequestSpecification analyst(UUID workspace) {
    return given().header("Authorization", TestTokens.bearer(workspace, "analyst"));
  }

  private static String plans(String name, int dollars) {
    return "<html lang=en><title>Pricing</title><main><h1>Pricing</h1>"
        + card("Starter", 19)
        + card(name, dollars)
        + card("Enterprise", 199)
        + "<p>All plans come with unlimited agents, shared inboxes, and a help centre.</p></main></html>";
  }

  private static String card(String name, int dollars) {
    return "<div class=card><h3>" + name + "</h3><p>$" + dollars + " per month</p></div>";
  }
}
