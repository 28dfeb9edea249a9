package io.competitoriq.analysis.model;

import io.competitoriq.tenancy.SessionSql;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// What workspaces allow themselves to spend; the configuration's figures until they say.
@ApplicationScoped
class Budgets {

  private static final String READ =
      """
      select day_micros, month_micros from model_budget
       where workspace_id = $1 and account = $2""";
  private static final String WRITE =
      """
      insert into model_budget (workspace_id, account, day_micros, month_micros, updated_at)
      values ($1, $2, $3, $4, now())
      on conflict (workspace_id, account) do update
         set day_micros = excluded.day_micros, month_micros = excluded.month_micros,
             updated_at = excluded.updated_at""";

  private final ModelConfig config;

  Budgets(ModelConfig config) {
    this.config = config;
  }

  Uni<Budget> of(Mutiny.Session tx, UUID workspaceId, Account account) {
    return SessionSql.of(tx).select(READ, workspaceId, account.name()).map(this::read);
  }

  Uni<Integer> put(Mutiny.Session tx, UUID workspaceId, Account account, Budget budget) {
    return SessionSql.of(tx)
        .update(WRITE, workspaceId, account.name(), budget.dayMicros(), budget.monthMicros());
  }

  private Budget read(List<Object[]> rows) {
    return rows.isEmpty()
        ? new Budget(config.budget().dayMicros(), config.budget().monthMicros())
        : new Budget(
            ((Number) rows.getFirst()[0]).longValue(), ((Number) rows.getFirst()[1]).longValue());
  }
}
