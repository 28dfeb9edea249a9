package io.competitoriq.jobs.admin;

import static io.competitoriq.jobs.admin.JobState.DEAD;
import static io.competitoriq.jobs.admin.JobState.QUEUED;

import io.competitoriq.jobs.admin.JobChange.Changed;
import io.competitoriq.jobs.admin.JobChange.Duplicate;
import io.competitoriq.jobs.admin.JobChange.NotPossible;
import io.competitoriq.jobs.admin.JobChange.Unknown;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/// Acts on one job, in the caller's transaction. Each is one atomic transition; a job that was
/// faster is told, not overrun.
@ApplicationScoped
public class JobControl {

  /// The dedup key is free at once, and a ticket finds nothing to claim.
  private static final String CANCEL =
      """
      with asked as (
        update jobs.job
           set state = case when state = 0 then 4 else state end, cancel = true,
               error = case when state = 0 then 'cancelled by an operator' else error end,
               finished_at = case when state = 0 then now() end
         where id = :id and state in (0, 1) returning queue, state)
      select queue, state from asked
      """;

  private static final String PROMOTE =
      """
      with asked as (
        update jobs.job set run_at = now(), ticketed_at = null
         where id = :id and state = 0 and run_at > now() returning queue)
      select queue from asked
      """;

  private static final String RETRY =
      """
      with asked as (
        update jobs.job j
           set state = 0, attempt = 0, crashes = 0, run_at = now(), ticketed_at = null, finished_at = null,
               error = null, dead_reason = null, lease = null, worker = null, progress = null, cancel = false
         where j.id = :id and j.state = 3
           and not exists (select from jobs.job o
                            where o.queue = j.queue and o.dedup = j.dedup and o.state in (0, 1))
        returning queue)
      select queue from asked
      """;

  private static final String LOOK =
      """
      select j.state, coalesce(o.id, -1)
        from jobs.job j left join jobs.job o
          on o.queue = j.queue and o.dedup = j.dedup and o.state in (0, 1) and o.id <> j.id
       where j.id = :id
      """;

  /// A queued job is over at once; a running one is interrupted at its next heartbeat.
  public Uni<JobChange> cancel(Mutiny.Session tx, long id) {
    return rows(tx, CANCEL, id)
        .chain(
            rows ->
                rows.isEmpty()
                    ? refused(tx, id)
                    : Uni.createFrom().item(cancelled(rows.getFirst())));
  }

  private static JobChange cancelled(Object[] row) {
    JobState after = JobState.numbered(((Number) row[1]).intValue());
    return after == JobState.CANCELLED
        ? new Changed((String) row[0], QUEUED, after, false)
        : new Changed((String) row[0], after, after, true);
  }

  /// A job that would run later may run now; within the limit, like any other.
  public Uni<JobChange> promote(Mutiny.Session tx, long id) {
    return one(tx, PROMOTE, id, queue -> new Changed(queue, QUEUED, QUEUED, false));
  }

  /// Another life for a dead letter, with all its attempts.
  public Uni<JobChange> retry(Mutiny.Session tx, long id) {
    return one(tx, RETRY, id, queue -> new Changed(queue, DEAD, QUEUED, false));
  }

  private static Uni<JobChange> one(
      Mutiny.Session tx, String sql, long id, Function<String, JobChange> change) {
    return tx.createNativeQuery(sql, String.class)
        .setParameter("id", id)
        .getResultList()
        .chain(
            queues ->
                queues.isEmpty()
                    ? refused(tx, id)
                    : Uni.createFrom().item(change.apply(queues.getFirst())));
  }

  private static Uni<JobChange> refused(Mutiny.Session tx, long id) {
    return rows(tx, LOOK, id).map(JobControl::refusal);
  }

  private static JobChange refusal(List<Object[]> rows) {
    if (rows.isEmpty()) {
      return new Unknown();
    }
    JobState state = JobState.numbered(((Number) rows.getFirst()[0]).intValue());
    long other = ((Number) rows.getFirst()[1]).longValue();
    return state == DEAD && other > 0 ? new Duplicate(other) : new NotPossible(state);
  }

  private static Uni<List<Object[]>> rows(Mutiny.Session tx, String sql, long id) {
    return tx.createNativeQuery(sql, Object[].class).setParameter("id", id).getResultList();
  }
}
