package io.competitoriq.process.change;

import io.competitoriq.messages.FactChange;
import io.competitoriq.process.change.DiffView.End;
import io.competitoriq.process.change.DiffView.HunkView;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Two versions of a source side by side, facts first.
///
/// @param lastSeen how far the reader had looked; null when never
/// @param versions those to choose from, newest first
/// @param hunks in reading order, ignored ones included
/// @param truncated whether lines were left out
/// @param totalLines lines of all hunks, those left out included
public record SourceDiff(
    UUID sourceId,
    End from,
    End to,
    @Nullable Mark lastSeen,
    List<KnownVersion> versions,
    List<FactChange> facts,
    List<HunkView> hunks,
    boolean truncated,
    int totalLines) {

  static SourceDiff of(
      UUID sourceId,
      VersionPair pair,
      @Nullable Mark lastSeen,
      List<KnownVersion> versions,
      List<FactChange> facts) {
    return new SourceDiff(
        sourceId,
        End.of(pair.from()),
        End.of(pair.to()),
        lastSeen,
        versions,
        facts,
        List.of(),
        false,
        0);
  }

  SourceDiff laid(DiffLayout.Layout layout) {
    return new SourceDiff(
        sourceId,
        from,
        to,
        lastSeen,
        versions,
        facts,
        layout.hunks(),
        layout.truncated(),
        layout.totalLines());
  }

  /// The version a member looked at last.
  public record Mark(UUID documentId, Instant seenAt) {}
}
