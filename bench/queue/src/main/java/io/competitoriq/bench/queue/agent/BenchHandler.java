package io.competitoriq.bench.queue.agent;

import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobContext;
import io.competitoriq.jobs.JobHandler;
import io.competitoriq.jobs.JobOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/// Does nothing, or writes one row in the transaction that completes the job. Waits at the gate
/// first, which is how a backlog can be filled before it is worked off.
@ApplicationScoped
class BenchHandler implements JobHandler<BenchJob> {

  private final String queue;
  private final Gate gate;

  BenchHandler(
      @ConfigProperty(name = "bench.queue", defaultValue = "idle") String queue, Gate gate) {
    this.queue = queue;
    this.gate = gate;
  }

  @Override
  public String queue() {
    return queue;
  }

  @Override
  public String kind() {
    return "bench";
  }

  @Override
  public Class<BenchJob> payloadType() {
    return BenchJob.class;
  }

  @Override
  public Uni<JobOutcome> handle(Job<BenchJob> job, JobContext context) {
    gate.begun(job.id(), job.payload().sentNanos());
    return gate.pass()
        .chain(() -> held(job.payload().holdMillis()))
        .chain(() -> job.payload().effect() ? effect(job, context) : nothing());
  }

  private static Uni<JobOutcome> effect(Job<BenchJob> job, JobContext context) {
    return context.commit(tx -> tx.persist(new EffectRow(job.id(), job.workspaceId())));
  }

  private static Uni<JobOutcome> nothing() {
    return Uni.createFrom().item(new JobOutcome.Completed());
  }

  private static Uni<Void> held(int millis) {
    Uni<Void> now = Uni.createFrom().voidItem();
    return millis == 0 ? now : now.onItem().delayIt().by(Duration.ofMillis(millis));
  }
}
