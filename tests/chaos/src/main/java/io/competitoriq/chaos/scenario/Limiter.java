package io.competitoriq.chaos.scenario;

import io.competitoriq.chaos.report.Row;
import io.competitoriq.chaos.server.Waiting;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

/// A backlog of a limited queue, three workers: no window holds more than the limit, and hardly any
/// permit is wasted.
///
/// The backlog lies there before the first start, and the workers are warm: otherwise the figure
/// would tell how fast jobs are enqueued and JVMs begin.
final class Limiter {

  static final int LIMIT = 100;
  static final int WINDOW_SECONDS = 10;

  private static final int WINDOWS = 6;
  private static final int JOBS = LIMIT * WINDOWS;
  private static final int WARM_UP = 400;
  private static final Duration PATIENCE = Duration.ofSeconds(120);
  private static final String STARTS =
      "select started_at from chaos.change where state = 1 and queue = 'limited-jobs'";
  private static final String NUMBERED =
      "select extract(epoch from started_at) as t, row_number() over (order by started_at) as n"
          + " from ("
          + STARTS
          + ") s";

  private Limiter() {}

  static List<Row> measure(Scene scene) {
    scene.fleet().producer().burst(WARM_UP, "chaos-jobs", "PLAIN", 0);
    pause(scene, true);
    scene.fleet().producer().burst(JOBS, "limited-jobs", "PLAIN", 0);
    Waiting.until("the backlog", PATIENCE, () -> scene.records().unfinished() == JOBS);
    pause(scene, false);
    Waiting.until("all start", PATIENCE, () -> scene.records().count(STARTS) >= JOBS);
    return rows(scene);
  }

  private static List<Row> rows(Scene scene) {
    // The first window's starts may come at once, so the last ones are due after one window less.
    double ideal = (WINDOWS - 1) * (double) WINDOW_SECONDS;
    return List.of(
        Row.atMost(
            "limiter_worst_window",
            "of the limit",
            scene.records().number(worstWindow()) / LIMIT,
            1),
        Row.atLeast("limiter_used", "%", 100 * ideal / between(scene, 1, JOBS), 98),
        Row.told("limiter_used_since_it_binds", "%", 100 * ideal / between(scene, LIMIT, JOBS)),
        Row.told("limiter_first_window_took", "s", between(scene, 1, LIMIT)),
        Row.told("limiter_permit_unused_p95", "s", scene.records().number(unused())));
  }

  /// Decided in the ledger, as the operators' API would.
  private static void pause(Scene scene, boolean paused) {
    try (Connection connection = scene.servers().postgres().connect();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "insert into jobs.queue_state (queue, paused) values ('limited-jobs', "
              + paused
              + ") on conflict (queue) do update set paused = excluded.paused");
    } catch (SQLException refused) {
      throw new IllegalStateException("not paused: " + refused.getMessage(), refused);
    }
  }

  /// Seconds from one start to another.
  private static double between(Scene scene, int first, int last) {
    return scene
        .records()
        .number(
            "select max(t) - min(t) from (%s) s where n in (%d, %d)"
                .formatted(NUMBERED, first, last));
  }

  /// How long a permit that came free lay there until a job started with it.
  private static String unused() {
    return "select percentile_cont(0.95) within group (order by b.t - a.t - %d) from (%s) a join (%s) b on b.n = a.n + %d"
        .formatted(WINDOW_SECONDS, NUMBERED, NUMBERED, LIMIT);
  }

  private static String worstWindow() {
    return "select max(n) from (select count(*) over (order by started_at range between current row"
        + " and interval '%d microseconds' following) as n from (%s) s) w"
            .formatted(WINDOW_SECONDS * 1_000_000L - 1, STARTS);
  }
}
