package io.competitoriq.jobs.ledger;

/// "This job may be ready." Losing or doubling one is harmless.
///
/// @param host '' when the job visits none
public record Ticket(long jobId, int priority, String host) {}
