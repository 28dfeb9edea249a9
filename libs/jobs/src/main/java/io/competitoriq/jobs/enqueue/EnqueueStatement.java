package io.competitoriq.jobs.enqueue;

import static java.util.Objects.requireNonNullElse;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.control.Controls;
import io.competitoriq.telemetry.TraceContext;
import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.List;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The insert of jobs in the caller's transaction, one statement whatever their number.
@ApplicationScoped
class EnqueueStatement {

  /// Ids are drawn before the insert, so each row's fate is known without guessing by position.
  /// Keys go in one order, so two transactions with the same keys wait for each other instead of
  /// deadlocking.
  private static final String INSERT =
      """
      with input as materialized (
        select nextval('jobs.job_id_seq') as id, i.*
          from rows from (jsonb_to_recordset(cast(cast($1 as text) as jsonb)) as (
            queue text, kind text, workspace_id uuid, payload jsonb, prio smallint, host text, dedup text, trace text,
            run_at timestamptz, max_attempts int, batch_id bigint)) with ordinality
            as i(queue, kind, workspace_id, payload, prio, host, dedup, trace, run_at, max_attempts, batch_id, n)),
      added as (
        insert into jobs.job (
          id, queue, kind, workspace_id, payload, prio, host, dedup, trace, run_at, max_attempts, batch_id)
        select id, queue, kind, workspace_id, payload, prio, host, dedup, trace, coalesce(run_at, now()), max_attempts,
               batch_id
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

  /// @param batch id of the jobs' batch; null: they belong to none
  Uni<List<Inserted>> insert(
      Mutiny.Session tx, List<NewJob> jobs, String trace, @Nullable Long batch) {
    return jobs.size() == 1
        ? insertOne(tx, jobs.getFirst(), trace, batch).map(List::of)
        : insertAll(tx, jobs, trace, batch);
  }

  private Uni<Inserted> insertOne(
      Mutiny.Session tx, NewJob job, String trace, @Nullable Long batch) {
    return SessionSql.of(tx)
        .select(
            INSERT_ONE,
            job.queue(),
            job.kind(),
            job.workspaceId(),
            text(mapper.valueToTree(job.payload())),
            (short) job.priority().rank(),
            job.host(),
            job.dedup(),
            trace,
            job.runAt() == null ? null : job.runAt().atOffset(ZoneOffset.UTC),
            maxAttempts(job),
            batch)
        .map(
            rows ->
                rows.isEmpty()
                    ? new Inserted(NO_ID, false)
                    : new Inserted((Long) rows.getFirst()[0], true));
  }

  private Uni<List<Inserted>> insertAll(
      Mutiny.Session tx, List<NewJob> jobs, String trace, @Nullable Long batch) {
    ArrayNode rows = mapper.createArrayNode();
    jobs.forEach(job -> rows.add(row(job, trace).put("batch_id", batch)));
    return SessionSql.of(tx)
        .select(INSERT, text(rows))
        .map(
            found ->
                found.stream().map(row -> new Inserted((Long) row[0], (Boolean) row[1])).toList());
  }

  /// Id of the job that has this key, or -1 when it ended in the meantime.
  Uni<Long> existing(Mutiny.Session tx, NewJob job) {
    return SessionSql.of(tx)
        .select(EXISTING, job.queue(), requireNonNullElse(job.dedup(), ""))
        .map(rows -> rows.isEmpty() ? NO_ID : (Long) rows.getFirst()[0]);
  }

  private ObjectNode row(NewJob job, String trace) {
    ObjectNode row = mapper.createObjectNode();
    row.put("queue", job.queue());
    row.put("kind", job.kind());
    row.put("workspace_id", job.workspaceId().toString());
    row.set("payload", mapper.valueToTree(job.payload()));
    row.put("prio", job.priority().rank());
    row.put("host", job.host());
    row.put("dedup", job.dedup());
    row.put("trace", trace);
    row.put("run_at", job.runAt() == null ? null : job.runAt().toString());
    row.put("max_attempts", maxAttempts(job));
    return row;
  }

  private int maxAttempts(NewJob job) {
    return job.maxAttempts() > 0 ? job.maxAttempts() : controls.settings(job.queue()).maxAttempts();
  }

  /// The job as JSON, as `jobs.leave_batch` reads it.
  String row(NewJob job) {
    return text(row(job, TraceContext.current().toHeader()));
  }

  private String text(JsonNode rows) {
    try {
      return JsonText.storable(mapper.writeValueAsString(rows));
    } catch (JsonProcessingException unwritable) {
      throw new IllegalArgumentException("payload cannot be written as JSON", unwritable);
    }
  }
}
