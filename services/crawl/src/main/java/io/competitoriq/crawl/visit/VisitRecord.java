package io.competitoriq.crawl.visit;

import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// What the visits of sources add up to, in one statement whose work depends on how many sources
/// are asked for and on their last week, not on how long they have been visited.
final class VisitRecord {

  private static final Duration DAY = Duration.ofDays(1);
  private static final Duration WEEK = Duration.ofDays(7);

  /// News are snapshots that differ from the one before. The first one of a source, and one that
  /// only confirms the one before, are none.
  private static final String READ =
      """
      select s.id, l.outcome, l.http_status, l.snapshot_id, l.bytes, l.reason, l.fix, l.finished_at, o.at,
             (select count(*) from visit v
               where v.source_id = s.id and (o.at is null or v.finished_at > o.at)),
             w.of_day, w.failed_of_day, w.visits, w.failed, w.refused,
             array(select n.fetched_at
                     from snapshot n join snapshot b on b.id = n.previous_snapshot_id
                    where n.source_id = s.id and n.body_sha256 <> b.body_sha256
                    order by n.fetched_at desc limit %d)
        from (%s) s (id)
       cross join lateral (
         select * from visit v where v.source_id = s.id order by v.finished_at desc, v.id desc limit 1) l
        left join lateral (
         select v.finished_at from visit v
          where v.source_id = s.id and v.outcome in ('STORED', 'UNCHANGED')
          order by v.finished_at desc limit 1) o (at) on true
       cross join lateral (
         select count(*) filter (where v.finished_at > $1) as of_day,
                count(*) filter (where v.finished_at > $1 and v.outcome not in ('STORED', 'UNCHANGED')) as failed_of_day,
                count(*) as visits,
                count(*) filter (where v.outcome not in ('STORED', 'UNCHANGED')) as failed,
                count(*) filter (where v.outcome in ('BLOCKED', 'LOGIN') or v.http_status = %d) as refused
           from visit v where v.source_id = s.id and v.finished_at > $2) w
       order by s.id
      """;

  private VisitRecord() {}

  /// Whose visits are counted.
  sealed interface Whose {
    record Sources(List<UUID> ids) implements Whose {}

    record Competitor(UUID id) implements Whose {}

    record Everybody() implements Whose {}
  }

  /// One per source; one that was never visited is left out.
  static Uni<List<VisitTally>> of(Mutiny.Session tx, Whose whose, Instant now) {
    SessionSql sql = SessionSql.of(tx);
    OffsetDateTime day = now.minus(DAY).atOffset(ZoneOffset.UTC);
    OffsetDateTime week = now.minus(WEEK).atOffset(ZoneOffset.UTC);
    Uni<List<Object[]>> rows =
        switch (whose) {
          case Whose.Sources(List<UUID> ids) ->
              sql.select(read("select unnest($3::uuid[])"), day, week, ids.toArray(UUID[]::new));
          case Whose.Competitor(UUID id) ->
              sql.select(
                  read("select distinct source_id from visit where competitor_id = $3"),
                  day,
                  week,
                  id);
          case Whose.Everybody() ->
              sql.select(read("select distinct source_id from visit"), day, week);
        };
    return rows.map(found -> found.stream().map(VisitTally::of).toList());
  }

  private static String read(String sources) {
    return READ.formatted(Silence.MOST_CHANGES, sources, VisitOutcome.TOO_MANY);
  }
}
