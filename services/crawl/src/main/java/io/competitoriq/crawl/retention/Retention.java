package io.competitoriq.crawl.retention;

import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Rules as admins see and set them, for the workspace and for single sources.
@ApplicationScoped
class Retention {
  private static final String KNOWN =
      "select exists (select from snapshot where source_id = $1)"
          + " or exists (select from visit where source_id = $1)";

  private final WorkspaceTransactions transactions;
  private final ReleaseLock lock;
  private final Rules rules;
  private final Holds holds;

  Retention(WorkspaceTransactions transactions, ReleaseLock lock, Rules rules, Holds holds) {
    this.transactions = transactions;
    this.lock = lock;
    this.rules = rules;
    this.holds = holds;
  }

  Uni<RuleView> get(UUID workspaceId) {
    return transactions.in(workspaceId, _ -> rules.ofWorkspace());
  }

  /// No release is under way by the old rule when this completes.
  Uni<RuleView> put(UUID workspaceId, UUID memberId, Rule rule) {
    return transactions.in(
        workspaceId,
        tx ->
            lock.take(tx)
                .chain(() -> rules.put(tx, workspaceId, StoredRule.WORKSPACE, rule, memberId)));
  }

  Uni<SourceRetentionView> ofSource(Place place) {
    return transactions.in(
        place.workspaceId(),
        tx -> requireKnown(tx, place.sourceId()).chain(() -> view(place.sourceId())));
  }

  Uni<SourceRetentionView> putOnSource(Place place, UUID memberId, Rule rule) {
    return transactions.in(
        place.workspaceId(),
        tx ->
            lock.take(tx)
                .chain(() -> requireKnown(tx, place.sourceId()))
                .chain(() -> rules.put(tx, place.workspaceId(), place.sourceId(), rule, memberId))
                .chain(() -> view(place.sourceId())));
  }

  /// From then on the workspace's rule holds for the source.
  Uni<Void> removeFromSource(Place place, UUID memberId) {
    return transactions.in(
        place.workspaceId(),
        tx -> lock.take(tx).chain(() -> rules.end(place.sourceId(), memberId)).replaceWithVoid());
  }

  Uni<HoldView> hold(Place place, UUID memberId, String reason) {
    Holds.Wish wish = new Holds.Wish(place.workspaceId(), memberId, reason);
    return transactions.in(
        place.workspaceId(),
        tx ->
            requireKnown(tx, place.sourceId())
                .chain(() -> holds.placeOnSource(wish, place.sourceId())));
  }

  private Uni<SourceRetentionView> view(UUID sourceId) {
    return rules
        .of(sourceId)
        .chain(
            rule ->
                holds
                    .ofSource(sourceId)
                    .map(hold -> new SourceRetentionView(sourceId, rule, hold.orElse(null))));
  }

  /// Which sources there are is known to another service; here, which were visited.
  private static Uni<Void> requireKnown(Mutiny.Session tx, UUID sourceId) {
    return SessionSql.of(tx)
        .select(KNOWN, sourceId)
        .invoke(
            rows -> {
              if (!(Boolean) rows.getFirst()[0]) {
                throw Problems.notFound(
                    "source-not-visited",
                    "Source " + sourceId + " was never visited here: check the id.");
              }
            })
        .replaceWithVoid();
  }
}
