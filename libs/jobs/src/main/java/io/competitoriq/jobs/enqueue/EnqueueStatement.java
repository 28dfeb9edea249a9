package io.competitoriq.jobs.enqueue;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.control.Controls;
import io.competitoriq.telemetry.TraceContext;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/// The insert of jobs of one queue, one statement whatever their number.
@ApplicationScoped
class EnqueueStatement {

  /// A column of the rows each, so that PostgreSQL reads arrays instead of a text.
  private static final String ROWS =
      """
      unnest(cast($2 as text[]), cast($3 as uuid[]), cast($4 as text[]), cast($5 as smallint[]), cast($6 as text[]),
             cast($7 as text[]), cast($8 as timestamptz[]), cast($9 as int[]), cast($10 as text[]))
        with ordinality as i(kind, workspace_id, payload, prio, host, trace, run_at, max_attempts, dedup, n)
      """;

  /// Ids are drawn in the order of the rows, whatever the order of the answer.
  private static final String INSERT =
      """
      insert into jobs.job (queue, batch_id, kind, workspace_id, payload, prio, host, trace, run_at, max_attempts, dedup)
      select cast($1 as text), cast($11 as bigint), kind, workspace_id, cast(payload as jsonb), prio, host, trace,
             coalesce(run_at, now()), max_attempts, dedup
        from
      """
          + ROWS
          + " order by n returning id";

  /// The same where some rows have keys: ids are drawn before the insert, so each row's fate is
  /// known without guessing by position. Keys go in one order, so two transactions with the same
  /// keys wait for each other instead of deadlocking.
  private static final String INSERT_KEYED =
      "with input as materialized (select nextval('jobs.job_id_seq') as id, i.* from "
          + ROWS
          + """
      ),
      added as (
        insert into jobs.job (
          id, queue, batch_id, kind, workspace_id, payload, prio, host, trace, run_at, max_attempts, dedup)
        select id, cast($1 as text), cast($11 as bigint), kind, workspace_id, cast(payload as jsonb), prio, host, trace,
               coalesce(run_at, now()), max_attempts, dedup
          from input order by dedup, n
        on conflict (queue, dedup) where state in (0, 1) and dedup is not null do nothing
        returning id)
      select input.id, added.id is not null from input left join added on added.id = input.id order by input.n
      """;

  /// The same for the one job that most transactions add.
  private static final String INSERT_ONE =
      """
      insert into jobs.job (queue, kind, workspace_id, payload, prio, host, dedup, trace, run_at, max_attempts, batch_id)
      values ($1, $2, $3, cast(cast($4 as text) as jsonb), $5, $6, $7, $8, coalesce($9, now()), $10, $11)
      on conflict (queue, dedup) where state in (0, 1) and dedup is not null do nothing
      returning id
      """;

  private static final String EXISTING =
      "select id from jobs.job where queue = $1 and dedup = $2 and state in (0, 1)";

  private static final long NO_ID = -1;

  private final ObjectMapper mapper;
  private final Controls controls;

  EnqueueStatement(ObjectMapper mapper, Controls controls) {
    this.mapper = mapper;
    this.controls = controls;
  }

  /// What became of one row.
  ///
  /// @param id the job's; means nothing when it was not added
  record Inserted(long id, boolean added) {}

  /// The job as its row will be, of the trace of the work that runs here.
  ///
  /// @throws IllegalArgumentException when its payload cannot be written as JSON
  JobRow row(NewJob job) {
    return row(job, TraceContext.current().toHeader());
  }

  JobRow row(NewJob job, String trace) {
    return new JobRow(job, text(job.payload()), trace, maxAttempts(job));
  }

  /// @param rows of one queue
  /// @param batch id of the jobs' batch; null: they belong to none
  Uni<List<Inserted>> insert(Statements statements, List<JobRow> rows, @Nullable Long batch) {
    if (rows.size() == 1) {
      return insertOne(statements, rows.getFirst(), batch).map(List::of);
    }
    return rows.stream().anyMatch(JobRow::isKeyed)
        ? insertKeyed(statements, rows, batch)
        : insertAll(statements, rows, batch);
  }

