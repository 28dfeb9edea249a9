package io.competitoriq.crawl.visit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The visits of a source, counted; a row of [VisitRepository#tallies].
record VisitTally(
    UUID sourceId,
    Instant lastVisitAt,
    @Nullable Instant lastOkAt,
    long failuresInARow,
    long visits24h,
    long failures24h,
    long visits7d,
    long failures7d,
    long blocked7d) {

  static VisitTally of(Object[] row) {
    return new VisitTally(
        (UUID) row[0],
        (Instant) row[1],
        (Instant) row[2],
        (Long) row[3],
        (Long) row[4],
        (Long) row[5],
        (Long) row[6],
        (Long) row[7],
        (Long) row[8]);
  }

  SourceHealth health(Visit last, @Nullable Silence silence) {
    Ending ending =
        new Ending(
            last.outcome, last.httpStatus, last.snapshotId, last.bytes, last.reason, last.fix);
    boolean refused =
        last.outcome.isRefusal() || Integer.valueOf(VisitOutcome.TOO_MANY).equals(last.httpStatus);
    VisitHistory history =
        new VisitHistory(
            ending, refused, lastOkAt, failuresInARow, visits7d, failures7d, blocked7d);
    Diagnosis diagnosis = history.diagnosis();
    return new SourceHealth(
        sourceId,
        last.outcome,
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
        silence);
  }
}
