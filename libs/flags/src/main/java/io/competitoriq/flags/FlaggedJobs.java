package io.competitoriq.flags;

import io.competitoriq.jobs.Job;
import io.competitoriq.jobs.JobOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.function.Supplier;

/// Jobs that are done while a flag is on, and sleep while it is off.
@ApplicationScoped
public class FlaggedJobs {

  /// How long a job sleeps when nobody wakes it. A change of the flag does; but each look is a
  /// start that counts for the queue's limit, so that one workspace's sleepers must not look often.
  public static final Duration SLEEP = Duration.ofMinutes(5);

  private final Flags flags;

  FlaggedJobs(Flags flags) {
    this.flags = flags;
  }

  /// Does the work, or answers that the job waits: no attempt is spent, and within seconds of the
  /// flag being on again it is taken up.
  public Uni<JobOutcome> whileOn(Flag flag, Job<?> job, Supplier<Uni<JobOutcome>> work) {
    return flags.on(flag, job.workspaceId())
        ? work.get()
        : Uni.createFrom().item(new JobOutcome.Snoozed(SLEEP, flag.offReason()));
  }
}
