package io.competitoriq.chaos.scenario;

import io.competitoriq.chaos.report.Row;
import io.competitoriq.chaos.server.RedisWire;
import io.competitoriq.chaos.server.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// Five times in a row Redis forgets everything under load: how long does nothing start?
final class RedisEmptied {

  private static final int ROUNDS = 5;
  private static final int BACKLOG = 400;
  private static final int JOB_MILLIS = 300;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration WATCH = Duration.ofSeconds(4);

  private RedisEmptied() {}

  static List<Row> measure(Scene scene) {
    double worst = 0;
    for (int i = 0; i < ROUNDS; i++) {
      worst = Math.max(worst, round(scene));
    }
    return List.of(
        Row.atMost("redis_emptied_longest_pause", "s", worst, 3),
        Row.told("redis_emptied_rounds", "rounds", ROUNDS));
  }

  private static double round(Scene scene) {
    scene.fleet().producer().burst(BACKLOG, "chaos-jobs", "SLOW", JOB_MILLIS);
    Waiting.until("a backlog", PATIENCE, () -> scene.records().unfinished() > BACKLOG / 2);
    double emptied = scene.now();
    try (RedisWire redis = scene.servers().redis().connect()) {
      redis.command("FLUSHALL");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Waiting.rest(WATCH);
    Waiting.until("all end", PATIENCE, () -> scene.records().unfinished() == 0);
    return longestPause(scene, emptied);
  }

  /// The longest time between two starts, from the moment Redis was empty until the last job.
  private static double longestPause(Scene scene, double from) {
    return scene
        .records()
        .number(
            String.format(
                Locale.ROOT,
                """
                select max(extract(epoch from started_at) - coalesce(lag, %1$f)) from (
                  select started_at, extract(epoch from lag(started_at) over (order by started_at)) as lag
                    from chaos.change where state = 1 and started_at > to_timestamp(%1$f)) s
                """,
                from));
  }
}
