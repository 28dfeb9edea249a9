package io.competitoriq.analysis.model;

import io.competitoriq.http.Cursor;
import io.competitoriq.tenancy.SessionSql;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Calls to the model made for the bound workspace.
@ApplicationScoped
class ModelCallRepository implements PanacheRepositoryBase<ModelCall, UUID> {

  private static final String MONTHS =
      """
      select date_trunc('month', created_at at time zone 'UTC')::date, feature, model, count(*),
             sum(input_tokens)::bigint, sum(cached_tokens)::bigint, sum(output_tokens)::bigint,
             sum(reasoning_tokens)::bigint, sum(cost_micros)::bigint
        from model_call group by 1, 2, 3 order by 1 desc, 2, 3 limit 48""";

  /// What the model answered to the same input under the same prompt and settings, most recent
  /// first.
  Uni<Optional<Map<String, Object>>> findAnswer(Purpose purpose, String model, String params) {
    return find(
            "inputHash = :input and promptVersion = :prompt and model = :model"
                + " and params = :params and outcome = :outcome order by id desc",
            Parameters.with("input", purpose.inputHash())
                .and("prompt", purpose.promptVersion())
                .and("model", model)
                .and("params", params)
                .and("outcome", ModelCall.ANSWERED))
        .firstResult()
        .map(call -> call == null ? Optional.empty() : Optional.ofNullable(call.answer));
  }

  /// The newest first, at most `limit + 1` of them.
  Uni<List<ModelCall>> newest(Optional<YearMonth> month, Optional<Cursor> after, int limit) {
    Parameters parameters = new Parameters();
    String condition = "1 = 1";
    if (month.isPresent()) {
      parameters.and("from", start(month.get())).and("to", start(month.get().plusMonths(1)));
      condition += " and createdAt >= :from and createdAt < :to";
    }
    if (after.isPresent()) {
      parameters.and("at", after.get().at()).and("after", after.get().id());
      condition += " and (createdAt < :at or createdAt = :at and id < :after)";
    }
    return find(condition + " order by createdAt desc, id desc", parameters).range(0, limit).list();
  }

  Uni<List<UsagePage.UsageMonth>> months(Mutiny.Session tx) {
    return SessionSql.of(tx)
        .select(MONTHS)
        .map(rows -> rows.stream().map(ModelCallRepository::month).toList());
  }

  private static Instant start(YearMonth month) {
    return month.atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  private static UsagePage.UsageMonth month(Object[] row) {
    return new UsagePage.UsageMonth(
        (LocalDate) row[0],
        (String) row[1],
        (String) row[2],
        ((Number) row[3]).longValue(),
        ((Number) row[4]).longValue(),
        ((Number) row[5]).longValue(),
        ((Number) row[6]).longValue(),
        ((Number) row[7]).longValue(),
        ((Number) row[8]).longValue());
  }
}
