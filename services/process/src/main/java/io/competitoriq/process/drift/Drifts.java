package io.competitoriq.process.drift;

import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Compares the newest versions of each source with its own history.
@ApplicationScoped
class Drifts {

  private final ReadVersions versions;
  private final WorkspaceTransactions transactions;

  Drifts(ReadVersions versions, WorkspaceTransactions transactions) {
    this.versions = versions;
    this.transactions = transactions;
  }

  /// The sources that drifted.
  ///
  /// @param competitorId null for the whole workspace
  Uni<List<Drift>> of(UUID workspaceId, @Nullable UUID competitorId) {
    return transactions
        .in(workspaceId, session -> versions.bySource(session, competitorId))
        .map(
            sources ->
                sources.entrySet().stream()
                    .map(source -> Collapse.of(source.getKey(), source.getValue()))
                    .flatMap(Optional::stream)
                    .toList());
  }
}
