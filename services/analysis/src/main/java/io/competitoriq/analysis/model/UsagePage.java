package io.competitoriq.analysis.model;

import io.competitoriq.http.Cursor;
import io.competitoriq.http.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A page of calls to the model, the newest first.
///
/// @param months what each feature and model cost per month, the latest months first; on the first
///   page only
public record UsagePage(
    List<UsageView> items, @Nullable String nextCursor, List<UsageMonth> months) {

  static UsagePage of(List<ModelCall> rows, int limit, List<UsageMonth> months) {
    Page<ModelCall> page = Page.of(rows, limit, row -> Cursor.of(row.createdAt, row.id));
    return new UsagePage(
        page.items().stream().map(UsageView::of).toList(), page.nextCursor(), months);
  }

  /// One call.
  ///
  /// @param outcome ANSWERED, or the name of the failure
  /// @param cachedTokens part of `inputTokens` the provider had seen before
  /// @param reasoningTokens part of `outputTokens` nobody reads
  /// @param costMicros micro-USD at the prices configured then
  public record UsageView(
      UUID id,
      String feature,
      @Nullable UUID signalId,
      String model,
      String outcome,
      int inputTokens,
      int cachedTokens,
      int outputTokens,
      int reasoningTokens,
      long costMicros,
      long latencyMs,
      Instant at) {

    static UsageView of(ModelCall call) {
      return new UsageView(
          call.id,
          call.feature,
          call.signalId,
          call.model,
          call.outcome,
          call.inputTokens,
          call.cachedTokens,
          call.outputTokens,
          call.reasoningTokens,
          call.costMicros,
          call.latencyMs,
          call.createdAt);
    }
  }

  /// One feature and model in one month.
  ///
  /// @param month its first day, UTC
  public record UsageMonth(
      LocalDate month,
      String feature,
      String model,
      long calls,
      long inputTokens,
      long cachedTokens,
      long outputTokens,
      long reasoningTokens,
      long costMicros) {}
}
