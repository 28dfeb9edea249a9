package io.competitoriq.analysis.model;

import io.competitoriq.http.Problems;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The calls of a month as CSV (RFC 4180), the oldest first.
@ApplicationScoped
class UsageExport {

  /// What is held in memory at once.
  private static final int MOST_ROWS = 50_000;

  private static final String HEAD =
      "at,feature,model,outcome,signal_id,input_tokens,cached_tokens,output_tokens,"
          + "reasoning_tokens,cost_usd,latency_ms\r\n";
  private static final String ROWS =
      """
      select created_at, feature, model, outcome, signal_id, input_tokens, cached_tokens,
             output_tokens, reasoning_tokens, cost_micros, latency_ms
        from model_call where created_at >= $1 and created_at < $2
       order by created_at, id limit $3""";

  private final WorkspaceTransactions transactions;

  UsageExport(WorkspaceTransactions transactions) {
    this.transactions = transactions;
  }

  Uni<String> of(UUID workspaceId, YearMonth month) {
    return transactions
        .in(
            workspaceId,
            tx ->
                SessionSql.of(tx)
                    .select(ROWS, start(month), start(month.plusMonths(1)), MOST_ROWS + 1))
        .map(UsageExport::csv);
  }

  private static String csv(List<Object[]> rows) {
    if (rows.size() > MOST_ROWS) {
      throw Problems.unprocessable(
          "usage-too-large",
          "The month has more than " + MOST_ROWS + " calls; read it page by page from /ai/usage.");
    }
    return HEAD + rows.stream().map(UsageExport::line).collect(Collectors.joining());
  }

  private static String line(Object[] row) {
    Object[] shown = row.clone();
    shown[0] = ((OffsetDateTime) row[0]).toInstant();
    shown[9] = BigDecimal.valueOf(((Number) row[9]).longValue(), 6).toPlainString();
    return Arrays.stream(shown).map(UsageExport::cell).collect(Collectors.joining(",")) + "\r\n";
  }

  /// Quoted where needed; a spreadsheet must not take a model's name for a formula.
  private static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    String harmless = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
    return harmless.matches("(?s).*[\",\\r\\n].*")
        ? '"' + harmless.replace("\"", "\"\"") + '"'
        : harmless;
  }

  private static OffsetDateTime start(YearMonth month) {
    return month.atDay(1).atStartOfDay().atOffset(ZoneOffset.UTC);
  }
}
