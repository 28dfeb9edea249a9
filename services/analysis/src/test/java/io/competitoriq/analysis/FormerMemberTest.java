package io.competitoriq.analysis;

import static io.competitoriq.analysis.Changes.proRaised;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
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

/// What is left here of a person who had themselves erased, and what a workspace shows that is
/// closed.
@QuarkusTest
@WithEmbeddedServers("analysis")
class FormerMemberTest {

  /// Whom the tokens of the tests stand for.
  private static final UUID AUTHOR = new UUID(0, 1);

  private static final String ADA = "ada@example.com";

  private static final Map<String, Object> VIEW =
      Map.of("category", List.of(), "severity", List.of(), "triage", List.of());

  private final UUID workspace = UUID.randomUUID();
  private final Service service;

  FormerMemberTest(Service service) {
    this.service = service;
  }

  @Test
  void whatTheyWroteStaysWithoutTheirNameAndAddress() {
    // Given
    String signal = service.raise(workspace, proRaised("Pricing")).getString("id");
    comment(signal, "Ada", "dana@example.com").then().statusCode(201);
    String alone = channel("alone", ADA);
    String shared = channel("shared", "team@example.com, Ada@example.com");
    TestDatabase.execute(
        """
        insert into analysis.outbox_mail (id, workspace_id, recipients, subject, body_text, body_html, created_at)
          values (gen_random_uuid(), '%1$s', '{ada@example.com}', 's', 't', 'h', now()),
                 (gen_random_uuid(), '%1$s', '{ada@example.com,dana@example.com}', 's', 't', 'h', now())\
        """
            .formatted(workspace));
    await().atMost(Duration.ofSeconds(20)).until(() -> rows("outbox_mail", "true") == 3);
    // When
    forget(AUTHOR, ADA).then().statusCode(204);
    forget(AUTHOR, ADA).then().statusCode(204);
    // Then
    assertThat(rows("signal_comment", "body = 'Look at this'")).isEqualTo(1);
    assertThat(rows("mention_mail", "author = 'former member'")).isEqualTo(1);
    assertThat(rows("outbox_mail", "recipients = '{dana@example.com}'")).isEqualTo(1);
    assertThat(rows("outbox_mail", "true")).isEqualTo(1);
    assertThat(rows("channel", "id = '" + shared + "' and enabled and target = 'team@example.com'"))
        .isEqualTo(1);
    assertThat(rows("channel", "id = '" + alone + "' and not enabled and trouble is not null"))
        .isEqualTo(1);
    for (String table : List.of("mention_mail", "outbox_mail", "channel", "delivery", "digest")) {
      assertThat(rows(table, "lower(t::text) like '%" + ADA + "%'")).as(table).isZero();
    }
  }

  @Test
  void onlyTheGatewayInAnOwnersNameMayForget() {
    service
        .as(workspace, "admin")
        .body(Map.of("memberId", AUTHOR, "email", ADA))
        .post("/workspace/former-members")
        .then()
        .statusCode(403);
    service.as(workspace, "admin").post("/workspace/forgetting").then().statusCode(403);
    service.as(workspace, "admin").get("/workspace/rows/signals").then().statusCode(403);
  }

  @Test
  void aClosedWorkspaceShowsNothingToStrangers() {
    // Given
    String feed =
        service
            .as(workspace, "analyst")
            .body(Map.of("name", "Prices", "query", VIEW))
            .post("/view-feeds")
            .then()
            .statusCode(201)
            .extract()
            .path("path");
    given().get(feed).then().statusCode(200);
    // When
    service.as(workspace, "owner").put("/workspace/closure").then().statusCode(204);
    // Then
    given().get(feed).then().statusCode(404);
    service.as(workspace, "owner").delete("/workspace/closure").then().statusCode(204);
    given().get(feed).then().statusCode(200);
  }

  @Test
  void rowsAreTakenAlongWithoutSecretsAndThenForgotten() {
    // Given
    service.raise(workspace, proRaised("Pricing"));
    channel("mail", ADA);
    UUID other = UUID.randomUUID();
    service.raise(other, proRaised("Pricing"));
    var owner = service.as(workspace, "owner");
    // When
    Response page = owner.get("/workspace/rows/channels");
    // Then
    page.then().statusCode(200).body("lines", hasSize(1));
    assertThat(page.<String>path("lines[0]")).contains("\"mail\"").doesNotContain("sealed");
    service
        .as(workspace, "owner")
        .get("/workspace/rows/channels?after=" + page.path("next"))
        .then()
        .body("lines", hasSize(0))
        .body("next", equalTo(null));
    service.as(workspace, "owner").get("/workspace/rows/nothing").then().statusCode(404);
    while (forgotten() > 0) {
      assertThat(rows("signal", "true")).isLessThanOrEqualTo(1);
    }
    assertThat(rows("signal", "true") + rows("evidence", "true") + rows("channel", "true"))
        .isZero();
    assertThat(TestDatabase.queryLong("select count(*) from analysis.signal")).isPositive();
  }

  private int forgotten() {
    return service.as(workspace, "owner").post("/workspace/forgetting").path("rows");
  }

  private Response forget(UUID member, String email) {
    return service
        .as(workspace, "owner")
        .body(Map.of("memberId", member, "email", email))
        .post("/workspace/former-members");
  }

  private Response comment(String signal, String author, String email) {
    UUID named = UUID.randomUUID();
    var tell = List.of(Map.of("memberId", named, "email", email));
    return service
        .as(workspace, "analyst")
        .body(
            Map.of(
                "body", "Look at this", "mentions", List.of(named), "author", author, "tell", tell))
        .post("/told-comments/" + signal);
  }

  private String channel(String name, String target) {
    return service
        .as(workspace, "admin")
        .body(Map.of("name", name, "kind", "EMAIL", "target", target))
        .post("/channels")
        .then()
        .statusCode(201)
        .extract()
        .path("id");
  }

  private long rows(String table, String where) {
    return TestDatabase.queryLong(
        "select count(*) from analysis.%s t where workspace_id = '%s' and %s"
            .formatted(table, workspace, where));
  }
}
