package io.competitoriq.process.change;

import io.competitoriq.process.document.Documents;
import io.competitoriq.process.document.Documents.NumberedVersion;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/// The versions of a source a reader may want to compare. A page with a clock has a version for
/// every visit, so those that changed something are listed however old they are, and of the others
/// only the newest.
@ApplicationScoped
class KnownVersions {

  private static final int NEWEST = 10;
  private static final int MOST_CHANGED = 40;

  private final ChangeRepository changes;
  private final Documents documents;

  KnownVersions(ChangeRepository changes, Documents documents) {
    this.changes = changes;
    this.documents = documents;
  }

  /// Newest first: the newest 10, the latest 40 that changed something, the oldest, and those
  /// named. In the caller's transaction.
  Uni<List<KnownVersion>> of(Mutiny.Session session, UUID sourceId, Collection<UUID> named) {
    return changes
        .told(sourceId, MOST_CHANGED)
        .map(
            rows ->
                rows.stream()
                    .map(ChangeView::of)
                    .collect(Collectors.groupingBy(ChangeView::toSnapshotId)))
        .chain(
            told ->
                documents
                    .choose(session, sourceId, NEWEST, told.keySet(), named)
                    .map(versions -> noted(versions, told)));
  }

  private static List<KnownVersion> noted(
      List<NumberedVersion> versions, Map<UUID, List<ChangeView>> told) {
    List<KnownVersion> known = new ArrayList<>();
    for (int i = 0; i < versions.size(); i++) {
      NumberedVersion version = versions.get(i);
      int next = i + 1 < versions.size() ? versions.get(i + 1).number() : version.number() + 1;
      List<ChangeView> changes = told.getOrDefault(version.head().snapshotId(), List.of());
      known.add(KnownVersion.of(version, changes, next - version.number() - 1));
    }
    return known;
  }
}
