package io.competitoriq.analysis.batch;

import io.competitoriq.http.Cursor;
import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Rows of batches and their items, of the bound workspace.
@ApplicationScoped
class BatchRows {

  private static final String COLUMNS =
      "id, state, reason, model, signals, provider_done, settled, answered, reserved_micros,"
          + " cost_micros, created_by, created_at, submitted_at, finished_at, provider_batch,"
          + " reservation_id, prompt_version";
  private static final String ADD =
      """
      insert into assessment_batch (id, workspace_id, state, reason, model, prompt_version, signals,
        reservation_id, reserved_micros, created_by, created_at)
      values ($1, $2, 'PREPARED', 'To be handed over.', $3, $4, $5, $6, $7, $8, $9)""";
  private static final String ADD_ITEM =
      """
      insert into assessment_batch_item (batch_id, signal_id, workspace_id, own_company)
      values ($1, $2, $3, $4)""";
  private static final String FIND = "select " + COLUMNS + " from assessment_batch where id = $1";
  private static final String LOCK = FIND + " for update";
  private static final String NEWEST =
      "select "
          + COLUMNS
          + " from assessment_batch where $1::timestamptz is null or (created_at, id) < ($1, $2)"
          + " order by created_at desc, id desc limit $3";
  private static final String BUSY =
      """
      select count(*) from assessment_batch where state in ('PREPARED', 'SUBMITTED', 'CANCELLING')""";
  private static final String STATE =
      "update assessment_batch set state = $2, reason = $3 where id = $1";
  private static final String SUBMITTED =
      """
      update assessment_batch set state = case state when 'PREPARED' then 'SUBMITTED' else state end,
        reason = 'The provider works on it.', provider_batch = $2, submitted_at = $3 where id = $1""";
  private static final String PROGRESS =
      "update assessment_batch set provider_done = $2 where id = $1";
  private static final String FINISHED =
      "update assessment_batch set state = $2, reason = $3, finished_at = $4 where id = $1";
  private static final String COUNT =
      """
      update assessment_batch set settled = settled + 1, answered = answered + $2,
        cost_micros = cost_micros + $3 where id = $1""";
  private static final String WAITING =
      """
      select signal_id, own_company from assessment_batch_item
       where batch_id = $1 and state = 'WAITING' order by signal_id""";
  private static final String SETTLE_ITEM =
      """
      update assessment_batch_item set state = $3, reason = $4
       where batch_id = $1 and signal_id = $2 and state = 'WAITING'""";

  /// A batch as its worker sees it.
  record Row(
      BatchView view, @Nullable String providerBatch, UUID reservationId, int promptVersion) {}

  /// A signal of a batch that nothing is known of yet.
  record Item(UUID signalId, String ownCompany) {}

  /// A batch to be.
  record NewBatch(
      UUID id,
      UUID workspaceId,
      String model,
      int promptVersion,
      int signals,
      UUID reservationId,
      long reservedMicros,
      UUID createdBy,
      Instant createdAt) {}

  Uni<Integer> add(Mutiny.Session tx, NewBatch row) {
    return SessionSql.of(tx)
        .update(
            ADD,
            row.id,
            row.workspaceId,
            row.model,
            row.promptVersion,
            row.signals,
            row.reservationId,
            row.reservedMicros,
            row.createdBy,
            utc(row.createdAt));
  }

  Uni<Integer> addItem(Mutiny.Session tx, UUID batchId, UUID workspaceId, Item item) {
    return SessionSql.of(tx).update(ADD_ITEM, batchId, item.signalId, workspaceId, item.ownCompany);
  }

  Uni<Optional<Row>> find(Mutiny.Session tx, UUID id) {
    return SessionSql.of(tx).select(FIND, id).map(BatchRows::first);
  }

  /// Keeps others from changing it until the transaction ends.
  Uni<Optional<Row>> lock(Mutiny.Session tx, UUID id) {
    return SessionSql.of(tx).select(LOCK, id).map(BatchRows::first);
  }

  Uni<List<BatchView>> newest(Mutiny.Session tx, Optional<Cursor> after, int limit) {
    OffsetDateTime at = after.map(it -> utc(it.at())).orElse(null);
    UUID id = after.map(Cursor::id).orElse(null);
    return SessionSql.of(tx)
        .select(NEWEST, at, id, limit)
        .map(rows -> rows.stream().map(row -> row(row).view()).toList());
  }

  Uni<Long> busy(Mutiny.Session tx) {
    return SessionSql.of(tx).select(BUSY).map(rows -> ((Number) rows.getFirst()[0]).longValue());
  }

  Uni<Integer> state(Mutiny.Session tx, UUID id, BatchState state, String reason) {
    return SessionSql.of(tx).update(STATE, id, state.name(), reason);
  }

  Uni<Integer> submitted(Mutiny.Session tx, UUID id, String providerBatch, Instant now) {
    return SessionSql.of(tx).update(SUBMITTED, id, providerBatch, utc(now));
  }

  Uni<Integer> progress(Mutiny.Session tx, UUID id, int done) {
    return SessionSql.of(tx).update(PROGRESS, id, done);
  }

  Uni<Integer> finished(Mutiny.Session tx, UUID id, BatchState state, String reason, Instant now) {
    return SessionSql.of(tx).update(FINISHED, id, state.name(), reason, utc(now));
  }

  Uni<List<Item>> waiting(Mutiny.Session tx, UUID id) {
    return SessionSql.of(tx)
        .select(WAITING, id)
        .map(rows -> rows.stream().map(r -> new Item((UUID) r[0], (String) r[1])).toList());
  }

  /// Once per item.
  ///
  /// @return false when it was settled before
  Uni<Boolean> settle(Mutiny.Session tx, UUID id, UUID signalId, boolean answered, String reason) {
    String cut = reason.length() > 500 ? reason.substring(0, 499) + "…" : reason;
    return SessionSql.of(tx)
        .update(SETTLE_ITEM, id, signalId, answered ? "ANSWERED" : "FAILED", cut)
        .map(rows -> rows == 1);
  }

  Uni<Integer> count(Mutiny.Session tx, UUID id, boolean answered, long costMicros) {
    return SessionSql.of(tx).update(COUNT, id, answered ? 1 : 0, costMicros);
  }

  private static Optional<Row> first(List<Object[]> rows) {
    return rows.stream().findFirst().map(BatchRows::row);
  }

  private static Row row(Object[] row) {
    var view =
        new BatchView(
            (UUID) row[0],
            BatchState.valueOf((String) row[1]),
            (String) row[2],
            (String) row[3],
            (Integer) row[4],
            (Integer) row[5],
            (Integer) row[6],
            (Integer) row[7],
            ((Number) row[8]).longValue(),
            ((Number) row[9]).longValue(),
            (UUID) row[10],
            ((OffsetDateTime) row[11]).toInstant(),
            instant(row[12]),
            instant(row[13]));
    return new Row(view, (String) row[14], (UUID) row[15], (Integer) row[16]);
  }

  private static @Nullable Instant instant(@Nullable Object at) {
    return at == null ? null : ((OffsetDateTime) at).toInstant();
  }

  private static OffsetDateTime utc(Instant at) {
    return at.atOffset(ZoneOffset.UTC);
  }
}
