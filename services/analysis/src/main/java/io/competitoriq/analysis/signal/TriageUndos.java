package io.competitoriq.analysis.signal;

import io.competitoriq.http.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Keeps for a minute how to take an act of triage back. A token is its member's and works once.
@ApplicationScoped
class TriageUndos {

  private static final Duration TIME = Duration.ofSeconds(60);

  private final Clock clock;

  TriageUndos(Clock clock) {
    this.clock = clock;
  }

  /// Answers the token, or nothing when nothing changed. Old ones go at the same time.
  Uni<@Nullable UUID> keep(
      Mutiny.Session session, SignalTriage.Act act, List<TriageUndo.Entry> was) {
    if (was.isEmpty()) {
      return Uni.createFrom().nullItem();
    }
    TriageUndo row = new TriageUndo();
    row.token = UUID.randomUUID();
    row.workspaceId = act.workspaceId();
    row.memberId = act.memberId();
    row.entries = new TriageUndo.Entries(was);
    row.createdAt = clock.instant();
    return session
        .createMutationQuery("delete from TriageUndo where createdAt < :old")
        .setParameter("old", clock.instant().minus(TIME.multipliedBy(10)))
        .executeUpdate()
        .chain(() -> session.persist(row))
        .replaceWith(row.token);
  }

  /// @throws io.competitoriq.http.ProblemException 410 for a token that is used, old or another's
  Uni<List<TriageUndo.Entry>> take(Mutiny.Session session, UUID memberId, UUID token) {
    return session
        .find(TriageUndo.class, token)
        .map(
            row ->
                Optional.ofNullable(row)
                    .filter(found -> found.memberId.equals(memberId))
                    .filter(found -> found.createdAt.plus(TIME).isAfter(clock.instant()))
                    .orElseThrow(TriageUndos::gone)
                    .entries
                    .all())
        .call(
            () ->
                session
                    .createMutationQuery("delete from TriageUndo where token = :token")
                    .setParameter("token", token)
                    .executeUpdate()
                    .invoke(
                        deleted -> {
                          if (deleted == 0) {
                            throw gone();
                          }
                        }));
  }

  static List<UUID> ids(List<TriageUndo.Entry> entries) {
    return entries.stream().map(TriageUndo.Entry::id).toList();
  }

  static List<Signal> untouched(List<Signal> found, List<TriageUndo.Entry> entries) {
    return found.stream().filter(row -> of(entries, row.id).version() == row.version).toList();
  }

  static TriageUndo.Entry of(List<TriageUndo.Entry> entries, UUID id) {
    return entries.stream().filter(entry -> entry.id().equals(id)).findFirst().orElseThrow();
  }

  private static RuntimeException gone() {
    return Problems.gone(
        "undo-gone", "This can no longer be taken back: that works once, for a minute.");
  }
}
