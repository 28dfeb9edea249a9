package io.competitoriq.jobs.control;

import java.util.Map;

/// What operators decided about one queue.
///
/// @param paused takes new jobs and starts none
/// @param draining takes no new job and runs what is there
/// @param overrides settings that differ from the configuration
public record QueueControl(boolean paused, boolean draining, Map<Setting, Double> overrides) {

  /// Nothing: the queue works as it is configured.
  public static final QueueControl NONE = new QueueControl(false, false, Map.of());

  public QueueControl {
    overrides = Map.copyOf(overrides);
  }
}
