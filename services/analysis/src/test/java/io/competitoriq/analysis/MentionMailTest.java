package io.competitoriq.analysis;

import static io.competitoriq.analysis.Changes.proRaised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Members who are named in a comment, at an installation without a mail server.
@QuarkusTest
@WithEmbeddedServers("analysis")
class MentionMailTest {

  /// Whom the tokens of the tests stand for.
  private static final UUID AUTHOR = new UUID(0, 1);

  private final UUID workspace = UUID.randomUUID();
  private final UUID named = UUID.randomUUID();
  private final Service service;

  MentionMailTest(Service service) {
    this.service = service;
  }

  @Test
  void whoIsNamedIsToldOnceAndNobodyElse() {
    // Given
    String signal = service.raise(workspace, proRaised("Pricing")).getString("id");
    UUID bystander = UUID.randomUUID();
    // When
    comment(
            signal,
            List.of(named, AUTHOR),
            List.of(
                to(named, "dana@example.com"),
                to(AUTHOR, "author@example.com"),
                to(bystander, "bystander@example.com")))
        .then()
        .statusCode(201);
    // Then
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> outbox().then().body("items", hasSize(1)));
    assertThat(outbox().<List<String>>path("items[0].recipients"))
        .containsExactly("dana@example.com");
    assertThat(outbox().<String>path("items[0].subject")).startsWith("Ada named you: Pro raised");
    assertThat(outbox().<String>path("items[0].text"))
        .contains("Look at this", "/signals/" + signal);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(
            () ->
                TestDatabase.queryLong(
                        "select count(*) from analysis.mention_mail where told_at is not null"
                            + " and workspace_id = '"
                            + workspace
                            + "'")
                    == 1);
    service
        .as(workspace, "viewer")
        .get("/signals/" + signal + "/comments")
        .then()
        .body("", hasSize(1));
  }

  @Test
  void addressThatIsNoneIsRefusedAndViewersCommentNothing() {
    String signal = service.raise(workspace, proRaised("Pricing")).getString("id");

    comment(signal, List.of(named), List.of(to(named, "no address"))).then().statusCode(400);
    service
        .as(workspace, "viewer")
        .body(Map.of("body", "x", "author", "Ada", "tell", List.of()))
        .post("/told-comments/" + signal)
        .then()
        .statusCode(403);
    outbox().then().body("items", hasSize(0));
  }

  private Response comment(String signal, List<UUID> mentions, List<Map<String, Object>> tell) {
    return service
        .as(workspace, "analyst")
        .body(Map.of("body", "Look at this", "mentions", mentions, "author", "Ada", "tell", tell))
        .post("/told-comments/" + signal);
  }

  private static Map<String, Object> to(UUID member, String email) {
    return Map.of("memberId", member, "email", email);
  }

  private Response outbox() {
    return service.as(workspace, "analyst").get("/outbox");
  }
}
