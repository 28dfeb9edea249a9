package io.competitoriq.analysis.signal;

import io.competitoriq.analysis.assessment.Assessments;
import io.competitoriq.analysis.assessment.Subject;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Page;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.messages.DemoAddress;
import io.competitoriq.messages.Evidence;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Raises signals and finds them again.
@ApplicationScoped
public class Signals {

  static final String CREATED = "signal.created";
  static final String UPDATED = "signal.updated";

  private final SignalRepository rows;
  private final EvidenceRepository quotes;
  private final MoveRepository moves;
  private final Surroundings surroundings;
  private final Assessments assessments;
  private final LiveEvents live;
  private final WorkspaceTransactions transactions;
  private final Clock clock;

  Signals(
      SignalRepository rows,
      EvidenceRepository quotes,
      MoveRepository moves,
      Surroundings surroundings,
      Assessments assessments,
      LiveEvents live,
      WorkspaceTransactions transactions,
      Clock clock) {
    this.rows = rows;
    this.quotes = quotes;
    this.moves = moves;
    this.surroundings = surroundings;
    this.assessments = assessments;
    this.live = live;
    this.transactions = transactions;
    this.clock = clock;
  }

  /// Stores the draft with its evidence and asks for its assessment, in the caller's transaction. A
  /// change that has its signal already changes nothing and answers empty.
  public Uni<Optional<Raised>> raise(Mutiny.Session tx, UUID workspaceId, SignalDraft draft) {
    return rows.existsForChange(draft.change().changeId())
        .chain(
            exists ->
                exists
                    ? Uni.createFrom().item(Optional.empty())
                    : store(tx, workspaceId, draft).map(Optional::of));
  }

  /// What a model is to be told about a signal; empty when there is no such signal.
  public Uni<Optional<Subject>> subject(UUID workspaceId, UUID signalId) {
    return transactions.in(
        workspaceId,
        _ ->
            rows.findById(signalId)
                .chain(
                    row ->
                        row == null
                            ? Uni.createFrom().item(Optional.<Subject>empty())
                            : quotes
                                .findBySignals(List.of(signalId))
                                .map(found -> Optional.of(subject(row, found)))));
  }

  /// The newest that the query lets through, as far as it makes sense for everybody.
  ///
  /// @param memberId who `me` is
  public Uni<List<SignalView>> newest(
      UUID workspaceId, SignalQuery query, UUID memberId, int limit) {
    return list(workspaceId, SignalFilter.of(query, memberId), Optional.empty(), limit)
        .map(Page::items);
  }

  /// @throws io.competitoriq.http.ProblemException 400 naming the filter that makes no sense
  public static void requireUsable(SignalQuery query) {
    SignalFilter.of(query, new UUID(0, 0));
  }

  Uni<Page<SignalView>> list(
      UUID workspaceId, SignalFilter filter, Optional<Cursor> cursor, int limit) {
    SignalFilter wanted = cursor.map(filter::after).orElse(filter);
    return transactions
        .in(workspaceId, tx -> rows.list(tx, wanted, limit + 1).chain(found -> views(tx, found)))
        .map(found -> Page.of(found, limit, view -> Cursor.of(view.detectedAt(), view.id())));
  }

  /// Fails with 404 when there is none.
  public Uni<SignalView> get(UUID workspaceId, UUID id) {
    return transactions.in(workspaceId, tx -> rows.findById(id).chain(row -> view(tx, id, row)));
  }

  /// The views of rows of the running transaction, in their order.
  Uni<List<SignalView>> views(Mutiny.Session tx, List<Signal> found) {
    return surroundings
        .of(tx, found.stream().map(row -> row.id).toList())
        .map(known -> found.stream().map(row -> SignalView.of(row, known.of(row.id))).toList());
  }

  static RuntimeException missing(UUID id) {
    return Problems.notFound("signal-not-found", "No signal " + id + ".");
  }

  private Uni<SignalView> view(Mutiny.Session tx, UUID id, @Nullable Signal row) {
    return row == null
        ? Uni.createFrom().failure(missing(id))
        : views(tx, List.of(row)).map(List::getFirst);
  }

  private Uni<Raised> store(Mutiny.Session tx, UUID workspaceId, SignalDraft draft) {
    // PostgreSQL keeps microseconds; the cursor compares what it kept.
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Signal row = Signal.of(workspaceId, draft, Ids.next(), detected(draft, now));
    List<SignalEvidence> evidence =
        IntStream.range(0, draft.evidence().size())
            .mapToObj(i -> SignalEvidence.of(row, i, draft.evidence().get(i)))
            .toList();
    return moves
        .muting(tx, row, draft.moves(), now)
        .invoke(by -> by.ifPresent(row::arriveMuted))
        .chain(() -> rows.persist(row))
        .chain(() -> quotes.persist(evidence))
        .chain(() -> assessments.open(tx, workspaceId, row.id))
        .chain(() -> moves.store(tx, row, draft.moves()))
        .chain(() -> wake(tx, row, draft.moves(), now))
        .invoke(() -> live.publish(workspaceId, CREATED, row.id))
        .replaceWith(() -> new Raised(row.id, row.competitorId, now, row.triage == Triage.MUTED));
  }

  /// The past of demo data is detected when it was, not when it is told.
  private static Instant detected(SignalDraft draft, Instant now) {
    return DemoAddress.is(draft.change().url()) ? draft.change().occurredAt() : now;
  }

  private Uni<Void> wake(Mutiny.Session tx, Signal row, List<Move> moved, Instant now) {
    return moves
        .wake(tx, row, moved, now)
        .invoke(woken -> woken.forEach(id -> live.publish(row.workspaceId, UPDATED, id)))
        .replaceWithVoid();
  }

  private static Subject subject(Signal row, Map<UUID, List<Evidence>> evidence) {
    return new Subject(
        row.id,
        row.competitorId,
        row.headline,
        URI.create(row.url),
        row.sourceKind,
        row.pageTitle,
        row.occurredAt,
        row.content.facts(),
        row.content.texts(),
        evidence.getOrDefault(row.id, List.of()));
  }
}
