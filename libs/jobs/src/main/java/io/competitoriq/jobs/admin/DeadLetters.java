package io.competitoriq.jobs.admin;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Dead letters of a queue by filter, in the caller's transaction. At most [#MOST] per call, so
/// that no call holds its locks for long; ask again while there are more.
@ApplicationScoped
public class DeadLetters {

  /// Letters that one call redrives or purges.
  public static final int MOST = 10_000;

  private static final int SAMPLE = 10;

  private static final String MEANT =
      """
      select id, kind, host, dedup, dead_reason, error from jobs.job
       where queue = :queue and state = 3
         and (:kind = '' or kind = :kind)
         and (:reason = '' or dead_reason = :reason)
         and (:host = '' or host = :host)
         and (:workspace = '' or workspace_id = cast(nullif(:workspace, '') as uuid))
         and finished_at <= now() - make_interval(secs => :age)
       order by id limit :most
      """;

  /// Of letters with the same dedup key only the latest can live, and only if no job lives with it.
  private static final String FRESH =
      """
      select id from (
        select id, dedup, row_number() over (partition by dedup order by id desc) as nth from letters) l
       where dedup is null or nth = 1 and not exists (
         select from jobs.job o where o.queue = :queue and o.dedup = l.dedup and o.state in (0, 1))
      """;

  private static final String COUNT =
      "with letters as materialized (%s), fresh as (%s)".formatted(MEANT, FRESH)
          + " select (select count(*) from letters), (select count(*) from fresh)";

  private static final String LOOK =
      "with letters as materialized (%s)".formatted(MEANT)
          + " select id, kind, host, dead_reason, error from letters order by id limit "
          + SAMPLE;

  private static final String REDRIVE =
      """
      with letters as materialized (%s for update skip locked), fresh as (%s),
      revived as (
        update jobs.job j
           set state = 0, attempt = 0, crashes = 0, run_at = now(), ticketed_at = null, finished_at = null,
               error = null, dead_reason = null, lease = null, worker = null, progress = null, cancel = false
          from fresh where j.id = fresh.id returning j.id)
      select (select count(*) from letters), (select count(*) from revived)
      """
          .formatted(MEANT, FRESH);

  private static final String PURGE =
      """
      with letters as materialized (%s for update skip locked),
      gone as (delete from jobs.job j using letters where j.id = letters.id returning j.id)
      select (select count(*) from letters), (select count(*) from gone)
      """
          .formatted(MEANT);

  /// A dead letter as shown in a sample.
  public record Letter(
      long id,
      String kind,
      @Nullable String host,
      @Nullable String reason,
      @Nullable String error) {}

  /// What a call did, or would do.
  ///
  /// @param matched letters that the filter means, at most [#MOST]
  /// @param redriven of these, how many live again
  /// @param duplicates of these, how many stay dead because a job with the same dedup key lives
  public record Redrive(long matched, long redriven, long duplicates) {}

  /// How many letters a redrive would take now.
  public Uni<Redrive> countRedrive(Mutiny.Session tx, String queue, DeadFilter filter) {
    return counted(tx, COUNT, queue, filter);
  }

  /// Up to ten of the letters meant, the oldest first.
  public Uni<List<Letter>> sample(Mutiny.Session tx, String queue, DeadFilter filter) {
    return bound(tx, LOOK, queue, filter)
        .getResultList()
        .map(rows -> rows.stream().map(DeadLetters::letter).toList());
  }

  /// Gives the letters another life. Fails with a constraint violation when a job with the same
  /// dedup key is enqueued at the same moment: run the transaction again.
  public Uni<Redrive> redrive(Mutiny.Session tx, String queue, DeadFilter filter) {
    return counted(tx, REDRIVE, queue, filter);
  }

  /// Deletes the letters for good.
  ///
  /// @return how many
  public Uni<Long> purge(Mutiny.Session tx, String queue, DeadFilter filter) {
    return counted(tx, PURGE, queue, filter).map(Redrive::redriven);
  }

  private static Uni<Redrive> counted(
      Mutiny.Session tx, String sql, String queue, DeadFilter filter) {
    return bound(tx, sql, queue, filter)
        .getSingleResult()
        .map(
            row -> {
              long matched = ((Number) row[0]).longValue();
              long done = ((Number) row[1]).longValue();
              return new Redrive(matched, done, matched - done);
            });
  }

  private static Mutiny.SelectionQuery<Object[]> bound(
      Mutiny.Session tx, String sql, String queue, DeadFilter filter) {
    return tx.createNativeQuery(sql, Object[].class)
        .setParameter("queue", queue)
        .setParameter("kind", orEmpty(filter.kind()))
        .setParameter("reason", orEmpty(filter.reason()))
        .setParameter("host", orEmpty(filter.host()))
        .setParameter("workspace", orEmpty(filter.workspaceId()))
        .setParameter("age", seconds(filter.olderThan()))
        .setParameter("most", MOST);
  }

  private static String orEmpty(@Nullable Object value) {
    return value == null ? "" : value.toString();
  }

  private static double seconds(@Nullable Duration age) {
    return age == null ? 0 : age.toSeconds();
  }

  private static Letter letter(Object[] row) {
    return new Letter(
        ((Number) row[0]).longValue(),
        (String) row[1],
        (String) row[2],
        (String) row[3],
        (String) row[4]);
  }
}
