package io.competitoriq.bench.queue.agent;

/// Payload of a job of the whole engine.
///
/// @param sentNanos when it was enqueued, on the monotonic clock
/// @param holdMillis how long the handler takes besides its effect
/// @param pad makes it as long as the peer's
public record BenchJob(long sentNanos, int holdMillis, String pad) {}
