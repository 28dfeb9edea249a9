package io.competitoriq.gateway.oidc;

import io.competitoriq.tenancy.Role;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// What the provider lets a person do here.
///
/// @param workspaces names or ids, in the provider's order; empty means the installation's oldest
record Grant(Role role, boolean queueAdmin, List<String> workspaces) {

  /// Whether it holds for a workspace.
  boolean names(UUID workspaceId, String workspaceName) {
    return workspaces.isEmpty()
        || workspaces.stream()
            .anyMatch(
                each ->
                    each.equalsIgnoreCase(workspaceName)
                        || each.toLowerCase(Locale.ROOT).equals(workspaceId.toString()));
  }
}
