package io.competitoriq.crawl;

import io.competitoriq.blobs.BlobStore;
import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.FetchedPage;
import io.competitoriq.crawl.politeness.Politeness;
import io.competitoriq.crawl.snapshot.Keeping;
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
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.function.Function;
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
          commit(context, tx -> storeUnmodified(tx, attempt, status));
      case Collected.Rejected rejected -> end(attempt, ending(rejected), context);
      case Collected.Throttled throttled -> comeBack(attempt, throttled, context);
      case Collected.Unfinished unfinished -> goOn(attempt, unfinished, context);
      case Collected.Unavailable(Integer status, String reason) ->
          visits.record(attempt, trouble(status, reason)).replaceWith(new Retryable(reason));
    };
  }

  /// The body first, outside the transaction: its hash is its name, so storing it twice is
  /// harmless.
  private Uni<JobOutcome> keep(Attempt attempt, FetchedPage page, JobContext context) {
    return blobs
        .put(page.body().getBytes())
        .chain(() -> evidence(attempt, page))
        .chain(kept -> commit(context, tx -> store(tx, attempt, kept)));
  }

  /// Pictures and the like are stored for snapshots only, not for every visit.
  private Uni<FetchedPage> evidence(Attempt attempt, FetchedPage page) {
    if (page.exhibits().isEmpty()) {
      return Uni.createFrom().item(page);
    }
    return snapshots
        .wouldKeep(attempt, page)
        .chain(keep -> keep ? stored(page) : Uni.createFrom().item(page.withoutCompany()));
  }

  private Uni<FetchedPage> stored(FetchedPage page) {
    return Multi.createFrom()
        .iterable(page.exhibits())
        .onItem()
        .transformToUniAndConcatenate(exhibit -> blobs.put(exhibit.body().getBytes()))
        .collect()
        .last()
        .replaceWith(page);
  }

  /// With the next step's queue full nothing is kept: the job sleeps and visits again.
  private static Uni<JobOutcome> commit(
      JobContext context, Function<Mutiny.Session, Uni<?>> effects) {
    return context
        .commit(effects)
        .onFailure(ProcessQueueFull.class)
        .recoverWithItem(full -> new Snoozed(QUEUE_PAUSE, String.valueOf(full.getMessage())));
  }

  private Uni<Void> store(Mutiny.Session tx, Attempt attempt, FetchedPage page) {
    return snapshots
        .store(tx, attempt, page)
        .map(keeping -> ending(keeping, page.httpStatus(), page.body().length()))
        .map(ending -> page.note().map(ending::noting).orElse(ending))
        .chain(ending -> visits.record(tx, attempt, ending));
  }

  private Uni<Void> storeUnmodified(Mutiny.Session tx, Attempt attempt, int status) {
    return snapshots
        .storeUnmodified(tx, attempt, status, clock.instant().truncatedTo(ChronoUnit.MICROS))
        .map(keeping -> ending(keeping, status, 0))
        .chain(ending -> visits.record(tx, attempt, ending));
  }

  private Uni<JobOutcome> end(Attempt attempt, Ending ending, JobContext context) {
    return context.commit(tx -> visits.record(tx, attempt, ending));
  }

  private Uni<JobOutcome> comeBack(
      Attempt attempt, Collected.Throttled throttled, JobContext context) {
    Ending blocked =
        new Ending(VisitOutcome.BLOCKED, throttled.httpStatus(), null, 0, throttled.reason(), null);
    Uni<Void> quiet =
        attempt.visitsTheSite()
            ? politeness.leaveAlone(attempt.request().url(), throttled.delay())
            : Uni.createFrom().voidItem();
    if (clock.instant().isAfter(attempt.request().slot().plus(PATIENCE))) {
      return quiet.chain(() -> end(attempt, blocked, context));
    }
    return quiet
        .chain(() -> visits.record(attempt, blocked))
        .replaceWith(new Snoozed(throttled.delay(), throttled.reason()));
  }

  /// Nothing has ended yet, so there is nothing to record.
  private Uni<JobOutcome> goOn(
      Attempt attempt, Collected.Unfinished unfinished, JobContext context) {
    return clock.instant().isAfter(unfinished.since().plus(PATIENCE))
        ? end(
            attempt,
            new Ending(
                VisitOutcome.ERROR,
                null,
                null,
                0,
                "Given up after %d hours: %s".formatted(PATIENCE.toHours(), unfinished.reason()),
                "Ask for less at once, or see whether the provider is well."),
            context)
        : Uni.createFrom().item(new Snoozed(unfinished.delay(), unfinished.reason()));
  }

  static Ending ending(Keeping keeping, int status, int bytes) {
    return switch (keeping) {
      case Keeping.Changed(UUID id) ->
          Ending.stored(
              status, id, bytes, "The page differs from the last snapshot: a new one is stored.");
      case Keeping.Standing(UUID id) ->
          Ending.stored(
              status, id, bytes, "The page shows its last change again: stored to confirm it.");
      case Keeping.Nothing() ->
          Ending.unchanged(
              status,
              bytes,
              bytes == 0
                  ? "The server says nothing changed."
                  : "The page is what it was, byte by byte.");
    };
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
