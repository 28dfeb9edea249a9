package io.competitoriq.crawl.visit;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How an attempt ended, in words for the reader.
///
/// @param snapshotId the snapshot it left; only with STORED
/// @param bytes size of the body that came, 0 when none did
/// @param reason a sentence that says what happened
/// @param fix a sentence that says what the reader can do, when there is something
public record Ending(
    VisitOutcome outcome,
    @Nullable Integer httpStatus,
    @Nullable UUID snapshotId,
    int bytes,
    String reason,
    @Nullable String fix) {

  /// A new snapshot was stored, for that reason.
  public static Ending stored(int httpStatus, UUID snapshotId, int bytes, String reason) {
    return new Ending(VisitOutcome.STORED, httpStatus, snapshotId, bytes, reason, null);
  }

  /// The content is what it was.
  public static Ending unchanged(int httpStatus, int bytes, String reason) {
    return new Ending(VisitOutcome.UNCHANGED, httpStatus, null, bytes, reason, null);
  }

  /// The same, with another sentence at the end of its reason.
  public Ending noting(String sentence) {
    return new Ending(outcome, httpStatus, snapshotId, bytes, reason + " " + sentence, fix);
  }
}
