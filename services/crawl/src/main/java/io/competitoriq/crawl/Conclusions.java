package io.competitoriq.crawl;

import io.competitoriq.blobs.BlobStore;
import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.FetchedPage;
import io.competitoriq.crawl.politeness.Politeness;
import io.competitoriq.crawl.snapshot.ProcessQueueFull;
import io.competitoriq.crawl.snapshot.Snapshots;
import io.competitoriq.crawl.visit.Attempt;
import io.competitoriq.crawl.visit.Ending;
import io.competitoriq.crawl.visit.VisitOutcome;
import io.competitoriq.crawl.visit.Visits;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.JobOutcome.Retryable;
import io.competitoriq.jobs.JobOutcome.Snoozed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// What a collection means for the job and for the record. Every attempt that went out leaves a
/// visit.
@ApplicationScoped
class Conclusions {
  /// A site that keeps sending us away gets no more visits of this slot after this time.
  private static final Duration PATIENCE = Duration.ofHours(6);

  private static final Duration QUEUE_PAUSE = Duration.ofMinutes(1);

  private final Visits visits;
  private final Snapshots snapshots;
  private final BlobStore blobs;
  private final Politeness politeness;
  private final Clock clock;

  Conclusions(
      Visits visits, Snapshots snapshots, BlobStore blobs, Politeness politeness, Clock clock) {
    this.visits = visits;
    this.snapshots = snapshots;
    this.blobs = blobs;
    this.politeness = politeness;
    this.clock = clock;
  }

  Uni<JobOutcome> conclude(Attempt attempt, Collected collected, JobContext context) {
    return switch (collected) {
      case Collected.Kept(FetchedPage page) -> keep(attempt, page, context);
      case Collected.NotModified(int status) ->
          end(attempt, Ending.unchanged(status, 0, "The server says nothing changed."), context);
      case Collected.Rejected rejected -> end(attempt, ending(rejected), context);
      case Collected.Throttled throttled -> comeBack(attempt, throttled, context);
      case Collected.Unavailable(Integer status, String reason) ->
          visits.record(attempt, trouble(status, reason)).replaceWith(new Retryable(reason));
      case Collected.Waiting(Duration delay, String reason) ->
          Uni.createFrom().item(new Snoozed(delay, reason));
    };
  }

  /// The body first, outside the transaction: its hash is its name, so storing it twice is
  /// harmless.
  private Uni<JobOutcome> keep(Attempt attempt, FetchedPage page, JobContext context) {
    return blobs
        .put(page.body().getBytes())
        .chain(() -> context.commit(tx -> store(tx, attempt, page)))
        .onFailure(ProcessQueueFull.class)
        .recoverWithItem(full -> new Snoozed(QUEUE_PAUSE, String.valueOf(full.getMessage())));
  }

  private Uni<Void> store(Mutiny.Session tx, Attempt attempt, FetchedPage page) {
    return snapshots
        .store(tx, attempt, page)
        .chain(stored -> visits.record(tx, attempt, ending(page, stored)));
  }

  private Uni<JobOutcome> end(Attempt attempt, Ending ending, JobContext context) {
    return context.commit(tx -> visits.record(tx, attempt, ending));
  }

  private Uni<JobOutcome> comeBack(
      Attempt attempt, Collected.Throttled throttled, JobContext context) {
    Ending blocked =
        new Ending(VisitOutcome.BLOCKED, throttled.httpStatus(), null, 0, throttled.reason(), null);
    Uni<Void> quiet = politeness.leaveAlone(attempt.request().url(), throttled.delay());
    if (clock.instant().isAfter(attempt.request().slot().plus(PATIENCE))) {
      return quiet.chain(() -> end(attempt, blocked, context));
    }
    return quiet
        .chain(() -> visits.record(attempt, blocked))
        .replaceWith(new Snoozed(throttled.delay(), throttled.reason()));
  }

  private static Ending ending(FetchedPage page, Optional<UUID> stored) {
    int bytes = page.body().length();
    return stored
        .map(id -> Ending.stored(page.httpStatus(), id, bytes))
        .orElseGet(
            () ->
                Ending.unchanged(
                    page.httpStatus(), bytes, "The page is what it was, byte by byte."));
  }

  private static Ending ending(Collected.Rejected rejected) {
    return new Ending(
        rejected.outcome(),
        rejected.httpStatus(),
        null,
        rejected.bytes(),
        rejected.reason(),
        rejected.fix());
  }

  private static Ending trouble(@Nullable Integer status, String reason) {
    return new Ending(
        VisitOutcome.ERROR, status, null, 0, reason, "Nothing to do yet: it is tried again.");
  }
}
