package io.competitoriq.process;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Service.Source;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What may never be let go, and what may.
@QuarkusTest
@WithEmbeddedServers("process")
class CitationTest {

  private final Service service;

  CitationTest(Service service) {
    this.service = service;
  }

  @Test
  void aChangeCitesItsTwoVersionsAndTheOlderOneItsQuoteWasReadFrom() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    UUID quoted = visit(source, plan("$49", "Made in Graz since 2012"), 0);
    UUID between = visit(source, plan("$49", "Made in Lisbon by forty people"), 1);
    UUID before = visit(source, plan("$49", "Made in Lisbon by forty people"), 2);
    UUID after = visit(source, plan("$59", "Made in Lisbon by forty people"), 3);
    visit(source, plan("$59", "Made in Lisbon by forty people"), 4);
    UUID quiet = visit(source, plan("$59", "Made in Lisbon by forty people"), 5);
    UUID latest = visit(source, plan("$59", "Made in Lisbon by forty people"), 6);
    String priceRise = confirmed(source, after);
    assertThat(priceRise).isEqualTo(before.toString());
    // When
    JsonPath answer = ask(source, quoted, between, before, after, quiet, latest);
    // Then
    assertThat(answer.getList("cited"))
        .containsExactlyInAnyOrder(strings(quoted, between, before, after));
    assertThat(answer.getList("needed")).containsExactly(strings(latest));
  }

  @Test
  void aCurrentFactCitesTheDocumentItWasReadFrom() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    UUID first = visit(source, plan("$49", "Made in Graz"), 0);
    visit(source, plan("$49", "Made in Graz"), 1);
    // When
    JsonPath answer = ask(source, first);
    // Then
    assertThat(answer.getList("cited")).containsExactly(strings(first));
    assertThat(answer.getList("needed")).isEmpty();
  }

  @Test
  void aChangeThatWaitsNeedsItsVersionsAndOneThatWasNoiseDoesNot() {
    // Given
    Source source = Source.of(SourceKind.ABOUT, "https://brightdesk.example/about");
    UUID from = visit(source, about("The help desk for small teams that grow."), 0);
    UUID to = visit(source, about("Our servers are under maintenance this evening."), 1);
    assertThat(ask(source, from, to).getList("needed"))
        .containsExactlyInAnyOrder(strings(from, to));
    // When
    visit(source, about("The help desk for small teams that grow."), 2);
    // Then
    JsonPath answer = ask(source, from, to);
    assertThat(answer.getList("cited")).isEmpty();
    assertThat(answer.getList("needed")).isEmpty();
  }

  @Test
  void theLastVersionUnderstoodIsNeededHoweverManyWereNotSince() {
    // Given
    Source source = Source.of(SourceKind.ABOUT, "https://brightdesk.example/about");
    UUID understood = visit(source, about("The help desk for small teams."), 0);
    var unreadable = service.snapshot(source, "application/pdf", "%PDF-1.7", 1);
    service.process(source, unreadable);
    // When
    JsonPath answer = ask(source, understood, unreadable.snapshotId());
    // Then
    assertThat(answer.getList("needed")).containsExactly(strings(understood));
  }

  @Test
  void whatWasNotReadYetOrIsAnotherWorkspacesIsNeeded() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    UUID theirs = visit(source, plan("$49", "Made in Graz"), 0);
    UUID unread = UUID.randomUUID();
    Source stranger = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    // When
    JsonPath answer = ask(stranger, theirs, unread);
    // Then
    assertThat(answer.getList("cited")).isEmpty();
    assertThat(answer.getList("needed")).containsExactlyInAnyOrder(strings(theirs, unread));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 501})
  void aQuestionIsAboutOneToFiveHundred(int number) {
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service
        .as(source.workspace())
        .contentType("application/json")
        .body(Map.of("snapshotIds", Collections.nCopies(number, UUID.randomUUID())))
        .post("/evidence/cited")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].field", equalTo("snapshotIds"));
  }

  @Test
  void nobodyAsksWithoutAToken() {
    given()
        .contentType("application/json")
        .body(Map.of("snapshotIds", List.of(UUID.randomUUID())))
        .post("/evidence/cited")
        .then()
        .statusCode(401);
  }

  private UUID visit(Source source, String html, int day) {
    return service.visit(source, html, day).snapshotId();
  }

  private JsonPath ask(Source source, UUID... snapshots) {
    return service
        .as(source.workspace())
        .contentType("application/json")
        .body(Map.of("snapshotIds", List.of(snapshots)))
        .post("/evidence/cited")
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /// The snapshot that the confirmed change to the other one was compared with.
  private String confirmed(Source source, UUID to) {
    return service
        .get(source, "/changes")
        .getString(
            "items.find { it.status == 'CONFIRMED' && it.toSnapshotId == '%s' }.fromSnapshotId"
                .formatted(to));
  }

  private static Object[] strings(UUID... ids) {
    return Stream.of(ids).map(UUID::toString).toArray();
  }

  private static String plan(String price, String claim) {
    return "<html lang=en><title>Pricing</title><main><h1>Pricing</h1><p>"
        + claim
        + "</p><div class=card><h3>Pro</h3><p>"
        + price
        + " per month</p></div></main></html>";
  }

  private static String about(String claim) {
    return "<html lang=en><main><h1>About</h1><p>"
        + claim
        + "</p><p>We are 40 people in Lisbon and Graz.</p></main></html>";
  }
}
