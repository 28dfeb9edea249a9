package io.competitoriq.process.fact;

import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.messages.FactValue;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What people say facts are. An override belongs to the fact, not to the version that was read: it
/// stays through every visit until somebody takes it back, and nothing of it is ever deleted.
@ApplicationScoped
public class Overrides {

  private final FactRepository facts;
  private final OverrideRepository overrides;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Overrides(
      FactRepository facts,
      OverrideRepository overrides,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.facts = facts;
    this.overrides = overrides;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Replaces what was said before, if anything.
  Uni<FactView> put(UUID workspaceId, UUID memberId, UUID factId, FactValue value, String note) {
    Instant now = clock.instant();
    return transactions.in(
        workspaceId,
        session ->
            find(factId)
                .call(fact -> overrides.withdraw(fact, memberId, now))
                .chain(fact -> add(session, fact, memberId, value, note, now)));
  }

  private Uni<FactView> add(
      Mutiny.Session session,
      StoredFact fact,
      UUID memberId,
      FactValue value,
      String note,
      Instant now) {
    StoredOverride row = new StoredOverride();
    row.id = Ids.next();
    row.workspaceId = fact.workspaceId;
    row.sourceId = fact.sourceId;
    row.factKey = fact.key;
    row.valueText = value.text();
    row.amountMinor = value.amountMinor();
    row.currency = value.currency();
    row.period = value.period();
    row.note = note;
    row.setBy = memberId;
    row.setAt = now;
    return session
        .persist(row)
        .call(session::flush)
        .replaceWith(() -> FactView.of(fact, fact.validTo, row.view()));
  }

  /// Back to what was read.
  Uni<FactView> withdraw(UUID workspaceId, UUID memberId, UUID factId) {
    return transactions.in(
        workspaceId,
        _ ->
            find(factId)
                .call(
                    fact ->
                        overrides
                            .withdraw(fact, memberId, clock.instant())
                            .invoke(count -> requireOne(count, factId)))
                .map(fact -> FactView.of(fact, fact.validTo, null)));
  }

  private static void requireOne(int withdrawn, UUID factId) {
    if (withdrawn == 0) {
      throw Problems.notFound(
          "override-not-found", "Nobody has overridden the fact " + factId + ".");
    }
  }

  /// Newest first, the one that holds among them.
  Uni<List<OverrideView>> history(UUID workspaceId, UUID factId) {
    return transactions
        .in(workspaceId, _ -> find(factId).chain(overrides::history))
        .map(rows -> rows.stream().map(StoredOverride::view).toList());
  }

  /// The facts as readers see them. Belongs to the caller's transaction.
  Uni<List<FactView>> views(List<StoredFact> rows, FactTimes times) {
    return overrides
        .of(rows)
        .map(
            found -> {
              Map<String, StoredOverride> byFact =
                  found.stream()
                      .collect(
                          Collectors.toMap(row -> row.sourceId + row.factKey, Function.identity()));
              return rows.stream()
                  .map(row -> FactView.of(row, times.endOf(row), view(byFact, row)))
                  .toList();
            });
  }

  private static @Nullable OverrideView view(Map<String, StoredOverride> byFact, StoredFact row) {
    StoredOverride found = byFact.get(row.sourceId + row.key);
    return found == null ? null : found.view();
  }

  /// Overrides of renamed facts go by the new name. Belongs to the caller's transaction.
  Uni<Void> follow(UUID sourceId, List<Heirs.Heir> heirs) {
    return Multi.createFrom()
        .iterable(
            heirs.stream().filter(heir -> !heir.before().key().equals(heir.after().key())).toList())
        .onItem()
        .transformToUniAndConcatenate(
            heir -> overrides.follow(sourceId, heir.before().key(), heir.after().key()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private Uni<StoredFact> find(UUID id) {
    return facts
        .findById(id)
        .onItem()
        .ifNull()
        .failWith(() -> Problems.notFound("fact-not-found", "There is no fact " + id + "."));
  }
}
