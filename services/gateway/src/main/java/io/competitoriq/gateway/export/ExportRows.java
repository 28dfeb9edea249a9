package io.competitoriq.gateway.export;

import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// The exports of a workspace and the pieces of their files.
@ApplicationScoped
class ExportRows {

  private static final String COLUMNS =
      "id, state, asked_at, finished_at, expires_at, step, entries, bytes, trouble";
  private static final String LIST =
      "select " + COLUMNS + " from workspace_export order by asked_at desc, id desc limit 50";
  private static final String ONE = "select " + COLUMNS + " from workspace_export where id = $1";
  private static final String ADD =
      """
      insert into workspace_export (id, workspace_id, state, asked_by, asked_at, expires_at)
        values ($1, $2, 'WAITING', $3, $4, $5)
        on conflict (workspace_id) where state in ('WAITING', 'RUNNING') do nothing\
      """;
  private static final String PIECE =
      "select body from workspace_export_part where export_id = $1 and position = $2";
  private static final String BEGIN = "delete from workspace_export_part where export_id = $1";
  private static final String RESET =
      "update workspace_export set entries = 0, bytes = 0, step = null where id = $1";
  private static final String PROGRESS =
      """
      update workspace_export set step = $2, entries = $3, held_until = $4
       where id = $1 and state = 'RUNNING' and tries = $5\
      """;
  private static final String KEEP =
      """
      with mine as (
        update workspace_export set bytes = bytes + length($4::bytea)
         where id = $1 and state = 'RUNNING' and tries = $5 returning 1)
      insert into workspace_export_part (export_id, position, workspace_id, body)
        select $1, $2, $3, $4 from mine\
      """;
  private static final String SETTLE =
      """
      update workspace_export
         set state = $2, step = null, trouble = $3, held_until = $4,
             finished_at = case when $2 in ('READY', 'FAILED') then $5::timestamptz end
       where id = $1 and state = 'RUNNING' and tries = $6\
      """;

  private final WorkspaceTransactions transactions;
  private final ExportConfig config;
  private final Clock clock;

  ExportRows(WorkspaceTransactions transactions, ExportConfig config, Clock clock) {
    this.transactions = transactions;
    this.config = config;
    this.clock = clock;
  }

  /// An export as its owner sees it.
  ///
  /// @param state `WAITING`, `RUNNING`, `READY` or `FAILED`
  /// @param expiresAt until then the file can be fetched
  /// @param step the file being written, null when none is
  /// @param entries lines so far
  /// @param bytes of the ZIP so far
  /// @param trouble why the last try failed
  record View(
      UUID id,
      String state,
      Instant askedAt,
      @Nullable Instant finishedAt,
      Instant expiresAt,
      @Nullable String step,
      long entries,
      long bytes,
      @Nullable String trouble) {}

  /// The work on an export.
  ///
  /// @param attempt which try of it; another gateway's later one takes the export away from this
  record Work(UUID exportId, UUID workspaceId, int attempt) {}

  Uni<List<View>> list(UUID workspaceId) {
    return transactions.in(
        workspaceId,
        tx ->
            SessionSql.of(tx)
                .select(LIST)
                .map(rows -> rows.stream().map(ExportRows::view).toList()));
  }

  /// @throws io.competitoriq.http.ProblemException 404
  Uni<View> one(UUID workspaceId, UUID id) {
    return transactions.in(workspaceId, tx -> one(tx, id));
  }

  /// In the caller's transaction.
  ///
  /// @throws io.competitoriq.http.ProblemException 404
  Uni<View> one(Mutiny.Session tx, UUID id) {
    return SessionSql.of(tx)
        .select(ONE, id)
        .map(
            rows ->
                rows.stream()
                    .findFirst()
                    .map(ExportRows::view)
                    .orElseThrow(
                        () ->
                            Problems.notFound(
                                "export-not-found",
                                "There is no such export, or its time is over.")));
  }

  /// One more, in the caller's transaction.
  ///
  /// @throws io.competitoriq.http.ProblemException 409 while one is being made
  Uni<View> add(Mutiny.Session tx, UUID workspaceId, UUID accountId) {
    UUID id = Ids.next();
    Instant now = clock.instant();
    return SessionSql.of(tx)
        .update(ADD, id, workspaceId, accountId, utc(now), utc(now.plus(config.keep())))
        .invoke(
            added -> {
              if (added == 0) {
                throw Problems.conflict(
                    "export-running", "An export is being made already. Wait until it is ready.");
              }
            })
        .chain(() -> one(tx, id));
  }

  /// A piece of the file, empty after the last.
  Uni<Optional<byte[]>> piece(UUID workspaceId, UUID id, int position) {
    return transactions.in(
        workspaceId,
        tx ->
            SessionSql.of(tx)
                .select(PIECE, id, position)
                .map(rows -> rows.stream().findFirst().map(row -> bytes(row[0]))));
  }

  /// Forgets what an earlier try left.
  Uni<Void> begin(Work work) {
    return transactions.in(
        work.workspaceId,
        tx ->
            SessionSql.of(tx)
                .update(BEGIN, work.exportId)
                .chain(() -> SessionSql.of(tx).update(RESET, work.exportId))
                .replaceWithVoid());
  }

  /// @throws IllegalStateException when another gateway has taken over
  Uni<Void> progress(Work work, String step, long entries) {
    return mine(
        work,
        PROGRESS,
        work.exportId,
        step,
        entries,
        utc(clock.instant().plus(config.hold())),
        work.attempt);
  }

  /// @throws IllegalStateException when another gateway has taken over
  Uni<Void> keep(Work work, int position, byte[] piece) {
    return mine(work, KEEP, work.exportId, position, work.workspaceId, piece, work.attempt);
  }

  /// @throws IllegalStateException when another gateway has taken over
  Uni<Void> settle(Work work, String state, @Nullable String trouble) {
    Instant now = clock.instant();
    return mine(
        work,
        SETTLE,
        work.exportId,
        state,
        trouble,
        utc(now.plus(config.pause())),
        utc(now),
        work.attempt);
  }

  private Uni<Void> mine(Work work, String sql, @Nullable Object... arguments) {
    return transactions
        .in(work.workspaceId, tx -> SessionSql.of(tx).update(sql, arguments))
        .invoke(
            changed -> {
              if (changed == 0) {
                throw new IllegalStateException("another gateway makes export " + work.exportId);
              }
            })
        .replaceWithVoid();
  }

  private static byte[] bytes(Object column) {
    return column instanceof io.vertx.core.buffer.Buffer buffer
        ? buffer.getBytes()
        : (byte[]) column;
  }

  private static View view(Object[] row) {
    return new View(
        (UUID) row[0],
        (String) row[1],
        ((OffsetDateTime) row[2]).toInstant(),
        row[3] == null ? null : ((OffsetDateTime) row[3]).toInstant(),
        ((OffsetDateTime) row[4]).toInstant(),
        (String) row[5],
        ((Number) row[6]).longValue(),
        ((Number) row[7]).longValue(),
        (String) row[8]);
  }

  private static OffsetDateTime utc(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
