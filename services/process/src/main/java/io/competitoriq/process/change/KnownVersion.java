package io.competitoriq.process.change;

import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.TextChange;
import io.competitoriq.process.document.Documents.NumberedVersion;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// A version of a source to choose, and what it changed in short.
///
/// @param facts how many facts it changed; 0 for the first one
/// @param texts how many texts it changed
/// @param about what changed, facts first: at most 3 names of subjects or headings
/// @param skipped how many older versions that changed nothing are left out after it
public record KnownVersion(
    UUID documentId,
    UUID snapshotId,
    Instant fetchedAt,
    int facts,
    int texts,
    List<String> about,
    int skipped) {

  private static final int MOST_NAMES = 3;

  public KnownVersion {
    about = List.copyOf(about);
  }

  /// @param changes those the version raised that are no noise
  /// @param skipped how many older versions are left out after it
  static KnownVersion of(NumberedVersion version, List<ChangeView> changes, int skipped) {
    Set<String> names = new LinkedHashSet<>();
    changes.forEach(change -> change.facts().stream().map(FactChange::subject).forEach(names::add));
    changes.forEach(
        change -> change.texts().stream().flatMap(KnownVersion::heading).forEach(names::add));
    return new KnownVersion(
        version.head().documentId(),
        version.head().snapshotId(),
        version.head().fetchedAt(),
        changes.stream().mapToInt(change -> change.facts().size()).sum(),
        changes.stream().mapToInt(change -> change.texts().size()).sum(),
        names.stream().limit(MOST_NAMES).toList(),
        skipped);
  }

  private static Stream<String> heading(TextChange text) {
    return text.path().isEmpty() ? Stream.empty() : Stream.of(text.path().getLast());
  }
}
