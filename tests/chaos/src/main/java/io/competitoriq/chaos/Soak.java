package io.competitoriq.chaos;

import io.competitoriq.chaos.fault.Fault;
import io.competitoriq.chaos.fault.FaultPlan;
import io.competitoriq.chaos.fault.Storm;
import io.competitoriq.chaos.fleet.Fleet;
import io.competitoriq.chaos.report.Report;
import io.competitoriq.chaos.report.Row;
import io.competitoriq.chaos.server.Servers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Everything at once, then silence, then the invariants.
final class Soak {

  private final Options options;
  private final Servers servers;
  private final Fleet fleet;

  Soak(Options options, Servers servers, Fleet fleet) {
    this.options = options;
    this.servers = servers;
    this.fleet = fleet;
  }

  Report run() {
    long begin = System.nanoTime();
    Storm storm =
        new Storm(
            servers,
            fleet,
            new FaultPlan(options.seed(), options.form().workers(), options.form().isLong()),
            options.seed());
    fleet.producer().rate(options.form().jobsPerSecond());
    storm.blow(options.form().killEvery(), options.form().faultEvery(), this::mayGoOn);
    fleet.producer().rate(0);
    storm.calm();
    double faultMinutes = Report.minutesSince(begin);
    var aftermath = new Aftermath(servers, fleet);
    List<Row> rows = aftermath.rows();
    rows.add(Row.told("faults_made", "faults", storm.total()));
    return new Report(about(storm, faultMinutes, aftermath.jobs()), rows);
  }

  private boolean mayGoOn(Duration elapsed, int faults) {
    return faults < options.form().faults()
        && elapsed.compareTo(options.form().lasts()) < 0
        && fleet.producer().answers().size() < options.form().jobs();
  }

  private Map<String, Object> about(Storm storm, double minutes, long jobs) {
    Map<String, Object> about = new LinkedHashMap<>();
    about.put("seed", options.seed());
    about.put("minutes", minutes);
    about.put("workers", options.form().workers());
    about.put("jobs", jobs);
    about.put("kills", fleet.deaths());
    about.put("faults", storm.counts());
    about.put("impossible", FaultPlan.impossible().stream().map(Fault::name).toList());
    return about;
  }
}
