package io.competitoriq.jobs.ledger;

import java.util.UUID;

/// A job this process owns until its lease runs out.
///
/// @param payload JSON
/// @param trace `traceparent` of the enqueuing work, empty when there was none
/// @param attempt which start this is, from 1
/// @param lease proof of ownership; a completion with another one changes nothing
/// @param waitedMillis time from when the job might have run to now
public record Claimed(
    long id,
    String queue,
    String kind,
    UUID workspaceId,
    String payload,
    String trace,
    int attempt,
    int maxAttempts,
    UUID lease,
    long waitedMillis) {}
