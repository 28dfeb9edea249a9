package io.competitoriq.jobs;

/// What became of a request to enqueue. Never silently ignored: the caller can tell the three
/// apart.
public sealed interface Enqueued {

  /// A new job; it exists when the caller's transaction commits.
  record Added(long id) implements Enqueued {}

  /// A queued or running job with the same dedup key exists already; nothing was added.
  record Duplicate(long existingId) implements Enqueued {}

  /// The queue takes no more: it is deeper than `ciq.jobs.queues.<queue>.max-depth`, or an operator
  /// drains it. The reason says which, and how to undo it.
  record Rejected(String reason) implements Enqueued {}
}
