package io.competitoriq.jobs;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Work to be done once, some time after the caller's transaction commits.
///
/// @param payload a record of libs/messages, stored as JSON; ids and small facts, never bodies
/// @param dedup at most one queued or running job of the queue has this key; null: no deduplication
/// @param host the remote host the job will visit, for the queue's host delay; null: none
/// @param runAt not before this instant (PostgreSQL's clock decides); null: at once
/// @param maxAttempts starts until the job is dead; 0: the queue's setting
public record NewJob(
    String queue,
    String kind,
    UUID workspaceId,
    Object payload,
    @Nullable String dedup,
    @Nullable String host,
    @Nullable Instant runAt,
    Priority priority,
    int maxAttempts) {

  public NewJob {
    if (queue.isBlank() || kind.isBlank()) {
      throw new IllegalArgumentException("queue and kind must not be blank");
    }
    requireNonNull(workspaceId, "workspaceId");
    requireNonNull(payload, "payload");
    if (maxAttempts < 0) {
      throw new IllegalArgumentException("maxAttempts must not be negative: " + maxAttempts);
    }
  }

  public NewJob(String queue, String kind, UUID workspaceId, Object payload) {
    this(queue, kind, workspaceId, payload, null, null, null, Priority.NORMAL, 0);
  }

  /// The same as the short constructor, for call chains.
  public static NewJob of(String queue, String kind, UUID workspaceId, Object payload) {
    return new NewJob(queue, kind, workspaceId, payload);
  }

  public NewJob dedup(String key) {
    return new NewJob(queue, kind, workspaceId, payload, key, host, runAt, priority, maxAttempts);
  }

  public NewJob host(String name) {
    return new NewJob(queue, kind, workspaceId, payload, dedup, name, runAt, priority, maxAttempts);
  }

  public NewJob runAt(Instant notBefore) {
    return new NewJob(
        queue, kind, workspaceId, payload, dedup, host, notBefore, priority, maxAttempts);
  }

  public NewJob priority(Priority wanted) {
    return new NewJob(queue, kind, workspaceId, payload, dedup, host, runAt, wanted, maxAttempts);
  }

  public NewJob maxAttempts(int starts) {
    return new NewJob(queue, kind, workspaceId, payload, dedup, host, runAt, priority, starts);
  }
}
