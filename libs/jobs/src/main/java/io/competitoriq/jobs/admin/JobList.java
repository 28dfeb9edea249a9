package io.competitoriq.jobs.admin;

import static java.util.Objects.requireNonNull;

import io.competitoriq.telemetry.TraceContext;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads jobs for operators.
@ApplicationScoped
public class JobList {

  private static final String COLUMNS =
      """
      id, queue, kind, workspace_id, state, prio, host, dedup, run_at, attempt, max_attempts, crashes, progress, worker,
      cancel, created_at, started_at, finished_at, dead_reason, error, trace\
      """;

  private static final String PAGE =
      """
      select %s from jobs.job
       where queue = $1 and (%s) and ($2::text is null or kind = $2) and ($3::text is null or host = $3)
         and ($4::text is null or dead_reason = $4) and (%s)
       order by %s limit $5
      """;

  private static final String ONE =
      "select %s, cast(payload as text) as payload, lease_until from jobs.find_job($1)"
          .formatted(COLUMNS);

  private final Pool pool;

  JobList(Pool pool) {
    this.pool = pool;
  }

  /// A page of jobs.
  ///
  /// @param next where the next one begins; null on the last
  public record JobPage(List<JobView> jobs, @Nullable JobCursor next) {
    public JobPage {
      jobs = List.copyOf(jobs);
    }
  }

  /// The jobs of a queue that are in the working table: queued ones in the order they start, ended
  /// ones latest first, else newest first.
  public Uni<JobPage> page(String queue, JobQuery query) {
    JobCursor after = query.after();
    JobState state = query.state();
    String sql =
        PAGE.formatted(
            COLUMNS,
            state == null ? "true" : "state = " + state.number(),
            after == null ? "true" : query.order().after(),
            query.order().by());
    Tuple arguments =
        Tuple.of(queue, query.kind(), query.host(), query.reason(), query.limit() + 1);
    if (after != null) {
      arguments
          .addInteger(after.priority())
          .addOffsetDateTime(after.at().atOffset(ZoneOffset.UTC))
          .addLong(after.id());
    }
    return pool.preparedQuery(sql)
        .execute(arguments)
        .map(
            rows -> {
              List<JobView> jobs = new ArrayList<>();
              rows.forEach(row -> jobs.add(view(row)));
              return page(jobs, query);
            });
  }

  /// One row too many tells that there is a next page.
  private static JobPage page(List<JobView> jobs, JobQuery query) {
    if (jobs.size() <= query.limit()) {
      return new JobPage(jobs, null);
    }
    List<JobView> cut = jobs.subList(0, query.limit());
    return new JobPage(cut, query.order().cursorOf(cut.getLast()));
  }

  /// One job, archived ones included; empty when there is none or its time is over.
  public Uni<Optional<JobView.Detail>> one(long id) {
    return pool.preparedQuery(ONE)
        .execute(Tuple.of(id))
        .map(
            rows ->
                rows.rowCount() == 0
                    ? Optional.empty()
                    : Optional.of(detail(rows.iterator().next())));
  }

  private static JobView.Detail detail(Row row) {
    return new JobView.Detail(view(row), row.getString("payload"), instant(row, "lease_until"));
  }

  private static JobView view(Row row) {
    String trace = row.getString("trace");
    return new JobView(
        row.getLong("id"),
        row.getString("queue"),
        row.getString("kind"),
        row.getUUID("workspace_id"),
        JobState.numbered(row.getInteger("state")),
        row.getInteger("prio"),
        row.getString("host"),
        row.getString("dedup"),
        requireNonNull(instant(row, "run_at")),
        row.getInteger("attempt"),
        row.getInteger("max_attempts"),
        row.getInteger("crashes"),
        row.getInteger("progress"),
        row.getString("worker"),
        row.getBoolean("cancel"),
        requireNonNull(instant(row, "created_at")),
        instant(row, "started_at"),
        instant(row, "finished_at"),
        row.getString("dead_reason"),
        row.getString("error"),
        trace == null ? null : TraceContext.continued(trace).traceId());
  }

  private static @Nullable Instant instant(Row row, String column) {
    OffsetDateTime time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }
}
