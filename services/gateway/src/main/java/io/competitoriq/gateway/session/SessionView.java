package io.competitoriq.gateway.session;

import java.util.Locale;
import java.util.UUID;

/// The session as the web application sees it.
public record SessionView(MemberView member, WorkspaceView workspace) {

  /// @param role `viewer`, `analyst`, `admin` or `owner`
  /// @param queueAdmin whether the member may operate the job queues of the installation
  record MemberView(UUID id, String name, String email, String role, boolean queueAdmin) {}

  /// @param closed whether it is to be erased, so that nobody works in it
  /// @param demo whether nothing in it is real
  record WorkspaceView(UUID id, String name, boolean closed, boolean demo) {}

  public static SessionView of(SignedIn signedIn) {
    return new SessionView(
        new MemberView(
            signedIn.memberId(),
            signedIn.name(),
            signedIn.email(),
            signedIn.role().name().toLowerCase(Locale.ROOT),
            signedIn.queueAdmin()),
        new WorkspaceView(
            signedIn.workspaceId(), signedIn.workspaceName(), signedIn.closed(), signedIn.demo()));
  }
}
