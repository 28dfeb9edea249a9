package io.competitoriq.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Service.Source;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What a question can be answered from.
@QuarkusTest
@WithEmbeddedServers("process")
class SearchTest {

  private static final String SSO =
      "Single sign-on with SAML and OpenID Connect is part of the Enterprise plan.";

  private final Service service;

  SearchTest(Service service) {
    this.service = service;
  }

  @Test
  void passageThatSaysMostOfTheTermsComesFirstAndStandsAtItsOffsets() {
    // Given
    Source source = Source.of(SourceKind.FEATURES, "https://brightdesk.example/features");
    service.visit(source, features(SSO, "Reports show answer times of every team."), 0);
    // When
    JsonPath found = search(source.workspace(), List.of("sso", "saml", "sign"), Map.of());
    // Then
    assertThat(found.getString("passages[0].text")).isEqualTo(SSO);
    assertThat(found.getInt("passages[0].matched")).isEqualTo(2);
    assertThat(found.getInt("passages[0].ofTerms")).isEqualTo(3);
    String text =
        service.get(source, "/documents/" + found.getString("passages[0].documentId")).get("text");
    assertThat(text.substring(found.getInt("passages[0].start"), found.getInt("passages[0].end")))
        .isEqualTo(SSO);
    assertThat(found.getInt("coverage.documents")).isEqualTo(1);
    assertThat(found.getInt("coverage.competitors")).isEqualTo(1);
  }

  @Test
  void wordsAreFoundInTheStemmerOfThePageWhateverTheQuestionIsWrittenIn() {
    // Given
    Source source = Source.of(SourceKind.FEATURES, "https://hilfe.example/funktionen");
    service.visit(
        source,
        features("Alle Rechnungen lassen sich an die Buchhaltung exportieren.", "Mehr davon.")
            .replace("lang=\"en\"", "lang=\"de\""),
        0);
    // When
    JsonPath found = search(source.workspace(), List.of("rechnung"), Map.of());
    // Then
    assertThat(found.getString("passages[0].text")).startsWith("Alle Rechnungen");
  }

  @Test
  void samePassageInManyVersionsIsOneAndKnowsSinceWhenAndUntilWhenItWasSaid() {
    // Given
    Source source = Source.of(SourceKind.FEATURES, "https://brightdesk.example/features");
    service.visit(source, features(SSO, "Reports show answer times of every team."), 0);
    service.visit(source, features(SSO, "Dashboards show answer times of every team."), 1);
    String since = Service.FIRST.plus(Duration.ofHours(36)).toString();
    // When
    JsonPath ever = search(source.workspace(), List.of("answer", "team"), Map.of());
    JsonPath sso = search(source.workspace(), List.of("saml"), Map.of());
    JsonPath later = search(source.workspace(), List.of("answer", "team"), Map.of("from", since));
    // Then
    assertThat(sso.getList("passages")).hasSize(1);
    assertThat(sso.getString("passages[0].firstSeen")).isEqualTo("2026-11-01T08:00:00Z");
    assertThat(sso.getString("passages[0].lastSeen")).isEqualTo("2026-11-02T08:00:00Z");
    assertThat(ever.getList("passages.text", String.class))
        .anyMatch(text -> text.startsWith("Reports"))
        .anyMatch(text -> text.startsWith("Dashboards"));
    assertThat(later.getList("passages")).isEmpty();
  }

  @Test
  void factsOfAKindAreFoundWithoutTermsAndTheNamedOneFirst() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plans(), 0);
    // When
    JsonPath all = search(source.workspace(), List.of(), Map.of("kinds", List.of("PRICE")));
    JsonPath pro = search(source.workspace(), List.of("Pro"), Map.of("kinds", List.of("PRICE")));
    // Then
    assertThat(all.getList("facts.fact.subject", String.class))
        .containsExactlyInAnyOrder("Starter", "Pro");
    assertThat(pro.getString("facts[0].fact.subject")).isEqualTo("Pro");
    assertThat(pro.getInt("facts[0].fact.value.amountMinor")).isEqualTo(4900);
    assertThat(pro.getInt("facts[0].matched")).isEqualTo(1);
  }

  @Test
  void otherWorkspaceFindsNothingAndAnotherCompetitorIsLeftOut() {
    // Given
    Source source = Source.of(SourceKind.FEATURES, "https://brightdesk.example/features");
    service.visit(source, features(SSO, "Reports show answer times."), 0);
    // When
    JsonPath stranger =
        search(UUID.randomUUID(), List.of("saml"), Map.of("kinds", List.of("PRICE")));
    JsonPath other =
        search(
            source.workspace(),
            List.of("saml"),
            Map.of("competitorIds", List.of(UUID.randomUUID().toString())));
    // Then
    assertThat(stranger.getList("passages")).isEmpty();
    assertThat(stranger.getList("facts")).isEmpty();
    assertThat(stranger.getInt("coverage.documents")).isZero();
    assertThat(other.getList("passages")).isEmpty();
  }

  @Test
  void functionsTellTheApplicationNothingWithoutAWorkspace() throws Exception {
    // Given
    Source source = Source.of(SourceKind.FEATURES, "https://brightdesk.example/features");
    service.visit(source, features(SSO, "Reports show answer times."), 0);
    // When
    long seen;
    try (var connection = TestDatabase.as("ciq_process");
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select (select count(*) from process.search_passage('{saml}', '{}', '-infinity', now(), 9))"
                    + " + (select count(*) from process.passage)")) {
      rows.next();
      seen = rows.getLong(1);
    }
    // Then
    assertThat(seen).isZero();
  }

  @Test
  void searchThatIsTooLargeIsRefused() {
    service
        .as(UUID.randomUUID())
        .contentType("application/json")
        .body(body(List.of("a"), Map.of("passages", 51)))
        .post("/searches")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("passages"));
  }

  private JsonPath search(UUID workspace, List<String> terms, Map<String, ?> more) {
    return service
        .as(workspace)
        .contentType("application/json")
        .body(body(terms, more))
        .post("/searches")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static Map<String, Object> body(List<String> terms, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>();
    body.put("terms", terms);
    body.put("competitorIds", List.of());
    body.put("kinds", List.of());
    body.put("passages", 10);
    body.put("facts", 20);
    body.putAll(more);
    return body;
  }

  private static String features(String first, String second) {
    return """
        <html lang="en"><head><title>Features - Brightdesk</title></head><body><main>
        <h1>Features</h1><h2>Security</h2><p>%s</p><h2>Insight</h2><p>%s</p>
        </main></body></html>
        """
        .formatted(first, second);
  }

  private static String plans() {
    return """
        <html lang="en"><head><title>Pricing - Brightdesk</title></head><body><main><h1>Pricing</h1>
        <div class="plan"><h3>Starter</h3><p>$19 per month</p><ul><li>Shared inbox</li></ul></div>
        <div class="plan"><h3>Pro</h3><p>$49 per month</p><ul><li>Live chat</li></ul></div>
        </main></body></html>
        """;
  }
}
