package io.competitoriq.gateway.profile;

import static io.competitoriq.gateway.Installation.signIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.People;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class AccountTest {

  private static final String WANTED = "seven quiet lighthouses";

  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
  }

  @Test
  void aNewNameIsSeenAtOnce() {
    installation
        .owner()
        .body(Map.of("name", " Ada L. "))
        .patch("/api/v1/account")
        .then()
        .statusCode(204);

    installation.owner().get("/api/v1/session").then().body("member.name", equalTo("Ada L."));
  }

  @Test
  void aChangedPasswordEndsTheOtherSessions() {
    // Given
    String elsewhere = signIn(Installation.EMAIL, Installation.PASSWORD).cookie("ciq_session");
    // When
    change(installation.owner(), Installation.PASSWORD, WANTED).then().statusCode(204);
    // Then
    installation.owner().get("/api/v1/session").then().statusCode(200);
    as(elsewhere).get("/api/v1/session").then().statusCode(401);
    signIn(Installation.EMAIL, Installation.PASSWORD).then().statusCode(401);
    signIn(Installation.EMAIL, WANTED).then().statusCode(200);
  }

  @Test
  void theCurrentPasswordIsNeededAndNotGuessed() {
    for (int attempt = 0; attempt < 5; attempt++) {
      change(installation.owner(), "not the password", WANTED)
          .then()
          .statusCode(400)
          .body("errors.field", hasItem("currentPassword"));
    }

    change(installation.owner(), Installation.PASSWORD, WANTED).then().statusCode(429);
  }

  @Test
  void theRuleForPasswordsIsTheSameHere() {
    change(installation.owner(), Installation.PASSWORD, "passwordpassword")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:ciq:problem:password-refused"));
    signIn(Installation.EMAIL, Installation.PASSWORD).then().statusCode(200);
  }

  @Test
  void aPersonSeesTheirBrowsersAndEndsOneOrAllOthers() {
    // Given
    String second = signIn(Installation.EMAIL, Installation.PASSWORD).cookie("ciq_session");
    String third = signIn(Installation.EMAIL, Installation.PASSWORD).cookie("ciq_session");
    People.join(installation, "ben@example.com", "VIEWER");
    // When
    Response seen = as(second).get("/api/v1/account/sessions");
    // Then
    seen.then()
        .body("items", hasSize(3))
        .body("items.findAll { it.current }", hasSize(1))
        .body("items[0].workspace", equalTo("Analysts"))
        .body("items[0].address", equalTo("127.0.0.1"));
    assertThat(seen.<String>path("items[0].userAgent")).contains("Apache-HttpClient");

    String other = as(third).get("/api/v1/account/sessions").path("items.find { it.current }.id");
    as(second).delete("/api/v1/account/sessions/" + other).then().statusCode(204);
    as(third).get("/api/v1/session").then().statusCode(401);
    as(second).delete("/api/v1/account/sessions/" + other).then().statusCode(404);

    as(second).delete("/api/v1/account/sessions").then().statusCode(204);
    installation.owner().get("/api/v1/session").then().statusCode(401);
    as(second).get("/api/v1/account/sessions").then().body("items", hasSize(1));
  }

  @Test
  void nobodyEndsASessionOfSomebodyElse() {
    People ben = People.join(installation, "ben@example.com", "ADMIN");
    String owners = installation.owner().get("/api/v1/account/sessions").path("items[0].id");

    ben.asks().delete("/api/v1/account/sessions/" + owners).then().statusCode(404);

    installation.owner().get("/api/v1/session").then().statusCode(200);
  }

  @Test
  void aMemberOfTwoWorkspacesGoesFromOneToTheOther() {
    // Given
    UUID other = UUID.randomUUID();
    TestDatabase.execute(
        "insert into gateway.workspace (id, name) values ('" + other + "', 'Research')");
    as(installation.cookie())
        .body(Map.of("workspaceId", other))
        .post("/api/v1/session/workspace")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:ciq:problem:workspace-not-found"));
    TestDatabase.execute(
        """
        insert into gateway.member (id, workspace_id, account_id, role)
          select gen_random_uuid(), '%s', id, 'VIEWER' from gateway.account\
        """
            .formatted(other));
    installation
        .owner()
        .get("/api/v1/account/workspaces")
        .then()
        .body("items.name", contains("Analysts", "Research"))
        .body("items.current", contains(true, false));
    // When
    installation
        .owner()
        .body(Map.of("workspaceId", other))
        .post("/api/v1/session/workspace")
        .then()
        .statusCode(204);
    // Then
    installation
        .owner()
        .get("/api/v1/session")
        .then()
        .body("workspace.name", equalTo("Research"))
        .body("member.role", equalTo("viewer"));
    installation.owner().get("/api/v1/invitations").then().statusCode(403);
  }

  private static Response change(RequestSpecification by, String current, String wanted) {
    return by.body(Map.of("currentPassword", current, "password", wanted))
        .put("/api/v1/account/password");
  }

  private static RequestSpecification as(String cookie) {
    return Installation.own().cookie("ciq_session", cookie);
  }
}
