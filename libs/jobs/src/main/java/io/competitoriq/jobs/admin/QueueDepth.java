package io.competitoriq.jobs.admin;

import java.time.Duration;

/// How one queue stands.
///
/// @param ready jobs that may start now
/// @param delayed jobs that may start later: retries, snoozes, schedules
/// @param dead dead letters
/// @param oldestAge how long the longest waiting ready job has been ready
/// @param relayLag how long the longest waiting ready job without a ticket has been ready
/// @param oldestInflight how long the longest running job has been running
public record QueueDepth(
    String queue,
    long ready,
    long delayed,
    long running,
    long dead,
    Duration oldestAge,
    Duration relayLag,
    Duration oldestInflight) {}
