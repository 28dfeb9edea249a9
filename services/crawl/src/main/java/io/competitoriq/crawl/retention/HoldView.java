package io.competitoriq.crawl.retention;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Evidence that stays whatever the rules say.
///
/// @param snapshotId the one snapshot on hold; null: all of the source, those to come included
/// @param placedBy the member who placed it
/// @param liftedBy null while it is in force
public record HoldView(
    UUID id,
    UUID sourceId,
    @Nullable UUID snapshotId,
    String reason,
    UUID placedBy,
    Instant placedAt,
    @Nullable UUID liftedBy,
    @Nullable Instant liftedAt) {

  static HoldView of(StoredHold row) {
    return new HoldView(
        row.id,
        row.sourceId,
        row.snapshotId,
        row.reason,
        row.placedBy,
        row.placedAt,
        row.liftedBy,
        row.liftedAt);
  }
}
