package io.competitoriq.chaos.check;

import io.competitoriq.chaos.report.Progress;
import io.competitoriq.chaos.report.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The invariants that PostgreSQL's records show, each as a query for its violations.
public final class LedgerInvariants {

  private static final String SUCCEEDS = "script in ('PLAIN', 'SLOW', 'RETRY', 'SNOOZE', 'CHAIN')";

  private static final Map<String, String> QUERIES = queries();

  private final Records records;

  public LedgerInvariants(Records records) {
    this.records = records;
  }

  private static Map<String, String> queries() {
    Map<String, String> queries = new LinkedHashMap<>();
    queries.put(
        "i1_accepted_but_lost",
        "select job_id from chaos.accepted a"
            + " where not exists (select from chaos.change c where c.job_id = a.job_id)");
    queries.put(
        "i1_never_ended", "select job_id, queue, script from chaos.last where state in (0, 1)");
    queries.put(
        "i1_wrong_end",
        "select job_id, queue, script, state, attempt, crashes, error from chaos.last"
            + " where state in (2, 3, 4) and state <> case when "
            + SUCCEEDS
            + " then 2 else 3 end");
    queries.put(
        "i1_changed_after_done",
        "select job_id, old_state, state from chaos.change where old_state in (2, 4)");
    queries.put(
        "i2_effect_doubled",
        "select job_id, count(*) from chaos.effect group by job_id having count(*) > 1");
    queries.put(
        "i2_effect_missing",
        "select job_id, script from chaos.last l where state = 2"
            + " and not exists (select from chaos.effect e where e.job_id = l.job_id)");
    queries.put(
        "i2_effect_without_done",
        "select e.job_id, l.state, l.script from chaos.effect e"
            + " left join chaos.last l on l.job_id = e.job_id where l.state is distinct from 2");
    queries.put(
        "i2_next_job_not_once",
        "select l.job_id, count(c.job_id) from chaos.last l"
            + " left join chaos.last c on c.parent = l.job_id"
            + " where l.script = 'CHAIN' group by l.job_id, l.state"
            + " having count(c.job_id) <> case l.state when 2 then 1 else 0 end");
    return queries;
  }

  /// One row per invariant; what violates it is printed for the reader.
  ///
  /// @param limit starts in any window of `limited-jobs`
  /// @param hostDelayMillis between two starts on a host of `polite-jobs`
  public List<Row> check(int limit, int windowMillis, int hostDelayMillis) {
    Map<String, String> all = new LinkedHashMap<>(QUERIES);
    all.put("i3_starts_above_limit", aboveLimit(limit, windowMillis));
    all.put("i4_host_visited_too_soon", tooSoon(hostDelayMillis));
    return all.entrySet().stream().map(query -> row(query.getKey(), query.getValue())).toList();
  }

  private Row row(String metric, String sql) {
    long found = records.count(sql);
    if (found > 0) {
      Progress.say("VIOLATED " + metric + ": " + found);
      records.lines(sql + " limit 10").forEach(line -> Progress.say("  " + line));
    }
    return Row.violations(metric, found);
  }

  /// Starts whose window, beginning with them, holds too many. The window is half open: a start
  /// exactly one window later is in the next.
  private static String aboveLimit(int limit, int windowMillis) {
    return """
        select * from (
          select job_id, started_at, count(*) over (order by started_at
                   range between current row and interval '%d microseconds' following) as starts
            from chaos.change where state = 1 and queue = 'limited-jobs') w
         where starts > %d\
        """
        .formatted(windowMillis * 1000L - 1, limit);
  }

  private static String tooSoon(int delayMillis) {
    return """
        select * from (
          select job_id, host, started_at,
                 started_at - lag(started_at) over (partition by host order by started_at, seq) as gap
            from chaos.change where state = 1 and queue = 'polite-jobs' and host is not null) v
         where gap < interval '%d milliseconds'\
        """
        .formatted(delayMillis);
  }
}