  private static Uni<Inserted> insertOne(Statements statements, JobRow row, @Nullable Long batch) {
    NewJob job = row.job();
    return statements
        .select(
            INSERT_ONE,
            job.queue(),
            job.kind(),
            job.workspaceId(),
            row.payload(),
            row.priority(),
            job.host(),
            job.dedup(),
            row.trace(),
            row.runAt(),
            row.maxAttempts(),
            batch)
        .map(
            found ->
                found.isEmpty()
                    ? new Inserted(NO_ID, false)
                    : new Inserted((Long) found.getFirst()[0], true));
  }

  private static Uni<List<Inserted>> insertAll(
      Statements statements, List<JobRow> rows, @Nullable Long batch) {
    return statements
        .select(INSERT, arguments(rows, batch))
        .map(
            found ->
                found.stream()
                    .map(row -> (Long) row[0])
                    .sorted()
                    .map(id -> new Inserted(id, true))
                    .toList());
  }

  private static Uni<List<Inserted>> insertKeyed(
      Statements statements, List<JobRow> rows, @Nullable Long batch) {
    return statements
        .select(INSERT_KEYED, arguments(rows, batch))
        .map(
            found ->
                found.stream().map(row -> new Inserted((Long) row[0], (Boolean) row[1])).toList());
  }

  private static @Nullable Object[] arguments(List<JobRow> rows, @Nullable Long batch) {
    return new @Nullable Object[] {
      rows.getFirst().job().queue(),
      column(rows, row -> row.job().kind(), String[]::new),
      column(rows, row -> row.job().workspaceId(), UUID[]::new),
      column(rows, JobRow::payload, String[]::new),
      column(rows, JobRow::priority, Short[]::new),
      column(rows, row -> row.job().host(), String[]::new),
      column(rows, JobRow::trace, String[]::new),
      column(rows, JobRow::runAt, OffsetDateTime[]::new),
      column(rows, JobRow::maxAttempts, Integer[]::new),
      column(rows, row -> row.job().dedup(), String[]::new),
      batch
    };
  }

  private static <T> @Nullable T[] column(
      List<JobRow> rows, Function<JobRow, @Nullable T> value, IntFunction<@Nullable T[]> array) {
    @Nullable T[] column = array.apply(rows.size());
    for (int i = 0; i < column.length; i++) {
      column[i] = value.apply(rows.get(i));
    }
    return column;
  }

  /// Id of the job that has this key, or -1 when it ended in the meantime.
  Uni<Long> existing(Statements statements, NewJob job) {
    return statements
        .select(EXISTING, job.queue(), requireNonNullElse(job.dedup(), ""))
        .map(rows -> rows.isEmpty() ? NO_ID : (Long) rows.getFirst()[0]);
  }

  private int maxAttempts(NewJob job) {
    return job.maxAttempts() > 0 ? job.maxAttempts() : controls.settings(job.queue()).maxAttempts();
  }

  /// The job as JSON, as `jobs.leave_batch` reads it.
  String json(NewJob job) {
    ObjectNode row = mapper.createObjectNode();
    row.put("queue", job.queue());
    row.put("kind", job.kind());
    row.put("workspace_id", job.workspaceId().toString());
    row.set("payload", mapper.valueToTree(job.payload()));
    row.put("prio", job.priority().rank());
    row.put("host", job.host());
    row.put("dedup", job.dedup());
    row.put("trace", TraceContext.current().toHeader());
    row.put("run_at", job.runAt() == null ? null : job.runAt().toString());
    row.put("max_attempts", maxAttempts(job));
    return text(row);
  }

  private String text(Object value) {
    try {
      return JsonText.storable(mapper.writeValueAsString(value));
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException("payload cannot be written as JSON", unwritable);
    }
  }
}
