package io.competitoriq.gateway;

import static io.competitoriq.gateway.Installation.own;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/// People of an installation beside its owner.
///
/// @param cookie the session token
/// @param memberId in the workspace of the session
public record People(String cookie, String memberId) {

  public static final String PASSWORD = "a kettle sings at dawn";

  /// The owner asks somebody to join.
  ///
  /// @return the answer, with the link
  public static Response invite(RequestSpecification by, String email, String role) {
    return by.body(Map.of("email", email, "role", role)).post("/api/v1/invitations");
  }

  /// Answers an invitation with a new account.
  public static Response accept(String link, String name, String password) {
    return own()
        .body(Map.of("token", MailBox.token(link), "name", name, "password", password))
        .post("/api/v1/invitations/accept");
  }

  /// Somebody who was invited by the owner and joined.
  public static People join(Installation installation, String email, String role) {
    String link = invite(installation.owner(), email, role).path("link");
    Response accepted = accept(link, "Member " + role, PASSWORD);
    return new People(accepted.cookie("ciq_session"), accepted.path("member.id"));
  }

  /// A request of theirs.
  public RequestSpecification asks() {
    return own().cookie("ciq_session", cookie);
  }
}
