package io.competitoriq.jobs.worker;

import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.JobOutcome.Completed;
import io.competitoriq.jobs.JobOutcome.Discarded;
import io.competitoriq.jobs.JobOutcome.Retryable;
import io.competitoriq.jobs.JobOutcome.Snoozed;
import io.competitoriq.jobs.RetryPolicy;
import io.competitoriq.jobs.control.Controls;
import io.competitoriq.jobs.ledger.Claimed;
import io.competitoriq.jobs.ledger.Completions;
import io.competitoriq.jobs.ledger.Final;
import io.competitoriq.jobs.ledger.Ledger;
import io.competitoriq.jobs.live.QueueEvents;
import io.competitoriq.jobs.meters.QueueMeters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jboss.logging.Logger;

/// Writes how a start ended into the ledger. While PostgreSQL is away it keeps trying; the
/// heartbeat keeps the lease.
@ApplicationScoped
class Settlement {

  private static final Logger LOG = Logger.getLogger(Settlement.class);
  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
  private static final int TRIES = 30;
  private static final int ERROR_LENGTH = 2000;

  private final Ledger ledger;
  private final Completions completions;
  private final Controls controls;
  private final QueueMeters meters;
  private final QueueEvents events;

  Settlement(
      Ledger ledger,
      Completions completions,
      Controls controls,
      QueueMeters meters,
      QueueEvents events) {
    this.ledger = ledger;
    this.completions = completions;
    this.controls = controls;
    this.meters = meters;
    this.events = events;
  }

  Uni<Void> settle(RunningJob job, Ending ending) {
    return settled(job, ending)
        .onFailure()
        .retry()
        .withBackOff(FIRST_PAUSE, LONGEST_PAUSE)
        .atMost(TRIES)
        .invoke(label -> tell(job, label))
        .replaceWithVoid();
  }

  /// The completion was written together with others'.
  void completed(RunningJob job) {
    tell(job, "completed");
  }

  private void tell(RunningJob job, String label) {
    meters.ended(job.claimed().queue(), label, job.ran());
    job.traceEnded(label);
    events.ended(job.claimed().queue(), label, job.claimed().id());
  }

  /// Does it and answers the label of the metric.
  private Uni<String> settled(RunningJob running, Ending ending) {
    if (running.isCommitted()) {
      return Uni.createFrom().item("completed");
    }
    Claimed job = running.claimed();
    return switch (ending) {
      case Ending.Answered(JobOutcome outcome) -> answered(job, outcome);
      case Ending.Lost() -> {
        meters.zombieRejected(job.queue());
        yield Uni.createFrom().item("lost");
      }
      case Ending.CancelRequested() ->
          ledger
              .finish(job.id(), job.lease(), Final.CANCELLED, "cancelled")
              .replaceWith("cancelled");
      case Ending.Released() ->
          ledger
              .giveBack(job.id(), job.lease(), Duration.ZERO, "its worker stopped")
              .replaceWith("released");
    };
  }

  private Uni<String> answered(Claimed job, JobOutcome outcome) {
    return switch (outcome) {
      case Completed() ->
          completions.done(job.id(), job.lease()).map(ours -> ours ? "completed" : "lost");
      case Snoozed(Duration delay, String reason) ->
          ledger.giveBack(job.id(), job.lease(), delay, cut(reason)).replaceWith("snoozed");
      case Discarded(String reason) -> bury(job, "discarded", reason);
      case Retryable retryable -> retry(job, retryable);
    };
  }

  private Uni<String> retry(Claimed job, Retryable retryable) {
    if (job.attempt() >= job.maxAttempts()) {
      return bury(job, "exhausted", retryable.reason());
    }
    Duration delay =
        RetryPolicy.of(controls.settings(job.queue()))
            .delayAfter(job.attempt(), retryable.after(), ThreadLocalRandom.current());
    LOG.infof("job will be retried in=%s reason=%s", delay, retryable.reason());
    return ledger
        .retry(job.id(), job.lease(), delay, cut(retryable.reason()))
        .replaceWith("retried");
  }

  private Uni<String> bury(Claimed job, String why, String reason) {
    LOG.warnf("job is dead why=%s reason=%s", why, reason);
    return ledger
        .bury(job.id(), job.lease(), why, cut(why + ": " + reason))
        .invoke(ours -> countDead(job, why, ours))
        .replaceWith("dead");
  }

  private void countDead(Claimed job, String why, boolean ours) {
    if (ours) {
      meters.died(job.queue(), why);
    }
  }

  /// A NUL would be refused, and a reason is a sentence, not a page.
  private static String cut(String reason) {
    String clean = reason.replace('\0', ' ');
    return clean.length() > ERROR_LENGTH ? clean.substring(0, ERROR_LENGTH) : clean;
  }
}
