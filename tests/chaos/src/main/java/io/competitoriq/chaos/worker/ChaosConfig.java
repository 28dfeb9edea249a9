package io.competitoriq.chaos.worker;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.time.Duration;

/// How the harness wants this process.
@ConfigMapping(prefix = "chaos")
public interface ChaosConfig {

  /// Where this process writes its records.
  @WithDefault("target")
  Path folder();

  /// Name of this process, part of its files' names.
  @WithDefault("worker")
  String name();

  /// Seed of the jobs that a producer makes.
  @WithDefault("1")
  long seed();

  /// False: the mix has no job that kills its worker.
  @WithDefault("true")
  boolean poison();

  /// The slowest job of the mix takes so long.
  @WithDefault("2500ms")
  Duration slowest();

  /// True: this process enqueues what its standard input says.
  @WithDefault("false")
  boolean producer();
}
