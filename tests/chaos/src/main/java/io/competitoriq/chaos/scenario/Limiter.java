package io.competitoriq.chaos.scenario;

import io.competitoriq.chaos.report.Row;
import io.competitoriq.chaos.server.Waiting;
import java.time.Duration;
import java.util.List;

/// A backlog of a limited queue, three workers: no window holds more than the limit, and hardly any
/// permit is wasted.
final class Limiter {

  static final int LIMIT = 100;
  static final int WINDOW_SECONDS = 10;

  private static final int WINDOWS = 6;
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String STARTS =
      "select started_at from chaos.change where state = 1 and queue = 'limited-jobs'";

  private Limiter() {}

  static List<Row> measure(Scene scene) {
    int jobs = LIMIT * WINDOWS;
    scene.fleet().producer().burst(jobs, "limited-jobs", "PLAIN", 0);
    Waiting.until("all start", PATIENCE, () -> scene.records().count(STARTS) >= jobs);
    double worst = scene.records().number(worstWindow());
    double took =
        scene
            .records()
            .number(
                "select extract(epoch from max(started_at) - min(started_at)) from ("
                    + STARTS
                    + ") s");
    // The first window's starts come at once, so the last ones are due after one window less.
    double ideal = (WINDOWS - 1) * (double) WINDOW_SECONDS;
    return List.of(
        Row.atMost("limiter_worst_window", "of the limit", worst / LIMIT, 1),
        Row.atLeast("limiter_used", "%", 100 * ideal / took, 98));
  }

  private static String worstWindow() {
    return "select max(n) from (select count(*) over (order by started_at range between current row"
        + " and interval '%d microseconds' following) as n from (%s) s) w"
            .formatted(WINDOW_SECONDS * 1_000_000L - 1, STARTS);
  }
}
