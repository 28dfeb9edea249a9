package io.competitoriq.chaos.worker;

/// Payload of every job of the chaos runs.
///
/// @param millis how long it takes
/// @param parent the job that enqueued it, 0 when the producer did
public record Act(Script script, int millis, long parent) {

  public static final String KIND = "act";
}
