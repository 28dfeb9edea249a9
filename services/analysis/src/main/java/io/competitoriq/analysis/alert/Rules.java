package io.competitoriq.analysis.alert;

import io.competitoriq.analysis.directory.CompetitorCards;
import io.competitoriq.http.EntityTags;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The rules of a workspace.
@ApplicationScoped
class Rules {

  private final RuleTallies tallies;
  private final CompetitorCards cards;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Rules(
      RuleTallies tallies, CompetitorCards cards, WorkspaceTransactions transactions, Clock clock) {
    this.tallies = tallies;
    this.cards = cards;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Oldest first.
  Uni<List<RuleView>> list(UUID workspaceId) {
    return transactions.in(
        workspaceId,
        tx ->
            tx.createSelectionQuery(
                    "from AlertRule where archivedAt is null order by createdAt, id",
                    AlertRule.class)
                .getResultList()
                .chain(rows -> views(tx, rows)));
  }

  Uni<RuleView> get(UUID workspaceId, UUID id) {
    return transactions.in(workspaceId, tx -> find(tx, id).chain(row -> view(tx, row)));
  }

  Uni<RuleView> create(UUID workspaceId, UUID memberId, RuleRequest wanted) {
    wanted.require();
    AlertRule row = new AlertRule();
    row.id = Ids.next();
    row.workspaceId = workspaceId;
    row.createdBy = memberId;
    row.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    write(row, wanted);
    return transactions.in(
        workspaceId,
        tx -> tx.persist(row).replaceWith(() -> RuleView.of(row, RuleTallies.Tally.NONE)));
  }

  Uni<RuleView> replace(UUID workspaceId, UUID id, RuleRequest wanted, @Nullable String ifMatch) {
    wanted.require();
    return cards
        .refresh(workspaceId)
        .chain(() -> change(workspaceId, id, ifMatch, row -> write(row, wanted)));
  }

  Uni<Void> archive(UUID workspaceId, UUID id) {
    return change(
            workspaceId,
            id,
            null,
            row -> {
              row.enabled = false;
              row.archivedAt = clock.instant();
            })
        .replaceWithVoid();
  }

  private Uni<RuleView> change(
      UUID workspaceId, UUID id, @Nullable String ifMatch, Consumer<AlertRule> change) {
    return transactions.in(
        workspaceId,
        tx ->
            find(tx, id)
                .invoke(
                    row -> {
                      EntityTags.requireMatchIfAny(ifMatch, row.version);
                      change.accept(row);
                    })
                .call(tx::flush)
                .chain(row -> view(tx, row)));
  }

  private void write(AlertRule row, RuleRequest wanted) {
    row.name = wanted.name().strip();
    row.enabled = wanted.enabled();
    row.condition = wanted.condition();
    row.telling = wanted.telling();
    row.updatedAt = clock.instant();
  }

  private Uni<RuleView> view(Mutiny.Session tx, AlertRule row) {
    return views(tx, List.of(row)).map(List::getFirst);
  }

  private Uni<List<RuleView>> views(Mutiny.Session tx, List<AlertRule> rows) {
    return tallies
        .of(tx, rows.stream().map(row -> row.id).toList())
        .map((Map<UUID, RuleTallies.Tally> known) -> views(rows, known));
  }

  private static List<RuleView> views(List<AlertRule> rows, Map<UUID, RuleTallies.Tally> known) {
    return rows.stream()
        .map(row -> RuleView.of(row, known.getOrDefault(row.id, RuleTallies.Tally.NONE)))
        .toList();
  }

  private static Uni<AlertRule> find(Mutiny.Session tx, UUID id) {
    return tx.find(AlertRule.class, id)
        .invoke(
            row -> {
              if (row == null || row.archivedAt != null) {
                throw Problems.notFound("alert-rule-not-found", "No alert rule " + id + ".");
              }
            });
  }
}
