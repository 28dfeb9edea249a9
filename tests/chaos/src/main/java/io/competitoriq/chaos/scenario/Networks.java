package io.competitoriq.chaos.scenario;

import io.competitoriq.chaos.fleet.Worker;
import io.competitoriq.chaos.report.Progress;
import io.competitoriq.chaos.report.Row;
import io.competitoriq.chaos.server.TcpProxy;
import io.competitoriq.chaos.server.TcpProxy.Mode;
import io.competitoriq.chaos.server.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How long after its network is whole again a worker takes jobs by tickets again. Nobody restarts
/// it.
final class Networks {

  private static final int JOBS_PER_SECOND = 40;
  private static final Duration BROKEN = Duration.ofSeconds(15);
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  /// A silent connection is given up after 15 s (Redis) and 30 s (PostgreSQL).
  private static final double PROMISE_SECONDS = 45;

  private Networks() {}

  static List<Row> measure(Scene scene) {
    Worker worker = scene.fleet().workers().getFirst();
    scene.fleet().producer().steady(JOBS_PER_SECOND, "chaos-jobs", "PLAIN");
    List<Row> rows = new ArrayList<>();
    for (Mode mode : List.of(Mode.CUT, Mode.DELAY, Mode.HOLD, Mode.LOSE)) {
      rows.add(back(scene, worker, "redis", worker.toRedis(), mode));
      rows.add(back(scene, worker, "postgres", worker.toPostgres(), mode));
    }
    scene.fleet().producer().rate(0);
    Waiting.until("all end", PATIENCE, () -> scene.records().unfinished() == 0);
    return rows;
  }

  private static Row back(Scene scene, Worker worker, String to, TcpProxy proxy, Mode mode) {
    proxy.set(mode);
    Waiting.rest(BROKEN);
    proxy.set(Mode.PASS);
    double healed = scene.now();
    boolean back = Waiting.happens(PATIENCE, () -> works(scene, worker, healed));
    double seconds = back ? scene.now() - healed : PATIENCE.toSeconds();
    String metric = "back_after_%s_%s".formatted(to, mode.name().toLowerCase(Locale.ROOT));
    Progress.say("  %s %.1f s%s".formatted(metric, seconds, back ? "" : " and not yet"));
    return Row.atMost(metric, "s", seconds, PROMISE_SECONDS);
  }

  /// Five starts after the network was whole, the last of them by ticket.
  private static boolean works(Scene scene, Worker worker, double healed) {
    String starts =
        String.format(
            Locale.ROOT,
            "select from chaos.change where state = 1 and worker = '%s'"
                + " and started_at > to_timestamp(%f)",
            worker.identity(),
            healed);
    return worker.inDirectMode().isEmpty() && scene.records().count(starts) >= 5;
  }
}
