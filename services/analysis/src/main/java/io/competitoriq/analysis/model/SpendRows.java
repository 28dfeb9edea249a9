package io.competitoriq.analysis.model;

import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Rows of `model_spend`: what an account has spent and set aside in a day or month. Both figures
/// are counted by PostgreSQL under the row's lock.
@ApplicationScoped
class SpendRows {

  private static final String RESERVE =
      """
      insert into model_spend (workspace_id, account, period, starts, reserved_micros)
      select $1::uuid, $2::text, $3::text, $4::date, $5::bigint where $5::bigint <= $6::bigint
      on conflict (workspace_id, account, period, starts) do update
         set reserved_micros = model_spend.reserved_micros + excluded.reserved_micros
       where model_spend.spent_micros + model_spend.reserved_micros + excluded.reserved_micros
             <= $6::bigint""";
  private static final String SETTLE =
      """
      update model_spend
         set reserved_micros = reserved_micros - $5::bigint, spent_micros = spent_micros + $6::bigint
       where workspace_id = $1 and account = $2 and period = $3 and starts = $4""";
  private static final String LOOK =
      """
      select spent_micros, reserved_micros from model_spend
       where workspace_id = $1 and account = $2 and period = $3 and starts = $4""";

  /// One counter.
  record Place(UUID workspaceId, Account account, Period period, LocalDate starts) {}

  /// What it stands at, in micro-USD.
  record Spent(long spentMicros, long reservedMicros) {}

  /// @return false, and nothing is changed, when it would go over `cap`
  Uni<Boolean> reserve(Mutiny.Session tx, Place place, long micros, long cap) {
    return SessionSql.of(tx)
        .update(
            RESERVE,
            place.workspaceId,
            place.account.name(),
            place.period.name(),
            place.starts,
            micros,
            cap)
        .map(rows -> rows == 1);
  }

  Uni<Integer> settle(Mutiny.Session tx, Place place, long reserved, long cost) {
    return SessionSql.of(tx)
        .update(
            SETTLE,
            place.workspaceId,
            place.account.name(),
            place.period.name(),
            place.starts,
            reserved,
            cost);
  }

  Uni<Spent> look(Mutiny.Session tx, Place place) {
    return SessionSql.of(tx)
        .select(LOOK, place.workspaceId, place.account.name(), place.period.name(), place.starts)
        .map(SpendRows::spent);
  }

  private static Spent spent(List<Object[]> rows) {
    return rows.isEmpty()
        ? new Spent(0, 0)
        : new Spent(
            ((Number) rows.getFirst()[0]).longValue(), ((Number) rows.getFirst()[1]).longValue());
  }
}
