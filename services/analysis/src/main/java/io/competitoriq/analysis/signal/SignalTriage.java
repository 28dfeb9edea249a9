package io.competitoriq.analysis.signal;

import io.competitoriq.http.EntityTags;
import io.competitoriq.http.Problem;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// What people decide about signals. Deciding the same again changes nothing.
@ApplicationScoped
class SignalTriage {

  static final String UPDATED = "signal.updated";

  private final SignalRepository rows;
  private final Signals signals;
  private final LiveEvents live;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  SignalTriage(
      SignalRepository rows,
      Signals signals,
      LiveEvents live,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.rows = rows;
    this.signals = signals;
    this.live = live;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// @param ifMatch the version the decision was made on; null decides whatever the version
  Uni<SignalView> decide(UUID workspaceId, UUID id, Triage triage, @Nullable String ifMatch) {
    return transactions.in(
        workspaceId,
        session ->
            rows.lockAll(List.of(id))
                .invoke(found -> requireFresh(found, id, ifMatch))
                .invoke(found -> decide(workspaceId, found, triage))
                .call(session::flush)
                .chain(signals::views)
                .map(List::getFirst));
  }

  /// Each signal by itself: an unknown one does not stop the others.
  Uni<Batch> decideAll(UUID workspaceId, List<UUID> ids, Triage triage) {
    Set<UUID> wanted = new LinkedHashSet<>(ids);
    return transactions.in(
        workspaceId,
        _ ->
            rows.lockAll(wanted)
                .invoke(found -> decide(workspaceId, found, triage))
                .map(found -> Batch.of(wanted, found)));
  }

  private static void requireFresh(List<Signal> found, UUID id, @Nullable String ifMatch) {
    if (found.isEmpty()) {
      throw Signals.missing(id);
    }
    if (ifMatch != null) {
      EntityTags.requireMatch(ifMatch, found.getFirst().version);
    }
  }

  private void decide(UUID workspaceId, List<Signal> found, Triage triage) {
    for (Signal signal : found) {
      if (signal.triage != triage) {
        signal.triage = triage;
        signal.updatedAt = clock.instant();
        live.publish(workspaceId, UPDATED, signal.id);
      }
    }
  }

  /// What became of a batch.
  record Batch(List<UUID> updated, List<Failure> failed) {

    /// @param problem stable name, `urn:ciq:problem:<name>`
    record Failure(UUID id, String problem) {}

    private static Batch of(Set<UUID> wanted, List<Signal> found) {
      Set<UUID> known = found.stream().map(row -> row.id).collect(Collectors.toSet());
      return new Batch(
          wanted.stream().filter(known::contains).toList(),
          wanted.stream()
              .filter(id -> !known.contains(id))
              .map(id -> new Failure(id, Problem.TYPE_PREFIX + "signal-not-found"))
              .toList());
    }
  }
}
