package io.competitoriq.jobs.worker;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.jobs.Handlers;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.JobOutcome.Completed;
import io.competitoriq.jobs.JobOutcome.Discarded;
import io.competitoriq.jobs.JobOutcome.Retryable;
import io.competitoriq.jobs.LeaseLost;
import io.competitoriq.jobs.control.Controls;
import io.competitoriq.jobs.ledger.Claimed;
import io.competitoriq.jobs.ledger.Fence;
import io.competitoriq.jobs.meters.QueueMeters;
import io.competitoriq.telemetry.OpenSpan;
import io.competitoriq.telemetry.Spans;
import io.competitoriq.telemetry.TraceContext;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.logging.MDC;

/// Runs one claimed job: its handler on a context of its own, for the queue's time at most, then
/// the settlement.
@ApplicationScoped
class JobRunner {

  private static final Logger LOG = Logger.getLogger(JobRunner.class);
  private static final Ending COMPLETED = new Ending.Answered(new Completed());

  private final Handlers handlers;
  private final RunningJobs running;
  private final Settlement settlement;
  private final WorkspaceTransactions transactions;
  private final Fence fence;
  private final ObjectMapper mapper;
  private final Controls controls;
  private final QueueMeters meters;
  private final Spans spans;
  private final Vertx vertx;

  /// Ten collaborators: this is where the parts of one start meet.
  JobRunner(
      Handlers handlers,
      RunningJobs running,
      Settlement settlement,
      WorkspaceTransactions transactions,
      Fence fence,
      ObjectMapper mapper,
      Controls controls,
      QueueMeters meters,
      Spans spans,
      Vertx vertx) {
    this.handlers = handlers;
    this.running = running;
    this.settlement = settlement;
    this.transactions = transactions;
    this.fence = fence;
    this.mapper = mapper;
    this.controls = controls;
    this.meters = meters;
    this.spans = spans;
    this.vertx = vertx;
  }

  /// Returns at once; the home is freed when the job is settled and nothing of it computes any
  /// more.
  void start(Claimed claimed, Home home) {
    Duration timeout = controls.settings(claimed.queue()).timeout();
    var job = new RunningJob(claimed, SafeContext.create(vertx), home, timeout, this::settleEnded);
    running.add(job);
    meters.started(claimed.queue(), Duration.ofMillis(Math.max(0, claimed.waitedMillis())));
    job.context().execute(() -> handle(job));
  }

  /// On the job's context. A handler that throws has failed as if it had said so.
  private void handle(RunningJob job) {
    Uni<JobOutcome> work;
    try {
      work = marked(job);
    } catch (RuntimeException failed) {
      work = Uni.createFrom().failure(failed);
    }
    job.handledBy(
        work.subscribe()
            .with(
                outcome -> job.end(new Ending.Answered(outcome)),
                failure -> job.end(failed(job.claimed(), failure))));
  }

  /// So that every log line of the handler says whose it is.
  private Uni<JobOutcome> marked(RunningJob job) {
    Claimed claimed = job.claimed();
    MDC.put("jobId", String.valueOf(claimed.id()));
    MDC.put("queue", claimed.queue());
    MDC.put("kind", claimed.kind());
    OpenSpan span =
        spans
            .started("job " + claimed.kind(), claimed.trace())
            .put("ciq.queue", claimed.queue())
            .put("ciq.job.id", claimed.id())
            .put("ciq.job.attempt", claimed.attempt());
    job.tracedBy(span);
    TraceContext trace = span.context();
    trace.mark();
    var leased = new LeasedContext(job, transactions, fence);
    return handlers
        .of(claimed.queue(), claimed.kind())
        .map(handler -> handled(handler, claimed, trace.traceId(), leased))
        .orElseGet(() -> outcome(new Retryable("no handler here for " + claimed.kind())));
  }

  private <P> Uni<JobOutcome> handled(
      JobHandler<P> handler, Claimed claimed, String trace, LeasedContext context) {
    P payload;
    try {
      payload =
          mapper
              .readerFor(handler.payloadType())
              .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
              .readValue(claimed.payload());
    } catch (JsonProcessingException unreadable) {
      return outcome(new Discarded("unreadable payload: " + unreadable.getOriginalMessage()));
    }
    return handler.handle(
        new Job<>(
            claimed.id(),
            claimed.queue(),
            claimed.kind(),
            claimed.workspaceId(),
            payload,
            claimed.attempt(),
            claimed.maxAttempts(),
            trace),
        context);
  }

  private static Ending failed(Claimed claimed, Throwable failure) {
    if (failure instanceof LeaseLost) {
      return new Ending.Lost();
    }
    LOG.warnf(failure, "handler failed job=%d kind=%s", claimed.id(), claimed.kind());
    return new Ending.Answered(new Retryable(failure.toString()));
  }

  private static Uni<JobOutcome> outcome(JobOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }

  private void settleEnded(RunningJob job) {
    Ending ending = requireNonNull(job.ending());
    if (job.isCommitted() || !ending.equals(COMPLETED) || !job.home().ended(job)) {
      settleAlone(job);
    }
  }

  /// Writes how the start ended, by a statement of its own.
  void settleAlone(RunningJob job) {
    job.context()
        .run(() -> settlement.settle(job, requireNonNull(job.ending())))
        .onTermination()
        .invoke(() -> running.end(job))
        .subscribe()
        .with(
            _ -> {},
            failure ->
                LOG.errorf(
                    failure, "job not settled, its lease will run out job=%d", job.claimed().id()));
  }

  /// The job's completion is written.
  void settled(RunningJob job) {
    settlement.completed(job);
    running.end(job);
  }
}
