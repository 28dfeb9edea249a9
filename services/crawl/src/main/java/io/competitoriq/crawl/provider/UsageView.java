package io.competitoriq.crawl.provider;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A row of the ledger as the API shows it.
public record UsageView(
    UUID id,
    String provider,
    @Nullable UUID sourceId,
    @Nullable Long jobId,
    String call,
    UsageState state,
    @Nullable Integer httpStatus,
    int credits,
    long reservedMicros,
    long costMicros,
    int durationMs,
    @Nullable String note,
    Instant startedAt,
    @Nullable Instant finishedAt) {

  static UsageView of(Usage usage) {
    return new UsageView(
        usage.id,
        usage.provider.path(),
        usage.sourceId,
        usage.jobId,
        usage.call,
        usage.state,
        usage.httpStatus,
        usage.credits,
        usage.state == UsageState.OPEN ? usage.reservedMicros : 0,
        usage.costMicros,
        usage.durationMs,
        usage.note,
        usage.startedAt,
        usage.finishedAt);
  }
}
