package io.competitoriq.gateway.session;

import io.competitoriq.gateway.workspace.Membership;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.Role;
import io.vertx.ext.web.RoutingContext;
import java.util.UUID;

/// Who is asking, and for which workspace: what a session or an API key stands for.
///
/// @param sessionId the session, or the key
/// @param role in that workspace
/// @param queueAdmin whether the account may operate the job queues of the whole installation
/// @param closed whether the workspace is to be erased, so that nobody works in it
/// @param demo whether nothing in the workspace is real
public record SignedIn(
    UUID sessionId,
    UUID workspaceId,
    String workspaceName,
    UUID memberId,
    UUID accountId,
    String name,
    String email,
    Role role,
    boolean queueAdmin,
    boolean closed,
    boolean demo) {

  private static final String KEY = "ciq.signed-in";

  static SignedIn by(UUID sessionId, Membership membership, Person person) {
    return new SignedIn(
        sessionId,
        membership.workspaceId(),
        membership.workspaceName(),
        membership.memberId(),
        person.accountId(),
        person.name(),
        person.email(),
        membership.role(),
        person.queueAdmin(),
        false,
        false);
  }

  /// The person behind a session.
  public record Person(UUID accountId, String name, String email, boolean queueAdmin) {}

  /// Leaves it with the request for whoever handles it next.
  public void attachTo(RoutingContext request) {
    request.put(KEY, this);
  }

  /// Whether the request came with a live session.
  public static boolean isIn(RoutingContext request) {
    return request.get(KEY) != null;
  }

  /// @throws io.competitoriq.http.ProblemException 401 when the request came without a live session
  public static SignedIn of(RoutingContext request) {
    SignedIn signedIn = request.get(KEY);
    if (signedIn == null) {
      throw Problems.unauthorized("sign-in-required", "Sign in and try again.");
    }
    return signedIn;
  }
}
