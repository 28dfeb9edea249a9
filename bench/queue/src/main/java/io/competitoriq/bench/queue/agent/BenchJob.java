package io.competitoriq.bench.queue.agent;

/// Payload of a job of the whole engine.
///
/// @param sentNanos when it was enqueued, on the monotonic clock
/// @param holdMillis how long the handler takes besides its effect
/// @param effect whether it leaves a row behind, in the commit that completes it
/// @param pad makes it as long as the peer's
public record BenchJob(long sentNanos, int holdMillis, boolean effect, String pad) {}
