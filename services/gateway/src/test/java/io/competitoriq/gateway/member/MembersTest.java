package io.competitoriq.gateway.member;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.People;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class MembersTest {

  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
  }

  @Test
  void aLoweredRoleHoldsAtTheNextRequestHereAndInTheServices() {
    // Given
    People ben = People.join(installation, "ben@example.com", "ADMIN");
    assertThat(rolesShownToAService(ben)).contains("admin", "viewer");
    // When
    change(installation.owner(), ben.memberId(), "VIEWER").then().statusCode(204);
    // Then
    ben.asks().get("/api/v1/session").then().body("member.role", equalTo("viewer"));
    ben.asks().get("/api/v1/invitations").then().statusCode(403);
    assertThat(rolesShownToAService(ben)).contains("viewer").doesNotContain("analyst", "admin");
    assertThat(
            TestDatabase.queryOne(
                "select state_before || state_after from gateway.audit_entry where action ="
                    + " 'MEMBER_ROLE_CHANGED'"))
        .isEqualTo("{\"role\":\"ADMIN\"}{\"role\":\"VIEWER\"}");
  }

  @Test
  void whoIsRemovedIsOutAtOnce() {
    People ben = People.join(installation, "ben@example.com", "ANALYST");

    installation.owner().delete("/api/v1/members/" + ben.memberId()).then().statusCode(204);

    ben.asks().get("/api/v1/session").then().statusCode(401);
    Installation.signIn("ben@example.com", People.PASSWORD).then().statusCode(401);
    installation
        .owner()
        .delete("/api/v1/members/" + ben.memberId())
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:ciq:problem:member-not-found"));
  }

  @Test
  void anAdminEndsTheSessionsOfAnAnalystButNotOfAnOwner() {
    People admin = People.join(installation, "admin@example.com", "ADMIN");
    People ben = People.join(installation, "ben@example.com", "ANALYST");
    String owner = installation.owner().get("/api/v1/members").path("me");

    admin.asks().delete("/api/v1/members/" + ben.memberId() + "/sessions").then().statusCode(204);
    admin.asks().delete("/api/v1/members/" + owner + "/sessions").then().statusCode(403);

    ben.asks().get("/api/v1/session").then().statusCode(401);
    Installation.signIn("ben@example.com", People.PASSWORD).then().statusCode(200);
    installation.owner().get("/api/v1/session").then().statusCode(200);
  }

  @Test
  void theLastOwnerStays() {
    String owner = installation.owner().get("/api/v1/members").path("me");

    change(installation.owner(), owner, "ADMIN")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:ciq:problem:last-owner"));
    installation.owner().delete("/api/v1/members/" + owner).then().statusCode(409);
  }

  @Test
  void twoOwnersWhoLowerEachOtherLeaveOne() throws Exception {
    // Given
    People second = People.join(installation, "second@example.com", "OWNER");
    String first = installation.owner().get("/api/v1/members").path("me");
    // When
    List<Callable<Integer>> both =
        List.of(
            () -> change(installation.owner(), second.memberId(), "VIEWER").statusCode(),
            () -> change(second.asks(), first, "VIEWER").statusCode());
    try (var owners = Executors.newFixedThreadPool(2)) {
      owners.invokeAll(both);
    }
    // Then
    installation.owner().get("/api/v1/members").then().body("items.role", hasItems("OWNER"));
    assertThat(TestDatabase.queryLong("select count(*) from gateway.member where role = 'OWNER'"))
        .isEqualTo(1);
  }

  @Test
  void nobodyReachesIntoAnotherWorkspace() {
    change(installation.owner(), UUID.randomUUID().toString(), "VIEWER").then().statusCode(404);
    change(installation.owner(), "not-an-id", "VIEWER").then().statusCode(404);
    change(installation.owner(), UUID.randomUUID().toString(), "KING").then().statusCode(400);
  }

  private static Response change(RequestSpecification by, String memberId, String role) {
    return by.body(Map.of("role", role)).patch("/api/v1/members/" + memberId);
  }

  /// What the token says that a service gets with a request of theirs.
  private static String rolesShownToAService(People who) {
    Map<String, String> headers = who.asks().get("/api/v1/competitors/echo").path("headers");
    String token =
        headers.entrySet().stream()
            .filter(header -> header.getKey().equalsIgnoreCase("authorization"))
            .findFirst()
            .orElseThrow()
            .getValue();
    return new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8);
  }
}
