package io.competitoriq.competitors.pack;

import io.competitoriq.competitors.discovery.Discoveries;
import io.competitoriq.competitors.discovery.Findings;
import io.competitoriq.competitors.schedule.Schedules;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Packs as people see and use them.
@ApplicationScoped
public class Packs {

  private final WorkspaceTransactions transactions;
  private final Discoveries discoveries;
  private final Schedules schedules;

  Packs(WorkspaceTransactions transactions, Discoveries discoveries, Schedules schedules) {
    this.transactions = transactions;
    this.discoveries = discoveries;
    this.schedules = schedules;
  }

  /// All packs; with a discovery, each with what has been found for it so far.
  ///
  /// Fails with 422 `discovery-not-found`.
  Uni<List<SourcePackView>> all(UUID workspaceId, @Nullable UUID discoveryId) {
    return discoveryId == null
        ? Uni.createFrom().item(() -> views(null))
        : transactions.in(workspaceId, _ -> discoveries.findings(discoveryId)).map(this::views);
  }

  private List<SourcePackView> views(@Nullable Findings findings) {
    return KnownPacks.ALL.stream()
        .map(pack -> SourcePackView.of(pack, findings, schedules::planned))
        .toList();
  }

  /// What a pack makes of the findings.
  ///
  /// Fails with 422 `pack-not-found`.
  public Packed packed(String id, Findings findings) {
    return Packed.of(KnownPacks.named(id), findings, schedules::planned);
  }
}
