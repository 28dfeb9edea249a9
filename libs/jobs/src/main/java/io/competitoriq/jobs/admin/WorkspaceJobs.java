package io.competitoriq.jobs.admin;

import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// The jobs of a workspace that is closed, opened again or erased, in the caller's transaction.
@ApplicationScoped
public class WorkspaceJobs {

  /// Far enough that nobody waits for it, and told apart from every other `run_at`.
  private static final String HOLD =
      """
      update jobs.job set run_at = run_at + interval '100 years', ticketed_at = null
       where workspace_id = $1 and state = 0 and run_at < now() + interval '50 years'\
      """;

  private static final String RESUME =
      """
      update jobs.job set run_at = run_at - interval '100 years'
       where workspace_id = $1 and state = 0 and run_at >= now() + interval '50 years'\
      """;

  private static final String OPEN =
      "select 1 from jobs.job where workspace_id = $1 and kind = any($2) and state in (0, 1) limit 1";

  /// Nothing of these waits for an answer any more, so they leave without telling their batch.
  private static final String FORGET =
      """
      with batch as (delete from jobs.job_batch where (then_job ->> 'workspace_id')::uuid = $1 returning 1),
      job as (delete from jobs.job where workspace_id = $1 and state <> 1 returning 1),
      archived as (delete from jobs.job_archive where workspace_id = $1 returning 1)
      select (select count(*) from batch) + (select count(*) from job) + (select count(*) from archived)\
      """;

  private static final String STOP =
      "update jobs.job set cancel = true where workspace_id = $1 and state = 1";

  /// Whether jobs of those kinds wait or run.
  public Uni<Boolean> open(Mutiny.Session tx, UUID workspaceId, String... kinds) {
    return SessionSql.of(tx).select(OPEN, workspaceId, kinds).map(rows -> !rows.isEmpty());
  }

  /// Lets no queued job begin. Those that run enqueue more: hold again.
  ///
  /// @return how many were held that were not before
  public Uni<Integer> hold(Mutiny.Session tx, UUID workspaceId) {
    return SessionSql.of(tx).update(HOLD, workspaceId);
  }

  /// Lets the held ones begin when they were to, or now.
  public Uni<Integer> resume(Mutiny.Session tx, UUID workspaceId) {
    return SessionSql.of(tx).update(RESUME, workspaceId);
  }

  /// What was forgotten, and what cannot be yet.
  ///
  /// @param gone jobs that waited or had ended, with their batches
  /// @param running were asked to stop; forget again once they have
  public record Forgotten(long gone, int running) {}

  /// Deletes every job of the workspace that does not run, whatever became of it.
  public Uni<Forgotten> forget(Mutiny.Session tx, UUID workspaceId) {
    var sql = SessionSql.of(tx);
    return sql.select(FORGET, workspaceId)
        .map(rows -> ((Number) rows.getFirst()[0]).longValue())
        .chain(gone -> sql.update(STOP, workspaceId).map(running -> new Forgotten(gone, running)));
  }
}
