package io.competitoriq.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Service.Source;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("process")
class DriftTest {

  private static final String SHELL =
      "<html lang=en><title>Pricing</title><main><h1>Pricing</h1><p>Please enable"
          + " scripts.</p></main></html>";

  private final Service service;

  DriftTest(Service service) {
    this.service = service;
  }

  @Test
  void aPricingPageThatStatesNoPriceForTwoVersionsHasDriftedAndNoPriceIsReportedAsRemoved() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    for (int day = 0; day < 3; day++) {
      service.visit(source, plans(19 + day, 49), day);
    }
    long told = service.signals(source);
    service.visit(source, SHELL, 3);
    assertThat(drifts(source).getList("")).isEmpty();
    // When
    service.visit(source, SHELL, 4);
    // Then
    JsonPath drifts = drifts(source);
    assertThat(drifts.getList("")).hasSize(1);
    assertThat(drifts.getString("[0].sourceId")).isEqualTo(source.id().toString());
    assertThat(drifts.getString("[0].since")).isEqualTo("2026-11-04T08:00:00Z");
    assertThat(drifts.getInt("[0].versions")).isEqualTo(2);
    assertThat(drifts.getString("[0].reason")).contains("2 prices").contains("2 plans");
    assertThat(drifts.getString("[0].fix")).startsWith("Open the page");
    JsonPath changes = service.get(source, "/changes");
    assertThat(changes.getList("items.facts.flatten().kind")).doesNotContain("REMOVED");
    assertThat(service.signals(source)).isLessThanOrEqualTo(told + 1);
    assertThat(service.get(source, "/facts?kind=PRICE&current=true").getList("items")).hasSize(2);
  }

  @Test
  void aPageThatSaysItsPricesAgainHasNotDrifted() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    for (int day = 0; day < 3; day++) {
      service.visit(source, plans(19, 49 + day), day);
    }
    service.visit(source, SHELL, 3);
    service.visit(source, SHELL, 4);
    assertThat(drifts(source).getList("")).hasSize(1);
    // When
    service.visit(source, plans(19, 51), 5);
    // Then
    assertThat(drifts(source).getList("")).isEmpty();
    assertThat(
            service
                .get(source, "/facts?kind=PRICE&current=true")
                .getList("items.value.amountMinor"))
        .containsExactlyInAnyOrder(1900, 5100);
  }

  @Test
  void anotherWorkspaceSeesNoDriftAndNobodyGetsInWithoutAToken() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    for (int day = 0; day < 5; day++) {
      service.visit(source, day < 3 ? plans(19, 49 + day) : SHELL, day);
    }
    // When
    Source stranger = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    // Then
    assertThat(service.get(source, "/drifts").getList("")).hasSize(1);
    assertThat(service.get(stranger, "/drifts").getList("")).isEmpty();
    assertThat(ofSources(source, source.id(), UUID.randomUUID())).containsExactly(source.id());
    assertThat(ofSources(stranger, source.id())).isEmpty();
    assertThat(service.get(stranger, "/drifts?competitorId=" + source.competitor()).getList(""))
        .isEmpty();
    given().get("/drifts").then().statusCode(401);
  }

  /// Without it, each page of sources would read every fact there is.
  @Test
  void theFactsOfASourceAreFoundByAnIndexEndedOnesIncluded() throws SQLException {
    try (var database = TestDatabase.admin();
        var statement = database.createStatement()) {
      statement.execute("set enable_seqscan = off");
      try (var plan =
          statement.executeQuery(
              "explain select kind from process.fact where source_id = '01930000-0000-7000-8000-000000000001'"
                  + " and observed_at <= now() and last_seen >= now()")) {
        StringBuilder told = new StringBuilder();
        while (plan.next()) {
          told.append(plan.getString(1));
        }
        assertThat(told).contains("fact_versions_of_source");
      }
    }
  }

  private List<UUID> ofSources(Source asker, UUID... sources) {
    return service
        .as(asker.workspace())
        .contentType("application/json")
        .body(List.of(sources))
        .post("/source-drifts")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath()
        .getList("sourceId", UUID.class);
  }

  private JsonPath drifts(Source source) {
    return service.get(source, "/drifts?competitorId=" + source.competitor());
  }

  private static String plans(int starter, int pro) {
    return "<html lang=en><title>Pricing</title><main><h1>Pricing</h1>"
        + card("Starter", starter)
        + card("Pro", pro)
        + "<p>All plans come with unlimited agents, shared inboxes, and a help"
        + " centre.</p></main></html>";
  }

  private static String card(String name, int dollars) {
    return "<div class=card><h3>" + name + "</h3><p>$" + dollars + " per month</p></div>";
  }
}
