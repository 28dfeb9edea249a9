package io.competitoriq.process.change;

import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.TextChange;
import io.competitoriq.process.document.Documents.VersionHead;
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
public record KnownVersion(
    UUID documentId, UUID snapshotId, Instant fetchedAt, int facts, int texts, List<String> about) {

  private static final int MOST_NAMES = 3;

  public KnownVersion {
    about = List.copyOf(about);
  }

  /// @param changes those the version raised; suppressed ones are noise and do not count
  static KnownVersion of(VersionHead head, List<ChangeView> changes) {
    List<ChangeView> told =
        changes.stream().filter(change -> change.status() != ChangeStatus.SUPPRESSED).toList();
    Set<String> names = new LinkedHashSet<>();
    told.forEach(change -> change.facts().stream().map(FactChange::subject).forEach(names::add));
    told.forEach(
        change -> change.texts().stream().flatMap(KnownVersion::heading).forEach(names::add));
    return new KnownVersion(
        head.documentId(),
        head.snapshotId(),
        head.fetchedAt(),
        told.stream().mapToInt(change -> change.facts().size()).sum(),
        told.stream().mapToInt(change -> change.texts().size()).sum(),
        names.stream().limit(MOST_NAMES).toList());
  }

  private static Stream<String> heading(TextChange text) {
    return text.path().isEmpty() ? Stream.empty() : Stream.of(text.path().getLast());
  }
}
