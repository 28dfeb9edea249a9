package io.competitoriq.crawl.retention;

import io.competitoriq.crawl.retention.SpareSnapshots.Spare;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Which snapshots of a source have to let their bodies go: what crawl knows, then what process
/// says, with no transaction open meanwhile.
@ApplicationScoped
class Selection {
  private final WorkspaceTransactions transactions;
  private final Rules rules;
  private final SpareSnapshots spare;
  private final Citations citations;

  Selection(
      WorkspaceTransactions transactions, Rules rules, SpareSnapshots spare, Citations citations) {
    this.transactions = transactions;
    this.rules = rules;
    this.spare = spare;
    this.citations = citations;
  }

  /// @param going in the order of their age, the oldest first
  /// @param more where to go on; empty at the end of the source
  record Selected(List<UUID> going, Cited cited, Optional<Spare> more) {}

  /// @param instead a rule to try in place of the one that holds; empty: that one
  /// @param after where to go on, [Spare#BEGINNING] at first
  Uni<Selected> next(Place place, Optional<Rule> instead, Spare after) {
    return transactions
        .in(
            place.workspaceId(),
            tx ->
                rules
                    .of(place.sourceId())
                    .map(view -> tried(view, instead))
                    .chain(
                        rule ->
                            spare
                                .page(tx, place.sourceId(), rule, after, Citations.MOST)
                                .map(page -> new Looked(rule, page))))
        .chain(looked -> ask(place, looked));
  }

  /// A source's own rule overrules what is tried for the workspace, too.
  private static Rule tried(RuleView view, Optional<Rule> instead) {
    return view.scope() == RuleScope.SOURCE ? view.rule() : instead.orElse(view.rule());
  }

  private Uni<Selected> ask(Place place, Looked looked) {
    List<UUID> ids = looked.page().stream().map(Spare::snapshotId).toList();
    return citations
        .of(place.workspaceId(), ids)
        .map(
            cited ->
                new Selected(
                    ids.stream().filter(id -> !cited.spares(id, looked.rule())).toList(),
                    cited,
                    ids.size() < Citations.MOST
                        ? Optional.empty()
                        : Optional.of(looked.page().getLast())));
  }

  private record Looked(Rule rule, List<Spare> page) {}
}
