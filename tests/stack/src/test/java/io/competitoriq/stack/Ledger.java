package io.competitoriq.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/// What must be true of the database whatever was killed or emptied: nothing lost, nothing doubled.
final class Ledger {

  private static final Map<String, String> VIOLATIONS = violations();

  private Ledger() {}

  private static Map<String, String> violations() {
    Map<String, String> sql = new LinkedHashMap<>();
    sql.put("dead jobs", "select count(*) from jobs.job where state = 3");
    sql.put(
        "visits that left no trace",
        """
        select count(*) from jobs.job j where kind = 'collect-source' and state = 2
           and not exists (select from crawl.visit v where v.job_id = j.id)\
        """);
    sql.put(
        "visits done twice by one job",
        """
        select count(*) from (select job_id, attempt from crawl.visit where outcome <> 'BLOCKED'
           group by job_id, attempt having count(*) > 1) x\
        """);
    sql.put(
        "jobs that stored two snapshots",
        """
        select count(*) from (select job_id from crawl.visit where outcome = 'STORED'
           group by job_id having count(*) > 1) x\
        """);
    sql.put(
        // A visit by schedule may have begun since all was quiet: its snapshot is on its way, not
        // lost.
        "snapshots without a document",
        """
        select count(*) from crawl.snapshot s
           where not exists (select from process.document d where d.snapshot_id = s.id)
             and not exists (select from jobs.job j where j.state in (0, 1)
               and j.payload::text like '%' || s.id || '%')\
        """);
    sql.put(
        "snapshots with two documents",
        """
        select count(*) from (select snapshot_id from process.document
           group by snapshot_id having count(*) > 1) x\
        """);
    sql.put(
        "confirmed changes without a signal",
        """
        select count(*) from process.change c where c.status = 'CONFIRMED'
           and not exists (select from analysis.signal s where s.change_id = c.id)\
        """);
    sql.put(
        "signals without a confirmed change",
        """
        select count(*) from analysis.signal s where not exists
           (select from process.change c where c.id = s.change_id and c.status = 'CONFIRMED')\
        """);
    sql.put(
        "changes with two signals",
        """
        select count(*) from (select change_id from analysis.signal
           group by change_id having count(*) > 1) x\
        """);
    sql.put(
        "quotes that are not where they are said to be",
        """
        select count(*) from analysis.evidence e join process.document d on d.id = e.document_id
           where e.verified
             and substr(d.body, e.start_offset + 1, e.end_offset - e.start_offset) <> e.quote\
        """);
    return sql;
  }

  /// Waits until no job runs, is due, or was put off for a short time (a host's turn, a retry). A
  /// job counts from the moment it is committed: a snapshot and the job that reads it appear
  /// together, so nothing is on its way while none is counted.
  static void awaitIdle(Stack stack, Duration patience) {
    await()
        .atMost(patience)
        .pollInterval(Duration.ofMillis(500))
        .ignoreExceptions()
        .until(
            () ->
                stack.count(
                        """
                        select count(*) from jobs.job where state = 1
                            or (state = 0 and (attempt > 0 or run_at < now() + interval '20 s'))\
                        """)
                    == 0);
  }

  static void requireNothingLostOrDoubled(Stack stack) {
    Map<String, Long> found = new LinkedHashMap<>();
    VIOLATIONS.forEach((what, sql) -> found.put(what, stack.count(sql)));
    assertThat(found).as("violations").allSatisfy((_, count) -> assertThat(count).isZero());
  }
}
