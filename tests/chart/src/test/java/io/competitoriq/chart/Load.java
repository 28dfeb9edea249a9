package io.competitoriq.chart;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;

/// What a workload has to do in a week that begins on Monday at midnight. Assumed, not recorded: no
/// installation has told us its week. What a request costs is measured (docs/performance.md).
///
/// @param part of the chart, without the release's name
/// @param says what it is, for the table
/// @param requestCores cores that its requests use in a second
/// @param jobs of its queues; none for a part that answers requests
record Load(String part, String says, IntToDoubleFunction requestCores, List<Jobs> jobs) {

  static final int HOUR = 3600;
  static final int DAY = 24 * HOUR;
  static final int WEEK = 7 * DAY;

  private static final int SPIKE = 2 * DAY + 11 * HOUR;
  private static final int SOURCES = 1_000;
  private static final int SOURCES_AFTER = 10_000;

  /// @param arrivals jobs that come in a second
  /// @param runSeconds how long one start takes, in whole seconds
  /// @param cpuSeconds processor time of one start
  record Jobs(String queue, IntUnaryOperator arrivals, int runSeconds, double cpuSeconds) {}

  @Override
  public String toString() {
    return part + ": " + says;
  }

  /// Of every autoscaler of production one at least.
  static List<Load> all() {
    return List.of(
        office("gateway", 200, 0.0022),
        office("gateway", 2_000, 0.0022),
        office("competitors", 200, 0.0012),
        office("competitors", 2_000, 0.0012),
        new Load(
            "competitors-worker",
            "450 competitors added on Wednesday at 11, 30 s each",
            second -> 0,
            List.of(new Jobs("discovery-jobs", second -> burst(second, SPIKE, 60, 450), 30, 1))),
        crawl(6),
        crawl(12),
        new Load(
            "process-worker",
            "every visit, 10,000 snapshots read anew on Saturday at 10, 3 s each",
            second -> 0,
            List.of(
                new Jobs(
                    "process-jobs",
                    second -> visits(second) + burst(second, 5 * DAY + 10 * HOUR, 60, 10_000),
                    3,
                    0.3))),
        new Load(
            "analysis-worker",
            "a signal in 50 visits; on Thursday at 12 a model is back, 1,200 assessments of 12 s",
            second -> 0,
            List.of(
                new Jobs(
                    "analysis-jobs",
                    second -> signals(second) + burst(second, 3 * DAY + 12 * HOUR, 60, 1_200),
                    12,
                    0.1),
                new Jobs("signal-jobs", Load::signals, 1, 0.1),
                new Jobs("alert-jobs", Load::signals, 1, 0.1))));
  }

  private static Load crawl(int runSeconds) {
    return new Load(
        "crawl-worker",
        "visits of %d s, 1,000 sources, 10,000 from Wednesday at 11".formatted(runSeconds),
        second -> 0,
        List.of(new Jobs("crawl-jobs", Load::visits, runSeconds, 0.1)));
  }

  /// Every source at two at night, within ten minutes, a tenth of them each hour, and the new ones
  /// at once.
  private static int visits(int second) {
    int sources = second < SPIKE ? SOURCES : SOURCES_AFTER;
    return burst(second % DAY, 2 * HOUR, 600, sources)
        + burst(second % HOUR, 0, HOUR, sources / 10)
        + burst(second, SPIKE, 60, SOURCES_AFTER - SOURCES);
  }

  private static int signals(int second) {
    int sources = second < SPIKE ? SOURCES : SOURCES_AFTER;
    return burst(second % DAY, 2 * HOUR, 600, sources / 50)
        + burst(second % HOUR, 0, HOUR, sources / 500);
  }

  /// People from seven to seven, most of them at one; a twentieth at night and on weekends. On
  /// Tuesday at nine a mail brings as many again, for ten minutes.
  private static Load office(String part, int peak, double coreSeconds) {
    return new Load(
        part,
        "office hours, %,d requests/s at most and as many again after a mail".formatted(peak),
        second -> {
          double hour = (double) (second % DAY) / HOUR;
          boolean work = second / DAY < 5 && hour > 7 && hour < 19;
          double share = work ? Math.max(0.05, Math.sin(Math.PI * (hour - 7) / 12)) : 0.05;
          boolean mail = second >= DAY + 9 * HOUR && second < DAY + 9 * HOUR + 600;
          return peak * (share + (mail ? 1 : 0)) * coreSeconds;
        },
        List.of());
  }

  /// Jobs of this second, when `jobs` come evenly in the `seconds` after `from`.
  private static int burst(int second, int from, int seconds, int jobs) {
    int since = second - from;
    return since < 0 || since >= seconds
        ? 0
        : (int) ((long) jobs * (since + 1) / seconds - (long) jobs * since / seconds);
  }
}
