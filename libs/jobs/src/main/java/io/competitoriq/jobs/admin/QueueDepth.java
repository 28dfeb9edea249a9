package io.competitoriq.jobs.admin;

import java.time.Duration;

/// How one queue stands.
///
/// @param queued jobs that wait, those for later included
/// @param dead dead letters
/// @param oldestAge how long the longest waiting ready job has been ready
/// @param relayLag how long the longest waiting ready job without a ticket has been ready
public record QueueDepth(
    String queue, long queued, long running, long dead, Duration oldestAge, Duration relayLag) {}
