package io.competitoriq.gateway.queue;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import io.competitoriq.jobs.Priority;
import io.competitoriq.jobs.admin.JobView;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A job as an operator sees it; see [JobView].
///
/// @param payload as stored: ids and small facts; only of a single job
@JsonInclude(JsonInclude.Include.NON_NULL)
record JobJson(
    long id,
    String queue,
    String kind,
    UUID workspaceId,
    String state,
    String priority,
    @Nullable String host,
    @Nullable String dedup,
    Instant runAt,
    int attempt,
    int maxAttempts,
    int crashes,
    @Nullable Integer progress,
    @Nullable String worker,
    boolean cancelRequested,
    Instant createdAt,
    @Nullable Instant startedAt,
    @Nullable Instant finishedAt,
    @Nullable Instant leaseUntil,
    @Nullable String reason,
    @Nullable String error,
    @Nullable String traceId,
    @JsonRawValue @Nullable String payload) {

  static JobJson of(JobView job) {
    return of(job, null, null);
  }

  static JobJson of(JobView.Detail detail) {
    return of(detail.job(), detail.payload(), detail.leaseUntil());
  }

  private static JobJson of(JobView job, @Nullable String payload, @Nullable Instant leaseUntil) {
    return new JobJson(
        job.id(),
        job.queue(),
        job.kind(),
        job.workspaceId(),
        job.state().label(),
        Priority.values()[job.priority()].name().toLowerCase(Locale.ROOT),
        job.host(),
        job.dedup(),
        job.runAt(),
        job.attempt(),
        job.maxAttempts(),
        job.crashes(),
        job.progress(),
        job.worker(),
        job.cancelRequested(),
        job.createdAt(),
        job.startedAt(),
        job.finishedAt(),
        leaseUntil,
        job.deadReason(),
        job.error(),
        job.traceId(),
        payload);
  }
}
