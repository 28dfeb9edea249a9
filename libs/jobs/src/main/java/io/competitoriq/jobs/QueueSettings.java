package io.competitoriq.jobs;

import static java.util.Objects.requireNonNull;

/// The settings of a queue, whether or not the configuration names it.
public final class QueueSettings {

  private QueueSettings() {}

  public static JobsConfig.Queue of(JobsConfig config, String queue) {
    return requireNonNull(config.queues().get(queue), "queues have defaults");
  }
}
