package io.competitoriq.crawl.visit;

import io.competitoriq.crawl.visit.VisitRepository.Scope;
import io.competitoriq.http.Cursor;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Page;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Every attempt to collect a source, with what came of it.
@ApplicationScoped
public class Visits {
  private final VisitRepository repository;
  private final WorkspaceTransactions transactions;
  private final LiveEvents live;
  private final VisitMeters meters;
  private final Clock clock;

  Visits(
      VisitRepository repository,
      WorkspaceTransactions transactions,
      LiveEvents live,
      VisitMeters meters,
      Clock clock) {
    this.repository = repository;
    this.transactions = transactions;
    this.live = live;
    this.meters = meters;
    this.clock = clock;
  }

  /// Records the attempt's end in the caller's transaction.
  public Uni<Void> record(Mutiny.Session tx, Attempt attempt, Ending ending) {
    Visit visit = row(attempt, ending, clock.instant().truncatedTo(ChronoUnit.MICROS));
    return tx.persist(visit)
        .call(tx::flush)
        .invoke(() -> live.publish(visit.workspaceId, "visit.finished", visit.id))
        .invoke(() -> meters.finished(attempt, ending));
  }

  /// Records a visit of demo data, over when it began and in no meter: nobody went anywhere.
  public Uni<Void> recordPast(Mutiny.Session tx, Attempt attempt, Ending ending) {
    Visit visit = row(attempt, ending, attempt.startedAt());
    return tx.persist(visit)
        .call(tx::flush)
        .invoke(() -> live.publish(visit.workspaceId, "visit.finished", visit.id));
  }

  /// Records it in a transaction of its own: the job goes on, this attempt of it is over.
  public Uni<Void> record(Attempt attempt, Ending ending) {
    return transactions.in(attempt.workspaceId(), tx -> record(tx, attempt, ending));
  }

  /// The newest first.
  Uni<Page<VisitView>> list(UUID workspaceId, Scope scope, Optional<Cursor> after, int limit) {
    return transactions
        .in(workspaceId, _ -> repository.list(scope, after, limit))
        .map(rows -> rows.stream().map(VisitView::of).toList())
        .map(views -> Page.of(views, limit, last -> Cursor.of(last.finishedAt(), last.id())));
  }

  private static Visit row(Attempt attempt, Ending ending, Instant finishedAt) {
    Visit visit = new Visit();
    visit.id = Ids.next();
    visit.workspaceId = attempt.workspaceId();
    visit.sourceId = attempt.request().sourceId();
    visit.competitorId = attempt.request().competitorId();
    visit.jobId = attempt.jobId();
    visit.attempt = attempt.number();
    visit.url = attempt.request().url().toString();
    visit.outcome = ending.outcome();
    visit.httpStatus = ending.httpStatus();
    visit.snapshotId = ending.snapshotId();
    visit.reason = ending.reason();
    visit.fix = ending.fix();
    visit.bytes = ending.bytes();
    visit.startedAt = attempt.startedAt();
    visit.finishedAt = finishedAt;
    visit.durationMs =
        (int) Math.max(0, Duration.between(attempt.startedAt(), finishedAt).toMillis());
    return visit;
  }
}
