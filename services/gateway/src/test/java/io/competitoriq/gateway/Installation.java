package io.competitoriq.gateway;

import static io.restassured.RestAssured.given;

import io.competitoriq.testkit.TestDatabase;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;
import java.util.UUID;

/// An installation at its first start, and its owner.
///
/// @param cookie the owner's session token
/// @param workspaceId the workspace set up
public record Installation(String cookie, UUID workspaceId) {

  public static final String EMAIL = "Ada@Example.com";
  public static final String PASSWORD = "correct horse battery";

  /// Nobody has an account.
  public static void empty() {
    // The audit trail refuses to be emptied, even by its owner: only with its triggers off.
    TestDatabase.execute(
        """
        set session_replication_role = replica;
        truncate gateway.api_key, gateway.audit_entry, gateway.audit_head, gateway.sign_in_bucket, gateway.session,
          gateway.member, gateway.invitation, gateway.password_reset, gateway.workspace,
          gateway.account cascade\
        """);
  }

  /// The owner has set it up and is signed in.
  public static Installation fresh() {
    empty();
    Response response = setUp();
    return new Installation(
        response.cookie("ciq_session"), UUID.fromString(response.path("workspace.id")));
  }

  public static Response setUp() {
    return own()
        .body(
            Map.of(
                "workspaceName", "Analysts", "name", "Ada", "email", EMAIL, "password", PASSWORD))
        .post("/api/v1/setup");
  }

  public static Response signIn(String email, String password) {
    return own().body(Map.of("email", email, "password", password)).post("/api/v1/session");
  }

  /// A request of one of our own pages by somebody who is not signed in.
  public static RequestSpecification own() {
    return given().contentType("application/json").header("X-CIQ-CSRF", "1");
  }

  /// A request of one of our own pages by the owner.
  public RequestSpecification owner() {
    return own().cookie("ciq_session", cookie);
  }
}
