package io.competitoriq.chaos;

import io.competitoriq.chaos.check.LedgerInvariants;
import io.competitoriq.chaos.check.Records;
import io.competitoriq.chaos.check.RedisInvariant;
import io.competitoriq.chaos.check.StartRecords;
import io.competitoriq.chaos.fleet.Fleet;
import io.competitoriq.chaos.report.Progress;
import io.competitoriq.chaos.report.Row;
import io.competitoriq.chaos.server.Servers;
import io.competitoriq.chaos.server.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// What follows the faults: silence until all jobs have ended, then the invariants.
///
/// Waits are long and end with what they wait for, so a slow machine finds no violation that is
/// none.
final class Aftermath {

  static final int LIMIT = 20;
  static final int WINDOW_MILLIS = 2000;
  static final int HOST_DELAY_MILLIS = 400;
  static final Map<String, Integer> SLOTS =
      Map.of("chaos-jobs", 5, "limited-jobs", 4, "polite-jobs", 4);

  private static final Duration DRAIN = Duration.ofSeconds(120);
  private static final Duration DIRECT_PATIENCE = Duration.ofSeconds(60);
  private static final Duration GLANCE = Duration.ofMillis(500);
  private static final int MOST_REDRIVEN = 1000;
  private static final String INNOCENT =
      "select job_id from chaos.last where state = 3 and error like 'poison%'"
          + " and script not in ('POISON', 'FAILING', 'HOPELESS')";
  private static final String RAN_OUT =
      "from chaos.change where old_state = 1 and (error like 'lease%' or error like 'poison%')";

  private final Servers servers;
  private final Fleet fleet;
  private final Records records;

  Aftermath(Servers servers, Fleet fleet) {
    this.servers = servers;
    this.fleet = fleet;
    this.records = new Records(servers.postgres());
  }

  /// How many jobs the ledger has seen.
  long jobs() {
    return records.count("select from chaos.last");
  }

  /// Lets all jobs end, then counts violations; what is no violation is told.
  List<Row> rows() {
    Progress.say("silence: waiting for the last jobs to end");
    long redriven = settle();
    records.accept(fleet.producer().answers());
    var starts = new StartRecords(servers.folder());
    List<Row> rows =
        new ArrayList<>(
            new LedgerInvariants(records).check(LIMIT, WINDOW_MILLIS, HOST_DELAY_MILLIS));
    rows.add(starts.slotsKept(SLOTS));
    rows.add(new RedisInvariant(servers.redis()).quiet(SLOTS.keySet()));
    rows.add(Row.violations("still_in_direct_mode", stillDirect()));
    rows.add(told("jobs_accepted", "jobs", "select from chaos.accepted"));
    rows.add(told("jobs_ended", "jobs", "select from chaos.last where state > 1"));
    rows.add(Row.told("handlers_started", "starts", starts.count()));
    rows.add(told("leases_that_ran_out", "leases", "select " + RAN_OUT));
    rows.add(told("workers_that_lost_jobs", "workers", "select distinct worker " + RAN_OUT));
    rows.add(Row.told("workers_killed", "kills", fleet.deaths()));
    rows.add(Row.told("lost_three_workers_and_redriven", "jobs", redriven));
    return rows;
  }

  private Row told(String metric, String unit, String sql) {
    return Row.told(metric, unit, records.count(sql));
  }

  /// Jobs that lost three workers to our faults are dead by the engine's rule for poison; an
  /// operator would redrive them, and then they must end as their script says.
  private long settle() {
    drain();
    long redriven = 0;
    for (List<Long> buried = records.ids(INNOCENT);
        !buried.isEmpty() && redriven < MOST_REDRIVEN;
        buried = records.ids(INNOCENT)) {
      redriven += buried.size();
      Progress.say("redriving jobs that lost three workers: " + buried.size());
      List<Long> some = buried;
      some.forEach(fleet.producer()::redrive);
      Waiting.happens(Duration.ofSeconds(10), () -> !records.ids(INNOCENT).containsAll(some));
      drain();
    }
    return redriven;
  }

  /// Until none is left, or none has ended for two minutes.
  private void drain() {
    long deadline = System.nanoTime() + DRAIN.toNanos();
    long least = Long.MAX_VALUE;
    for (long left = records.unfinished();
        left > 0 && System.nanoTime() < deadline;
        left = records.unfinished()) {
      if (left < least) {
        least = left;
        deadline = System.nanoTime() + DRAIN.toNanos();
      }
      Waiting.rest(GLANCE);
    }
  }

  /// Redis has answered for a while, so every worker must be back at tickets by itself.
  private long stillDirect() {
    Waiting.happens(DIRECT_PATIENCE, () -> directQueues().isEmpty());
    List<String> direct = directQueues();
    direct.forEach(line -> Progress.say("VIOLATED still in direct mode: " + line));
    return direct.size();
  }

  private List<String> directQueues() {
    return fleet.workers().stream()
        .flatMap(worker -> worker.inDirectMode().stream().map(queue -> worker.name() + " " + queue))
        .toList();
  }
}
