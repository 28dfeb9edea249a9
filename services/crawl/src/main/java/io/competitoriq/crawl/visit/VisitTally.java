package io.competitoriq.crawl.visit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The visits of a source, counted; a row of [VisitRecord].
///
/// @param last how the newest visit ended
/// @param changes when the source brought something new, the newest first
record VisitTally(
    UUID sourceId,
    Ending last,
    Instant lastVisitAt,
    @Nullable Instant lastOkAt,
    long failuresInARow,
    long visits24h,
    long failures24h,
    long visits7d,
    long failures7d,
    long blocked7d,
    List<Instant> changes) {

  static VisitTally of(Object[] row) {
    OffsetDateTime lastOk = (OffsetDateTime) row[8];
    return new VisitTally(
        (UUID) row[0],
        new Ending(
            VisitOutcome.valueOf((String) row[1]),
            (Integer) row[2],
            (UUID) row[3],
            (Integer) row[4],
            (String) row[5],
            (String) row[6]),
        ((OffsetDateTime) row[7]).toInstant(),
        lastOk == null ? null : lastOk.toInstant(),
        (Long) row[9],
        (Long) row[10],
        (Long) row[11],
        (Long) row[12],
        (Long) row[13],
        (Long) row[14],
        Arrays.stream((OffsetDateTime[]) row[15]).map(OffsetDateTime::toInstant).toList());
  }

  SourceHealth health() {
    boolean refused =
        last.outcome().isRefusal()
            || Integer.valueOf(VisitOutcome.TOO_MANY).equals(last.httpStatus());
    VisitHistory history =
        new VisitHistory(last, refused, lastOkAt, failuresInARow, visits7d, failures7d, blocked7d);
    Diagnosis diagnosis = history.diagnosis();
    return new SourceHealth(
        sourceId,
        last.outcome(),
        lastVisitAt,
        lastOkAt,
        visits24h,
        failures24h,
        visits7d,
        blocked7d,
        history.blockRate(),
        diagnosis.state(),
        diagnosis.reason(),
        diagnosis.fix(),
        Silence.of(changes, lastOkAt).orElse(null));
  }
}
