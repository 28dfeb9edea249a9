package io.competitoriq.gateway.erasure;

import static io.competitoriq.gateway.Installation.own;
import static io.competitoriq.gateway.Installation.signIn;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.People;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.vertx.pgclient.PgConnectOptions;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class AccountErasureTest {

  private static final String BEN = "ben@example.com";

  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
  }

  @Test
  void nothingOfTheGatewayNamesAPersonWhoWasErased() throws SQLException {
    // Given
    People ben = People.join(installation, BEN, "ADMIN");
    People.invite(ben.asks(), "guest@example.com", "VIEWER").then().statusCode(201);
    ben.asks().body(Map.of("name", "Benjamin")).patch("/api/v1/account").then().statusCode(204);
    own().body(Map.of("email", BEN)).post("/api/v1/password-resets");
    assertThat(EveryColumn.holding("gateway", BEN)).contains("gateway.audit_entry.subject");
    // When
    erase(ben.asks(), BEN, People.PASSWORD).then().statusCode(204);
    // Then
    assertThat(EveryColumn.holding("gateway", BEN)).isEmpty();
    assertThat(EveryColumn.holding("gateway", "Benjamin")).isEmpty();
    ben.asks().get("/api/v1/session").then().statusCode(401);
    signIn(BEN, People.PASSWORD).then().statusCode(401);
    installation
        .owner()
        .get("/api/v1/audit-chain")
        .then()
        .statusCode(200)
        .body("firstBreak", nullValue());
    installation
        .owner()
        .get("/api/v1/audit-entries")
        .then()
        .body("items.action", hasItem("ACCOUNT_ERASED"));
  }

  @Test
  void anInvitationOfSomebodyWhoIsGoneStillLetsIn() {
    // Given
    People ben = People.join(installation, BEN, "ADMIN");
    String link = People.invite(ben.asks(), "guest@example.com", "VIEWER").path("link");
    // When
    erase(ben.asks(), BEN, People.PASSWORD).then().statusCode(204);
    // Then
    People.accept(link, "Guest", People.PASSWORD).then().statusCode(201);
    installation.owner().get("/api/v1/invitations").then().statusCode(200);
  }

  @Test
  void theOnlyOwnerIsToldWhatToDoFirst() {
    People ben = People.join(installation, BEN, "ADMIN");

    erase(installation.owner(), Installation.EMAIL, Installation.PASSWORD)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:ciq:problem:last-owner"));

    installation
        .owner()
        .body(Map.of("role", "OWNER"))
        .patch("/api/v1/members/" + ben.memberId())
        .then()
        .statusCode(204);
    erase(installation.owner(), Installation.EMAIL, Installation.PASSWORD)
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:ciq:problem:last-queue-admin"));
    installation.owner().put("/api/v1/queue-admins/" + BEN).then().statusCode(200);
    erase(installation.owner(), Installation.EMAIL, Installation.PASSWORD).then().statusCode(204);
    ben.asks().get("/api/v1/members").then().statusCode(200).body("items.size()", equalTo(1));
  }

  @Test
  void itTakesThePersonThemselvesAndNoSlip() {
    People ben = People.join(installation, BEN, "VIEWER");

    erase(ben.asks(), "someone@example.com", People.PASSWORD)
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("email"));
    erase(ben.asks(), BEN, "not the password")
        .then()
        .statusCode(400)
        .body("errors.field", hasItem("password"));
    TestDatabase.execute("update gateway.session set created_at = created_at - interval '1 hour'");
    ben.asks()
        .body(Map.of("email", BEN))
        .delete("/api/v1/account")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:ciq:problem:sign-in-again"));

    TestDatabase.execute("update gateway.session set created_at = created_at + interval '1 hour'");
    ben.asks().body(Map.of("email", BEN)).delete("/api/v1/account").then().statusCode(204);
  }

  @Test
  void theOperatorErasesByAddress() throws SQLException {
    People.join(installation, BEN, "VIEWER");
    // The functions of analysis are its own tests' business; its schema is not in this database.
    TestDatabase.execute(
        """
        create schema if not exists analysis;
        create or replace function analysis.forget_person(uuid, text) returns bigint
          language sql as 'select 0::bigint'\
        """);

    assertThat(operator("nobody@example.com")).isEqualTo(ErasePerson.UNKNOWN);
    assertThat(operator(Installation.EMAIL)).isEqualTo(ErasePerson.REFUSED);
    assertThat(operator(" Ben@Example.com")).isEqualTo(ErasePerson.ERASED);

    assertThat(EveryColumn.holding("gateway", BEN)).isEmpty();
    installation.owner().get("/api/v1/audit-chain").then().body("firstBreak", nullValue());
  }

  private static int operator(String email) {
    String url = requireNonNull(System.getProperty("ciq.test.jdbc-url"));
    var address =
        PgConnectOptions.fromUri(url.substring("jdbc:".length()))
            .setUser("postgres")
            .setPassword("");
    var printed = new ByteArrayOutputStream();
    return ErasePerson.run(address, email, new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  private static Response erase(RequestSpecification by, String email, String password) {
    return by.body(Map.of("email", email, "password", password)).delete("/api/v1/account");
  }
}
