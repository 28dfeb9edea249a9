package io.competitoriq.analysis.signal;

import io.competitoriq.http.EntityTags;
import io.competitoriq.http.Problem;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.messages.WakeSignal;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What people decide about signals. Deciding the same again changes nothing.
@ApplicationScoped
public class SignalTriage {

  private final SignalRepository rows;
  private final Signals signals;
  private final TriageUndos undos;
  private final JobQueue jobs;
  private final LiveEvents live;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  SignalTriage(
      SignalRepository rows,
      Signals signals,
      TriageUndos undos,
      JobQueue jobs,
      LiveEvents live,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.rows = rows;
    this.signals = signals;
    this.undos = undos;
    this.jobs = jobs;
    this.live = live;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Who decides what about which signals.
  ///
  /// @param wholeStories the other signals of their stories as well
  record Act(
      UUID workspaceId,
      UUID memberId,
      Collection<UUID> ids,
      boolean wholeStories,
      UnaryOperator<Standing> change) {}

  /// @param ifMatch the version the decision was made on; null decides whatever the version
  Uni<SignalView> decide(
      UUID workspaceId, UUID id, UnaryOperator<Standing> change, @Nullable String ifMatch) {
    return transactions.in(
        workspaceId,
        session ->
            rows.lockAll(List.of(id))
                .invoke(found -> requireFresh(found, id, ifMatch))
                .call(found -> apply(session, found, change))
                .call(session::flush)
                .chain(found -> signals.views(session, found))
                .map(List::getFirst));
  }

  /// Each signal by itself: an unknown one does not stop the others.
  Uni<Batch> decideAll(Act act) {
    Set<UUID> asked = new LinkedHashSet<>(act.ids());
    return transactions.in(
        act.workspaceId(),
        session ->
            wanted(act, asked)
                .chain(rows::lockAll)
                .chain(
                    found ->
                        apply(session, found, act.change())
                            .chain(was -> undos.keep(session, act, was))
                            .map(token -> Batch.of(asked, found, token))));
  }

  /// Brings back what was before an act, where nobody has acted since.
  Uni<Batch> undo(UUID workspaceId, UUID memberId, UUID token) {
    return transactions.in(
        workspaceId,
        session ->
            undos
                .take(session, memberId, token)
                .chain(
                    entries -> {
                      Set<UUID> asked = new LinkedHashSet<>(TriageUndos.ids(entries));
                      return rows.lockAll(asked)
                          .map(found -> TriageUndos.untouched(found, entries))
                          .call(found -> restore(session, found, entries))
                          .map(found -> Batch.of(asked, found, null));
                    }));
  }

  /// Wakes a signal that is snoozed until a time that has come; any other stays as it is.
  public Uni<Void> wake(UUID workspaceId, UUID id) {
    Instant now = clock.instant();
    return rows.lockAll(List.of(id))
        .invoke(
            found ->
                found.stream()
                    .filter(row -> row.triage == Triage.SNOOZED)
                    .filter(row -> row.untilAt != null && !row.untilAt.isAfter(now))
                    .forEach(row -> stand(row, row.standing().decided(Triage.NEW, null), now)))
        .replaceWithVoid();
  }

  private Uni<Set<UUID>> wanted(Act act, Set<UUID> asked) {
    return act.wholeStories()
        ? rows.withTheirStories(asked)
            .map(
                all -> {
                  Set<UUID> wanted = new LinkedHashSet<>(asked);
                  wanted.addAll(all);
                  return wanted;
                })
        : Uni.createFrom().item(asked);
  }

  private static void requireFresh(List<Signal> found, UUID id, @Nullable String ifMatch) {
    if (found.isEmpty()) {
      throw Signals.missing(id);
    }
    if (ifMatch != null) {
      EntityTags.requireMatch(ifMatch, found.getFirst().version);
    }
  }

  /// Answers what was before, of the signals that changed.
  private Uni<List<TriageUndo.Entry>> apply(
      Mutiny.Session session, List<Signal> found, UnaryOperator<Standing> change) {
    Instant now = clock.instant();
    List<TriageUndo.Entry> was = new ArrayList<>();
    List<NewJob> wakings = new ArrayList<>();
    for (Signal signal : found) {
      Standing before = signal.standing();
      Standing next = change.apply(before);
      if (!next.equals(before)) {
        was.add(new TriageUndo.Entry(signal.id, signal.version + 1, before));
        stand(signal, next, now);
        waking(signal, wakings);
      }
    }
    return wakings.isEmpty()
        ? Uni.createFrom().item(was)
        : jobs.enqueueAll(session, wakings).replaceWith(was);
  }

  private Uni<Void> restore(
      Mutiny.Session session, List<Signal> found, List<TriageUndo.Entry> entries) {
    Instant now = clock.instant();
    List<NewJob> wakings = new ArrayList<>();
    for (Signal signal : found) {
      stand(signal, TriageUndos.of(entries, signal.id).before(), now);
      waking(signal, wakings);
    }
    return wakings.isEmpty()
        ? Uni.createFrom().voidItem()
        : jobs.enqueueAll(session, wakings).replaceWithVoid();
  }

  private void stand(Signal signal, Standing next, Instant now) {
    signal.stand(next, now);
    live.publish(signal.workspaceId, Signals.UPDATED, signal.id);
  }

  private static void waking(Signal signal, List<NewJob> wakings) {
    if (signal.triage == Triage.SNOOZED && signal.untilAt != null) {
      wakings.add(
          NewJob.of(
                  WakeSignal.QUEUE, WakeSignal.KIND, signal.workspaceId, new WakeSignal(signal.id))
              .dedup("wake " + signal.id + " " + signal.untilAt)
              .runAt(signal.untilAt));
    }
  }

  /// What became of a batch.
  ///
  /// @param updated what was asked for and is now so
  /// @param undoToken takes it back for a minute; null when nothing changed
  record Batch(List<UUID> updated, List<Failure> failed, @Nullable UUID undoToken) {

    /// @param problem stable name, `urn:ciq:problem:<name>`
    record Failure(UUID id, String problem) {}

    private static Batch of(Set<UUID> asked, List<Signal> found, @Nullable UUID undoToken) {
      Set<UUID> known = found.stream().map(row -> row.id).collect(Collectors.toSet());
      return new Batch(
          asked.stream().filter(known::contains).toList(),
          asked.stream()
              .filter(id -> !known.contains(id))
              .map(id -> new Failure(id, Problem.TYPE_PREFIX + "signal-not-found"))
              .toList(),
          undoToken);
    }
  }
}
