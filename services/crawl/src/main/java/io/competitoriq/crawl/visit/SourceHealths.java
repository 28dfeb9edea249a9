package io.competitoriq.crawl.visit;

import io.competitoriq.crawl.visit.VisitRepository.Selection;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/// How the sources have been doing, from their visits and from how often they change.
@ApplicationScoped
class SourceHealths {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  private final VisitRepository visits;
  private final SourceChanges changes;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  SourceHealths(
      VisitRepository visits,
      SourceChanges changes,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.visits = visits;
    this.changes = changes;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Of each visited source.
  Uni<List<SourceHealth>> of(UUID workspaceId, Selection scope) {
    Instant now = clock.instant();
    return transactions.in(
        workspaceId,
        tx ->
            visits
                .tallies(tx, scope, now.minus(DAY), now.minus(WEEK))
                .chain(tallies -> healths(tx, tallies)));
  }

  private Uni<List<SourceHealth>> healths(Mutiny.Session tx, List<VisitTally> tallies) {
    List<UUID> sources = tallies.stream().map(VisitTally::sourceId).toList();
    if (sources.isEmpty()) {
      return Uni.createFrom().item(List.of());
    }
    return visits
        .latest(tx, sources)
        .chain(latest -> changes.of(tx, sources).map(changed -> healths(tallies, latest, changed)));
  }

  private static List<SourceHealth> healths(
      List<VisitTally> tallies, List<Visit> latest, Map<UUID, List<Instant>> changes) {
    Map<UUID, Visit> last =
        latest.stream().collect(Collectors.toMap(visit -> visit.sourceId, Function.identity()));
    return tallies.stream()
        .map(
            tally -> {
              UUID source = tally.sourceId();
              Visit visit =
                  Objects.requireNonNull(
                      last.get(source), () -> "a visited source has a last visit: " + source);
              List<Instant> changed = changes.getOrDefault(source, List.of());
              return tally.health(visit, Silence.of(changed, tally.lastOkAt()).orElse(null));
            })
        .toList();
  }
}
