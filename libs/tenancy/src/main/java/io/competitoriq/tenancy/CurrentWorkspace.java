package io.competitoriq.tenancy;

import io.competitoriq.http.Problems;
import jakarta.enterprise.context.RequestScoped;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// The workspace and member that the request's internal token names.
@RequestScoped
public class CurrentWorkspace {

  private final JsonWebToken token;

  CurrentWorkspace(JsonWebToken token) {
    this.token = token;
  }

  /// @throws io.competitoriq.http.ProblemException 401 without a usable token
  public UUID id() {
    return uuid(token.getClaim(ServiceTokens.WORKSPACE_CLAIM));
  }

  /// @throws io.competitoriq.http.ProblemException 401 without a usable token
  public UUID memberId() {
    return uuid(token.getSubject());
  }

  private static UUID uuid(Object claim) {
    try {
      return UUID.fromString(String.valueOf(claim));
    } catch (IllegalArgumentException missing) {
      throw Problems.unauthorized("sign-in-required", "Sign in and try again.");
    }
  }
}
