package io.competitoriq.gateway.route;

import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.http.Problems;
import java.util.regex.Pattern;

/// What still goes in a workspace that is to be erased: seeing that, taking it back, one's own
/// account, going elsewhere. A pure decision.
final class ClosedWorkspace {

  private static final Pattern OPEN =
      Pattern.compile("/api/v1/(session(/.*)?|account(/.*)?|workspace/erasure)");

  private ClosedWorkspace() {}

  static boolean allows(String path) {
    return OPEN.matcher(path).matches();
  }

  /// @throws io.competitoriq.http.ProblemException 403 when the workspace is closed
  static void require(SignedIn who, String path) {
    if (who.closed() && !allows(path)) {
      throw Problems.forbidden(
          "workspace-closed",
          "This workspace is closed and will be erased. An owner can take that back under Settings,"
              + " Data, until it begins.");
    }
  }
}
