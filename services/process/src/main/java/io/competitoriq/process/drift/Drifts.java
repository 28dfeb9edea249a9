package io.competitoriq.process.drift;

import io.competitoriq.process.drift.ReadVersions.Whose;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Compares the newest versions of each source with its own history.
@ApplicationScoped
public class Drifts {

  private final ReadVersions versions;
  private final WorkspaceTransactions transactions;

  Drifts(ReadVersions versions, WorkspaceTransactions transactions) {
    this.versions = versions;
    this.transactions = transactions;
  }

  /// The sources of a competitor that drifted.
  public Uni<List<Drift>> of(UUID workspaceId, UUID competitorId) {
    return of(workspaceId, new Whose.Competitor(competitorId));
  }

  Uni<List<Drift>> of(UUID workspaceId, Whose whose) {
    return transactions
        .in(workspaceId, session -> versions.of(session, whose))
        .map(
            sources ->
                sources.entrySet().stream()
                    .map(source -> Collapse.of(source.getKey(), source.getValue()))
                    .flatMap(Optional::stream)
                    .toList());
  }
}
