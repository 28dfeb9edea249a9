package io.competitoriq.jobs;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithDefaults;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/// Settings of the job engine. The defaults of the product's queues are in this library's
/// `META-INF/microprofile-config.properties`.
@ConfigMapping(prefix = "ciq.jobs")
public interface JobsConfig {

  /// False: this process enqueues but runs no worker and no maintenance.
  @WithDefault("true")
  boolean workers();

  /// How long a claimed job stays with a worker that gives no sign of life. Heartbeats go out every
  /// third of it.
  @WithDefault("30s")
  Duration lease();

  /// Redis unreachable for this long: workers claim straight from PostgreSQL.
  @WithDefault("3s")
  Duration directAfter();

  /// How often workers ask PostgreSQL in direct mode.
  @WithDefault("1s")
  Duration directPoll();

  /// One Redis command may take this long.
  @WithDefault("1s")
  Duration redisTimeout();

  /// How long a stopping process waits for its running jobs before it gives them back.
  @WithDefault("25s")
  Duration grace();

  /// Tickets of one queue in Redis, at most about this many, however long the backlog is.
  @WithDefault("2000")
  int ticketWindow();

  /// What this process calls itself in the register of workers.
  @WithDefault("${quarkus.application.name:unknown}")
  String service();

  /// The build that runs, for the register of workers.
  @WithDefault("${quarkus.application.version:unknown}")
  String version();

  /// How many processes a queue could use.
  Scale scale();

  /// Done and cancelled jobs leave the working table for the archive after this time.
  @WithDefault("1h")
  Duration archiveAfter();

  /// The archive keeps whole days (UTC) that ended within this time.
  @WithDefault("7d")
  Duration keepFinished();

  /// Where the heartbeat's own connection goes: to the database of everything else.
  Database database();

  /// How often the parts of the maintenance run.
  Every every();

  /// Settings per queue; a queue that is not named has the defaults below.
  @WithDefaults
  Map<String, Queue> queues();

  /// The settings of one queue.
  interface Queue {

    /// Jobs running at the same time in one process.
    @WithDefault("3")
    int slots();

    /// Starts of all processes together in any `window`; 0: no limit.
    @WithDefault("0")
    int limit();

    @WithDefault("60s")
    Duration window();

    /// One start may take this long, then it is cancelled and has failed.
    @WithDefault("60s")
    Duration timeout();

    @WithDefault("5")
    int maxAttempts();

    /// Queued jobs at most; enqueueing more is `Rejected`.
    @WithDefault("100000")
    int maxDepth();

    /// Time between two starts on one host; 0: none.
    @WithDefault("0s")
    Duration hostDelay();

    /// Jobs running on one host at the same time, over all processes; counts with a host delay
    /// only.
    @WithDefault("1")
    int hostJobs();

    @WithDefault("5s")
    Duration backoffBase();

    @WithDefault("15m")
    Duration backoffCap();
  }

  /// An address of PostgreSQL.
  interface Database {

    /// `postgresql://host:port/name`, with `?sslmode=` where the server wants it.
    String url();

    String user();

    Optional<String> password();

    /// PEM file that the server's certificate is checked with, where `sslmode` checks it.
    Optional<String> authority();
  }

  /// Bounds and goal of `ciq_queue_desired_workers`.
  interface Scale {

    /// A backlog should be gone after this time, as far as the limit lets it.
    @WithDefault("5m")
    Duration drainTarget();

    @WithDefault("1")
    int least();

    @WithDefault("20")
    int most();
  }

  /// Periods of the maintenance.
  interface Every {

    @WithDefault("1s")
    Duration relay();

    @WithDefault("5s")
    Duration reaper();

    @WithDefault("60s")
    Duration reconciler();

    @WithDefault("5s")
    Duration janitor();

    @WithDefault("60s")
    Duration archive();

    @WithDefault("10s")
    Duration gauges();

    /// How soon a change by an operator is in force everywhere.
    @WithDefault("2s")
    Duration controls();

    /// How often a process says in the register of workers that it is there.
    @WithDefault("5s")
    Duration register();
  }
}
