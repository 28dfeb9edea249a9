package io.competitoriq.gateway.auditlog;

import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Reads chains of the trail from the first row to the head and says whether they hold.
@ApplicationScoped
class AuditChains {

  private static final int PAGE = 2000;
  private static final String HEADS =
      "select chain, sequence, hash, entries from audit_chains($1::uuid) order by chain";
  private static final String ROWS =
      "select " + SealedEntry.COLUMNS + " from audit_chain_rows($1, $2, $3, $4) order by sequence";

  private final WorkspaceTransactions transactions;
  private final Vertx vertx;

  AuditChains(WorkspaceTransactions transactions, Vertx vertx) {
    this.transactions = transactions;
    this.vertx = vertx;
  }

  /// Every chain there is, one after another.
  Uni<List<ChainCheck.Result>> checkAll() {
    return heads(null)
        .onItem()
        .transformToMulti(heads -> Multi.createFrom().iterable(heads))
        .onItem()
        .transformToUniAndConcatenate(this::follow)
        .collect()
        .asList();
  }

  /// One workspace's chain; a workspace without a row has a whole one.
  Uni<ChainCheck.Result> check(UUID workspaceId) {
    return heads(workspaceId)
        .map(
            heads ->
                heads.isEmpty()
                    ? new Known(new ChainHead(workspaceId, 0, SealedEntry.NO_HASH), 0)
                    : heads.getFirst())
        .chain(this::follow);
  }

  private record Known(ChainHead head, long entries) {}

  private Uni<List<Known>> heads(@Nullable UUID chain) {
    return transactions.global(
        tx ->
            SessionSql.of(tx)
                .select(HEADS, chain)
                .map(rows -> rows.stream().map(AuditChains::known).toList()));
  }

  private static Known known(Object[] row) {
    return new Known(
        new ChainHead((UUID) row[0], ((Number) row[1]).longValue(), (String) row[2]),
        ((Number) row[3]).longValue());
  }

  private Uni<ChainCheck.Result> follow(Known known) {
    var check = new ChainCheck(known.head, known.entries, List.of());
    return Multi.createBy()
        .repeating()
        .uni(() -> page(known.head, check.sequence()).chain(rows -> hash(check, rows)))
        .whilst(more -> more)
        .collect()
        .last()
        .replaceWith(check::result);
  }

  private Uni<List<Object[]>> page(ChainHead head, long after) {
    return transactions.global(
        tx -> SessionSql.of(tx).select(ROWS, head.chain(), after, head.sequence(), PAGE));
  }

  /// Off the event loop and back on it, where the next page is read.
  private Uni<Boolean> hash(ChainCheck check, List<Object[]> rows) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                vertx
                    .executeBlocking(() -> goOn(check, rows), false)
                    .onComplete(emitter::complete, emitter::fail));
  }

  private static boolean goOn(ChainCheck check, List<Object[]> rows) {
    for (Object[] row : rows) {
      if (!check.accept(SealedEntry.of(row))) {
        return false;
      }
    }
    return rows.size() == PAGE;
  }
}
