package io.competitoriq.process.change;

import io.competitoriq.messages.ChangeKind;
import io.competitoriq.messages.FactChange;
import io.competitoriq.process.evidence.Version;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Two versions of a page side by side.
///
/// @param hunks in reading order, ignored ones included
/// @param truncated whether lines were left out
/// @param totalLines lines of all hunks, those left out included
public record DiffView(
    UUID changeId,
    End from,
    End to,
    List<FactChange> facts,
    List<HunkView> hunks,
    boolean truncated,
    int totalLines) {

  /// One of the two versions.
  public record End(UUID documentId, UUID snapshotId, Instant fetchedAt) {
    static End of(Version version) {
      return new End(version.documentId(), version.snapshotId(), version.fetchedAt());
    }
  }

  /// Lines that changed together, with the lines around them.
  ///
  /// @param ignoredBy why they are no news; null when they are
  /// @param ruleId the ignore rule that says so; null when none does
  public record HunkView(
      String id,
      List<String> path,
      ChangeKind kind,
      @Nullable String ignoredBy,
      @Nullable UUID ruleId,
      List<Line> lines) {

    HunkView by(UUID rule) {
      return new HunkView(id, path, kind, ignoredBy, rule, lines);
    }

    /// The same with its first lines only, at most so many.
    HunkView first(int most) {
      return lines.size() <= most
          ? this
          : new HunkView(id, path, kind, ignoredBy, ruleId, lines.subList(0, most));
    }
  }

  /// @param kind `ctx`, `add` or `del`
  /// @param oldNo number of the line in the old version, from 1
  /// @param newNo number of the line in the new version, from 1
  /// @param blockId the block of its version: of the old one for `del`, of the new one otherwise
  public record Line(
      String kind, @Nullable Integer oldNo, @Nullable Integer newNo, String text, String blockId) {}
}
