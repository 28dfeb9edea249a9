package io.competitoriq.chaos;

import io.competitoriq.chaos.fault.Killer;
import io.competitoriq.chaos.fleet.Fleet;
import io.competitoriq.chaos.report.Progress;
import io.competitoriq.chaos.report.Report;
import io.competitoriq.chaos.report.Row;
import io.competitoriq.chaos.server.Servers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Only kills, as many as the machine can start workers for, then silence, then the invariants.
final class Kills {

  static final int WORKERS = 4;

  /// Jobs of the kills: none that kills its worker itself, because only ours shall be counted, and
  /// none so slow that it is likely to lose three workers.
  static final List<String> MIX = List.of("-Dchaos.poison=false", "-Dchaos.slowest=600ms");

  private static final int JOBS_PER_SECOND = 20;
  private static final int SAY_EVERY = 20;

  private final Options options;
  private final Servers servers;
  private final Fleet fleet;

  Kills(Options options, Servers servers, Fleet fleet) {
    this.options = options;
    this.servers = servers;
    this.fleet = fleet;
  }

  Report run() {
    long begin = System.nanoTime();
    Killer killer = new Killer(fleet, options.seed());
    fleet.producer().rate(JOBS_PER_SECOND);
    while (killer.total() < options.kills() && killer.killOne()) {
      if (killer.total() % SAY_EVERY == 0) {
        Progress.say(
            "%d kills in %.1f minutes".formatted(killer.total(), Report.minutesSince(begin)));
      }
    }
    fleet.producer().rate(0);
    double minutes = Report.minutesSince(begin);
    var aftermath = new Aftermath(servers, fleet);
    List<Row> rows = aftermath.rows();
    rows.add(Row.atLeast("kills", "kills", killer.total(), options.kills()));
    rows.add(Row.told("kills_per_minute", "kills", killer.total() / minutes));
    rows.add(Row.told("worker_start_processor_median", "s", killer.startSeconds()));
    return new Report(about(killer, minutes, aftermath.jobs()), rows);
  }

  private Map<String, Object> about(Killer killer, double minutes, long jobs) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("seed", options.seed());
    about.put("minutes", minutes);
    about.put("workers", WORKERS);
    about.put("jobs", jobs);
    about.put("kills", killer.total());
    about.put("moments", killer.counts());
    return about;
  }
}
