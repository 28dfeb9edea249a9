package io.competitoriq.jobs.worker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.jobs.Handlers;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.jobs.JobOutcome.Discarded;
import io.competitoriq.jobs.JobOutcome.Retryable;
import io.competitoriq.jobs.LeaseLost;
import io.competitoriq.jobs.control.Controls;
import io.competitoriq.jobs.ledger.Claimed;
import io.competitoriq.jobs.ledger.Fence;
import io.competitoriq.jobs.meters.QueueMeters;
import io.competitoriq.telemetry.TraceContext;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.TimeoutException;
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

  private final Handlers handlers;
  private final RunningJobs running;
  private final Settlement settlement;
  private final WorkspaceTransactions transactions;
  private final Fence fence;
  private final ObjectMapper mapper;
  private final Controls controls;
  private final QueueMeters meters;
  private final Vertx vertx;

  /// Nine collaborators: this is where the parts of one start meet.
  JobRunner(
      Handlers handlers,
      RunningJobs running,
      Settlement settlement,
      WorkspaceTransactions transactions,
      Fence fence,
      ObjectMapper mapper,
      Controls controls,
      QueueMeters meters,
      Vertx vertx) {
    this.handlers = handlers;
    this.running = running;
    this.settlement = settlement;
    this.transactions = transactions;
    this.fence = fence;
    this.mapper = mapper;
    this.controls = controls;
    this.meters = meters;
    this.vertx = vertx;
  }

  /// Returns at once; `whenOver` runs when the job is settled and nothing of it computes any more,
  /// on any thread.
  void start(Claimed claimed, Runnable whenOver) {
    RunningJob job = running.add(claimed);
    SafeContext context = SafeContext.create(vertx);
    meters.started(claimed.queue(), Duration.ofMillis(Math.max(0, claimed.waitedMillis())));
    Uni<Ending> answered =
        context
            .run(() -> marked(job, context))
            .ifNoItem()
            .after(controls.settings(claimed.queue()).timeout())
            .fail()
            .<Ending>map(Ending.Answered::new)
            .onFailure()
            .recoverWithItem(failure -> failed(claimed, failure));
    Uni.combine()
        .any()
        .of(answered, job.interrupted())
        .invoke(job::markOver)
        .chain(ending -> context.run(() -> settlement.settle(job, ending)))
        .onTermination()
        .invoke(() -> running.end(job, whenOver))
        .subscribe()
        .with(
            _ -> {},
            failure ->
                LOG.errorf(
                    failure, "job not settled, its lease will run out job=%d", claimed.id()));
  }

  /// On the job's context, so that every log line of the handler says whose it is.
  private Uni<JobOutcome> marked(RunningJob job, SafeContext context) {
    Claimed claimed = job.claimed();
    MDC.put("jobId", String.valueOf(claimed.id()));
    MDC.put("queue", claimed.queue());
    MDC.put("kind", claimed.kind());
    TraceContext trace = TraceContext.continued(claimed.trace());
    trace.mark();
    var leased = new LeasedContext(job, context, transactions, fence);
    return handlers
        .of(claimed.queue(), claimed.kind())
        .map(handler -> handle(handler, claimed, trace.traceId(), leased))
        .orElseGet(() -> outcome(new Retryable("no handler here for " + claimed.kind())));
  }

  private <P> Uni<JobOutcome> handle(
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
    if (failure instanceof TimeoutException) {
      return new Ending.Answered(new Retryable("timeout"));
    }
    LOG.warnf(failure, "handler failed job=%d kind=%s", claimed.id(), claimed.kind());
    return new Ending.Answered(new Retryable(failure.toString()));
  }

  private static Uni<JobOutcome> outcome(JobOutcome outcome) {
    return Uni.createFrom().item(outcome);
  }
}
