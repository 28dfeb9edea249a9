package io.competitoriq.jobs.admin;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One job as the ledger has it.
///
/// @param attempt starts so far that count
/// @param crashes workers it has lost
/// @param progress percent, null when the handler has not said
/// @param worker id of the process that has or had it
/// @param cancelRequested it is running and will be interrupted
/// @param error what the last failed attempt said
/// @param traceId what to search the logs for, null when it was enqueued without a trace
public record JobView(
    long id,
    String queue,
    String kind,
    UUID workspaceId,
    JobState state,
    int priority,
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
    @Nullable String deadReason,
    @Nullable String error,
    @Nullable String traceId) {

  /// The job with its payload (ids and small facts, never bodies).
  ///
  /// @param payload JSON
  /// @param leaseUntil until when its worker may be silent, null when nobody has it
  public record Detail(JobView job, String payload, @Nullable Instant leaseUntil) {}
}
