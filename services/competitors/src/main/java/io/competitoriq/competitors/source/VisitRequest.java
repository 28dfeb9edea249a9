package io.competitoriq.competitors.source;

/// Answer to "visit now": the job to look for in the queue.
///
/// @param jobId the new job, or the one that was on its way already
/// @param duplicate true when a visit was on its way already and no other was added
public record VisitRequest(long jobId, boolean duplicate) {}
