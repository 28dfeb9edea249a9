package io.competitoriq.tenancy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a member may do; each role includes the ones before it.
public enum Role {
  /// Reads.
  VIEWER,
  /// Tracks competitors and triages signals.
  ANALYST,
  /// Manages members, connectors and the queues.
  ADMIN,
  /// Owns the workspace.
  OWNER;

  /// The names a token carries: this role and all it includes.
  public Set<String> included() {
    return Arrays.stream(values())
        .filter(role -> role.compareTo(this) <= 0)
        .map(role -> role.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.toUnmodifiableSet());
  }
}
