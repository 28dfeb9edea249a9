package io.competitoriq.crawl.visit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A visit as the API shows it.
public record VisitView(
    UUID id,
    UUID sourceId,
    UUID competitorId,
    String url,
    Instant startedAt,
    Instant finishedAt,
    VisitOutcome outcome,
    @Nullable Integer httpStatus,
    @Nullable UUID snapshotId,
    String reason,
    @Nullable String fix,
    int bytes,
    int durationMs) {

  static VisitView of(Visit visit) {
    return new VisitView(
        visit.id,
        visit.sourceId,
        visit.competitorId,
        visit.url,
        visit.startedAt,
        visit.finishedAt,
        visit.outcome,
        visit.httpStatus,
        visit.snapshotId,
        visit.reason,
        visit.fix,
        visit.bytes,
        visit.durationMs);
  }
}
