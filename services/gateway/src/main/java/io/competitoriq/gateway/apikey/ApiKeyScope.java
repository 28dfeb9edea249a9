package io.competitoriq.gateway.apikey;

import io.competitoriq.tenancy.Role;

/// What a key may do at most; the member it acts for may be allowed less.
public enum ApiKeyScope {
  /// Reads what a viewer reads.
  READ(Role.VIEWER),
  /// Tracks, triages and asks as an analyst does.
  WRITE(Role.ANALYST),
  /// Changes settings of the workspace as an admin does; never keys, members or accounts.
  ADMIN(Role.ADMIN);

  private final Role role;

  ApiKeyScope(Role role) {
    this.role = role;
  }

  /// The lesser of what the key and its member may do: whoever loses a role loses it in their keys.
  Role roleOf(Role member) {
    return member.compareTo(role) < 0 ? member : role;
  }
}
