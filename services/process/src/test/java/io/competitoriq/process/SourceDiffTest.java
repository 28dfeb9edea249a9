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
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("process")
class SourceDiffTest {

  private static final UUID ADA = new UUID(0, 11);
  private static final UUID BOB = new UUID(0, 12);

  private final Service service;

  SourceDiffTest(Service service) {
    this.service = service;
  }

  @Test
  void whatChangedSinceAMemberLookedLastIsToldToEachMemberApart() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plan("$49", "Answer mail together."), 0);
    service.visit(source, plan("$59", "Answer mail together."), 1);
    service.visit(source, plan("$59", "Answer chats together."), 2);
    List<String> versions = diff(source, ADA, "").getList("versions.documentId");
    assertThat(versions).hasSize(3);
    // When
    see(source, ADA, versions.get(1));
    // Then
    JsonPath ada = diff(source, ADA, "?from=last-seen");
    assertThat(ada.getString("lastSeen.documentId")).isEqualTo(versions.get(1));
    assertThat(ada.getList("facts")).isEmpty();
    assertThat(changedLines(ada))
        .containsExactly("Answer mail together.", "Answer chats together.");
    JsonPath bob = diff(source, BOB, "?from=last-seen");
    assertThat(bob.getString("lastSeen")).isNull();
    assertThat(bob.getInt("facts[0].before.amountMinor")).isEqualTo(4900);
    assertThat(bob.getInt("facts[0].after.amountMinor")).isEqualTo(5900);
    assertThat(bob.getList("facts[0].evidence.side")).containsExactly("BEFORE", "AFTER");
    assertThat(changedLines(bob)).contains("$49/mo", "$59/mo", "Answer chats together.");
  }

  @Test
  void eachVersionSaysInShortWhatItChanged() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plan("$49", "Answer mail together."), 0);
    service.visit(source, plan("$59", "Answer mail together."), 1);
    service.visit(source, plan("$59", "Answer mail together."), 2);
    // When
    JsonPath diff = diff(source, ADA, "");
    // Then
    assertThat(diff.getList("versions.facts")).containsExactly(0, 1, 0);
    assertThat(diff.getList("versions.texts")).containsExactly(0, 0, 0);
    assertThat(diff.getList("versions[1].about")).containsExactly("Pro");
  }

  @Test
  void versionsThatChangedSomethingAreListedHoweverManyQuietOnesCame() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plan("$49", "Answer mail together."), 0);
    service.visit(source, plan("$49", "Answer mail together."), 1);
    service.visit(source, plan("$59", "Answer mail together."), 2);
    for (int day = 3; day < 15; day++) {
      service.visit(source, plan("$59", "Answer mail together."), day);
    }
    // When
    JsonPath diff = diff(source, ADA, "");
    // Then: the newest ten, the one that changed something, the first
    assertThat(diff.getList("versions")).hasSize(12);
    assertThat(diff.getInt("versions[9].skipped")).isEqualTo(2);
    assertThat(diff.getInt("versions[10].facts")).isEqualTo(1);
    assertThat(diff.getInt("versions[10].skipped")).isEqualTo(1);
    assertThat(diff.getInt("versions[11].skipped")).isZero();
    assertThat(diff.getString("from.documentId"))
        .isEqualTo(diff.getString("versions[11].documentId"));
  }

  @Test
  void anyTwoVersionsAreComparedBackwardsToo() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plan("$49", "Answer mail together."), 0);
    service.visit(source, plan("$59", "Answer mail together."), 1);
    List<String> versions = diff(source, ADA, "").getList("versions.documentId");
    // When
    JsonPath back = diff(source, ADA, "?from=" + versions.get(0) + "&to=" + versions.get(1));
    // Then
    assertThat(back.getInt("facts[0].after.amountMinor")).isEqualTo(4900);
    assertThat(changedLines(back)).containsExactly("$59/mo", "$49/mo");
  }

  @Test
  void whoLookedAtTheLatestVersionIsToldNothing() {
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plan("$49", "Answer mail together."), 0);
    see(source, ADA, diff(source, ADA, "").getString("to.documentId"));

    JsonPath diff = diff(source, ADA, "");

    assertThat(diff.getList("hunks")).isEmpty();
    assertThat(diff.getString("from.documentId")).isEqualTo(diff.getString("to.documentId"));
  }

  @Test
  void versionsOfOtherSourcesAndWordsThatNameNoneAreRefused() {
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    Source other =
        new Source(
            source.workspace(),
            source.competitor(),
            UUID.randomUUID(),
            source.kind(),
            source.url());
    service.visit(source, plan("$49", "Answer mail together."), 0);
    service.visit(other, plan("$49", "Answer mail together."), 0);
    String foreign = diff(other, ADA, "").getString("to.documentId");
    String path = "/sources/" + source.id() + "/diff";

    as(source, ADA).get(path + "?from=" + foreign).then().statusCode(404);
    as(source, ADA).get(path + "?from=yesterday").then().statusCode(400);
    as(source, ADA).get("/sources/" + UUID.randomUUID() + "/diff").then().statusCode(404);
    as(Source.of(source.kind(), "https://brightdesk.example/"), ADA)
        .get(path)
        .then()
        .statusCode(404);
  }

  private static List<String> changedLines(JsonPath diff) {
    return diff.getList("hunks.lines.flatten().findAll { it.kind != 'ctx' }.text");
  }

  private static JsonPath diff(Source source, UUID member, String query) {
    return as(source, member)
        .get("/sources/" + source.id() + "/diff" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private static void see(Source source, UUID member, String documentId) {
    as(source, member)
        .contentType("application/json")
        .body(Map.of("documentId", documentId))
        .put("/sources/" + source.id() + "/diff/last-seen")
        .then()
        .statusCode(200);
  }

  private static RequestSpecification as(Source source, UUID member) {
    return given().header("Authorization", TestTokens.bearer(source.workspace(), member, "viewer"));
  }

  private static String plan(String price, String text) {
    return "<main><h1>Pricing</h1><section><h2>Pro</h2><p>%s/mo</p><p>%s</p></section></main>"
        .formatted(price, text);
  }
}
