package io.competitoriq.process;

import static java.time.Duration.ofSeconds;

import io.competitoriq.flags.Flag;
import io.competitoriq.flags.FlaggedJobs;
import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.process.change.SignalQueueFull;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// A stored snapshot becomes a document, facts, and a signal for every change that is confirmed.
@ApplicationScoped
class ProcessSnapshotHandler implements JobHandler<ProcessSnapshot> {

  private final FlaggedJobs flagged;
  private final SnapshotBodies bodies;
  private final Comparisons comparisons;
  private final Understandings understandings;

  ProcessSnapshotHandler(
      FlaggedJobs flagged,
      SnapshotBodies bodies,
      Comparisons comparisons,
      Understandings understandings) {
    this.flagged = flagged;
    this.bodies = bodies;
    this.comparisons = comparisons;
    this.understandings = understandings;
  }

  @Override
  public String queue() {
    return ProcessSnapshot.QUEUE;
  }

  @Override
  public String kind() {
    return ProcessSnapshot.KIND;
  }

  @Override
  public Class<ProcessSnapshot> payloadType() {
    return ProcessSnapshot.class;
  }

  @Override
  public Uni<JobOutcome> handle(Job<ProcessSnapshot> job, JobContext context) {
    return flagged.whileOn(Flag.PROCESS, job, () -> understand(job, context));
  }

  private Uni<JobOutcome> understand(Job<ProcessSnapshot> job, JobContext context) {
    ProcessSnapshot snapshot = job.payload();
    return bodies
        .read(snapshot, context)
        .chain(reading -> comparisons.of(job.workspaceId(), snapshot, reading, context))
        .chain(known -> context.commit(tx -> understandings.store(tx, job.workspaceId(), known)))
        .onFailure(SourceMovedOn.class)
        .recoverWithItem(
            moved -> new JobOutcome.Snoozed(ofSeconds(1), String.valueOf(moved.getMessage())))
        .onFailure(SignalQueueFull.class)
        .recoverWithItem(
            full -> new JobOutcome.Snoozed(ofSeconds(30), String.valueOf(full.getMessage())));
  }
}
