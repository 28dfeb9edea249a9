package io.competitoriq.crawl.snapshot;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/// Joins to snapshots what lies beside them. Every call needs a workspace transaction around it.
@ApplicationScoped
class SnapshotViews {
  private final ExhibitRepository exhibits;
  private final ReleaseRepository releases;

  SnapshotViews(ExhibitRepository exhibits, ReleaseRepository releases) {
    this.exhibits = exhibits;
    this.releases = releases;
  }

  /// As many views as snapshots, in their order.
  Uni<List<SnapshotView>> of(List<Snapshot> snapshots) {
    List<UUID> ids = snapshots.stream().map(row -> row.id).toList();
    return exhibits
        .of(ids)
        .chain(
            shown ->
                releases
                    .of(ids)
                    .map(
                        released ->
                            snapshots.stream()
                                .map(
                                    row ->
                                        SnapshotView.of(
                                            row,
                                            shown.getOrDefault(row.id, List.of()),
                                            released.get(row.id)))
                                .toList()));
  }
}
