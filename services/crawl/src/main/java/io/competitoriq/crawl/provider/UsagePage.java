package io.competitoriq.crawl.provider;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A page of the ledger, the newest first.
///
/// @param months what each provider cost per month, the latest months first; on the first page only
public record UsagePage(
    List<UsageView> items, @Nullable String nextCursor, List<UsageMonth> months) {

  /// One provider in one month.
  ///
  /// @param calls that went out, the free ones too
  /// @param reservedMicros set aside for what is under way
  public record UsageMonth(
      LocalDate month,
      String provider,
      long calls,
      long credits,
      long costMicros,
      long reservedMicros) {}
}
