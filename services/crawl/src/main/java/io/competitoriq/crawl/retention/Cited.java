package io.competitoriq.crawl.retention;

import java.util.List;
import java.util.UUID;

/// What process says of snapshots.
///
/// @param cited those a confirmed change, a current fact or a signal was read from
/// @param needed those it has not read yet, or compares with what comes
record Cited(List<UUID> cited, List<UUID> needed) {
  Cited {
    cited = List.copyOf(cited);
    needed = List.copyOf(needed);
  }

  /// Whether the rule lets the snapshot's bodies go.
  boolean spares(UUID snapshotId, Rule rule) {
    return needed.contains(snapshotId) || rule.keepChanged() && cited.contains(snapshotId);
  }
}
