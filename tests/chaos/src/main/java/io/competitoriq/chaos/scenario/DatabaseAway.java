package io.competitoriq.chaos.scenario;

import io.competitoriq.chaos.report.Row;
import io.competitoriq.chaos.server.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// PostgreSQL away for longer than a lease while long jobs run: no heartbeat arrives, but their
/// workers live, so nobody else may start them.
final class DatabaseAway {

  private static final int JOBS = 6;
  private static final int JOB_MILLIS = 55_000;
  private static final Duration AWAY = Duration.ofSeconds(40);
  private static final Duration PATIENCE = Duration.ofSeconds(120);

  private DatabaseAway() {}

  static List<Row> measure(Scene scene) {
    long frozen =
        startedTwice(
            scene,
            () -> {
              scene.servers().postgres().freeze();
              Waiting.rest(AWAY);
              scene.servers().postgres().thaw();
            });
    long stopped =
        startedTwice(
            scene,
            () -> {
              scene.servers().postgres().stopFast();
              Waiting.rest(AWAY);
              start(scene);
            });
    return List.of(
        Row.violations("database_frozen_jobs_started_twice", frozen),
        Row.violations("database_stopped_jobs_started_twice", stopped));
  }

  private static void start(Scene scene) {
    try {
      scene.servers().postgres().start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static long startedTwice(Scene scene, Runnable outage) {
    double begin = scene.now();
    scene.fleet().producer().burst(JOBS, "chaos-jobs", "SLOW", JOB_MILLIS);
    String starts =
        String.format(
            Locale.ROOT,
            "select job_id from chaos.change where state = 1 and script = 'SLOW'"
                + " and at > to_timestamp(%f)",
            begin);
    Waiting.until("the jobs run", PATIENCE, () -> scene.records().count(starts) >= JOBS);
    outage.run();
    Waiting.until("all end", PATIENCE, () -> scene.records().unfinished() == 0);
    return scene.records().count(starts) - JOBS;
  }
}
