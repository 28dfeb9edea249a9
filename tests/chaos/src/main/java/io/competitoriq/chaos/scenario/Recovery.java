package io.competitoriq.chaos.scenario;

import io.competitoriq.chaos.fleet.Worker;
import io.competitoriq.chaos.report.Progress;
import io.competitoriq.chaos.report.Row;
import io.competitoriq.chaos.server.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;

/// How long after `kill -9` of its worker a job starts again: lease 30 s, reaper 5 s, relay 1 s.
final class Recovery {

  private static final int JOBS = 6;
  private static final int JOB_MILLIS = 25_000;
  private static final double PROMISE_SECONDS = 36;
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /// The kill meets different moments between two heartbeats.
  private static final List<Integer> MOMENTS_MILLIS = List.of(500, 4_000, 8_000);

  private Recovery() {}

  static List<Row> measure(Scene scene) {
    List<Double> seconds = new ArrayList<>();
    for (int moment : MOMENTS_MILLIS) {
      seconds.addAll(round(scene, moment));
    }
    Collections.sort(seconds);
    return List.of(
        Row.atMost("kill_recovery_worst", "s", seconds.getLast(), PROMISE_SECONDS),
        Row.told("kill_recovery_median", "s", seconds.get(seconds.size() / 2)),
        Row.told("kill_recovery_samples", "jobs", seconds.size()));
  }

  private static List<Double> round(Scene scene, int momentMillis) {
    double begin = scene.now();
    scene.fleet().producer().burst(JOBS, "chaos-jobs", "SLOW", JOB_MILLIS);
    Waiting.until(
        "the jobs run", PATIENCE, () -> scene.records().count(startsSince(begin)) >= JOBS);
    Waiting.rest(Duration.ofMillis(momentMillis));
    Worker victim = busiest(scene, begin);
    String owned =
        "select job_id from chaos.last where state = 1 and worker = '%s'"
            .formatted(victim.identity());
    List<Long> jobs = scene.records().ids(owned);
    double killed = scene.now();
    victim.kill();
    Progress.say("killed " + victim.name() + " with " + jobs.size() + " jobs");
    Waiting.until(
        "its jobs run again",
        PATIENCE,
        () -> jobs.stream().allMatch(job -> startedAgain(scene, job, killed) > 0));
    return jobs.stream().map(job -> startedAgain(scene, job, killed)).toList();
  }

  private static Worker busiest(Scene scene, double since) {
    List<String> names =
        scene
            .records()
            .lines(
                "select worker from ("
                    + startsSince(since)
                    + ") s group by worker"
                    + " order by count(*) desc");
    return scene.fleet().workers().stream()
        .filter(worker -> worker.identity().equals(names.getFirst()))
        .findFirst()
        .orElseThrow();
  }

  private static String startsSince(double begin) {
    return String.format(
        Locale.ROOT,
        "select worker from chaos.change where state = 1 and script = 'SLOW' and at > to_timestamp(%f)",
        begin);
  }

  /// Seconds from the kill to the job's next start; 0: not yet.
  private static double startedAgain(Scene scene, long job, double killed) {
    return scene
        .records()
        .number(
            String.format(
                Locale.ROOT,
                "select coalesce(min(extract(epoch from started_at)) - %1$f, 0) from chaos.change"
                    + " where state = 1 and job_id = %2$d and started_at > to_timestamp(%1$f)",
                killed,
                job));
  }
}
