package io.competitoriq.process;

import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.competitoriq.messages.ProcessSnapshot;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/// A stored snapshot becomes a document, facts, and a signal for every change that is confirmed.
@ApplicationScoped
class ProcessSnapshotHandler implements JobHandler<ProcessSnapshot> {

  private static final Duration TURN = Duration.ofSeconds(1);

  private final SnapshotBodies bodies;
  private final SourceHistories histories;
  private final Comparisons comparisons;
  private final Understandings understandings;

  ProcessSnapshotHandler(
      SnapshotBodies bodies,
      SourceHistories histories,
      Comparisons comparisons,
      Understandings understandings) {
    this.bodies = bodies;
    this.histories = histories;
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
    ProcessSnapshot snapshot = job.payload();
    return bodies
        .read(snapshot)
        .chain(
            reading ->
                histories
                    .of(job.workspaceId(), snapshot.sourceId())
                    .chain(history -> comparisons.of(snapshot, reading, history)))
        .chain(known -> context.commit(tx -> understandings.store(tx, job.workspaceId(), known)))
        .onFailure(SourceMovedOn.class)
        .recoverWithItem(moved -> new JobOutcome.Snoozed(TURN, String.valueOf(moved.getMessage())));
  }
}
