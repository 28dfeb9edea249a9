package io.competitoriq.competitors.bulk;

import io.competitoriq.competitors.competitor.Tagging;
import io.competitoriq.competitors.source.Pausing;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/// Edits of many sources or competitors at once, in one transaction. What is asked for and is so
/// already stays as it is, so that asking again changes nothing.
@ApplicationScoped
class BulkEdits {

  private final WorkspaceTransactions transactions;
  private final Pausing pausing;
  private final Tagging tagging;

  BulkEdits(WorkspaceTransactions transactions, Pausing pausing, Tagging tagging) {
    this.transactions = transactions;
    this.pausing = pausing;
    this.tagging = tagging;
  }

  Uni<BulkOutcome> sources(UUID workspaceId, SourceBulkResource.SourceEdit edit) {
    return transactions.in(
        workspaceId,
        tx ->
            pausing
                .pause(tx, edit.ids(), edit.paused())
                .map(known -> BulkOutcome.of(edit.ids(), missing(edit.ids(), known, "source"))));
  }

  Uni<BulkOutcome> competitors(UUID workspaceId, CompetitorBulkResource.CompetitorEdit edit) {
    return transactions.in(
        workspaceId,
        tx ->
            tagging
                .tag(tx, edit.ids(), edit.addTags(), edit.removeTags())
                .call(tagged -> pauseSources(tx, tagged, edit))
                .map(
                    tagged -> {
                      Map<UUID, String> problems =
                          missing(edit.ids(), tagged.known(), "competitor");
                      tagged.full().forEach(id -> problems.put(id, "too-many-tags"));
                      return BulkOutcome.of(edit.ids(), problems);
                    }));
  }

  /// All or nothing for each competitor: whose tags were refused is not paused either.
  private Uni<Void> pauseSources(
      org.hibernate.reactive.mutiny.Mutiny.Session tx,
      Tagging.Tagged tagged,
      CompetitorBulkResource.CompetitorEdit edit) {
    Boolean paused = edit.paused();
    return paused == null
        ? Uni.createFrom().voidItem()
        : pausing.pauseOfCompetitors(tx, tagged.done(), paused);
  }

  private static Map<UUID, String> missing(List<UUID> asked, Set<UUID> known, String what) {
    Map<UUID, String> problems = new HashMap<>();
    asked.stream()
        .filter(id -> !known.contains(id))
        .forEach(id -> problems.put(id, what + "-not-found"));
    return problems;
  }
}
