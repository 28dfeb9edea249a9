package io.competitoriq.chaos.scenario;

import io.competitoriq.chaos.fleet.Producer.Answer;
import io.competitoriq.chaos.report.Row;
import io.competitoriq.chaos.server.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/// A minute without Redis: enqueueing goes on, and after a few seconds so do starts, in direct
/// mode.
final class RedisAway {

  private static final int JOBS_PER_SECOND = 20;
  private static final Duration BEFORE = Duration.ofSeconds(30);
  private static final Duration AWAY = Duration.ofSeconds(60);
  private static final Duration AFTER = Duration.ofSeconds(10);

  /// Direct mode begins 3 s after the first command that failed; one command may take 1 s.
  private static final int SWITCH_SECONDS = 5;

  private RedisAway() {}

  static List<Row> measure(Scene scene) {
    scene.fleet().producer().steady(JOBS_PER_SECOND, "chaos-jobs", "PLAIN");
    Waiting.rest(BEFORE);
    int answered = scene.fleet().producer().answers().size();
    scene.servers().redis().kill();
    double from = scene.now();
    Waiting.rest(AWAY);
    double to = scene.now();
    List<Answer> answers = scene.fleet().producer().answers();
    List<Answer> meanwhile = answers.subList(answered, answers.size());
    try {
      scene.servers().redis().start();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    Waiting.rest(AFTER);
    scene.fleet().producer().rate(0);
    Waiting.until("all end", Duration.ofSeconds(60), () -> scene.records().unfinished() == 0);
    return rows(scene, answers.subList(0, answered), meanwhile, from, to);
  }

  private static List<Row> rows(
      Scene scene, List<Answer> before, List<Answer> meanwhile, double from, double to) {
    long refused = meanwhile.stream().filter(answer -> !answer.accepted()).count();
    return List.of(
        Row.atMost("redis_down_enqueue_worst", "ms", millis(meanwhile, 1), 1000),
        Row.told("redis_down_enqueue_p99", "ms", millis(meanwhile, 0.99)),
        Row.told("redis_there_enqueue_worst", "ms", millis(before, 1)),
        Row.told("redis_there_enqueue_p99", "ms", millis(before, 0.99)),
        Row.violations("redis_down_enqueue_refused", refused),
        Row.told("redis_down_enqueued", "jobs", meanwhile.size()),
        Row.atMost(
            "redis_down_start_delay_p95", "s", delay(scene, 0.95, from + SWITCH_SECONDS, to), 2),
        Row.told("redis_down_start_delay_p95_with_switch", "s", delay(scene, 0.95, from, to)),
        Row.told("redis_down_start_delay_worst", "s", delay(scene, 1, from, to)),
        Row.told(
            "redis_back_start_delay_p95", "s", delay(scene, 0.95, to, to + AFTER.toSeconds())));
  }

  private static double millis(List<Answer> answers, double quantile) {
    List<Double> sorted = answers.stream().map(Answer::millis).sorted().toList();
    return sorted.get((int) Math.ceil(quantile * sorted.size()) - 1);
  }

  /// From the enqueueing commit to the first start, of the jobs enqueued in the time.
  private static double delay(Scene scene, double quantile, double from, double to) {
    return scene
        .records()
        .number(
            String.format(
                Locale.ROOT,
                """
                select percentile_cont(%f) within group (order by extract(epoch from first - at)) from (
                  select a.at, min(s.started_at) as first from chaos.change a
                    join chaos.change s on s.job_id = a.job_id and s.state = 1
                   where a.old_state is null and a.queue = 'chaos-jobs'
                     and a.at between to_timestamp(%f) and to_timestamp(%f)
                   group by a.job_id, a.at) d
                """,
                quantile,
                from,
                to));
  }
}
