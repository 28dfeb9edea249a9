package io.competitoriq.jobs.enqueue;

import io.competitoriq.jobs.NewJob;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/// A job as its row in the ledger will be.
///
/// @param payload JSON that PostgreSQL takes
record JobRow(NewJob job, String payload, String trace, int maxAttempts) {

  boolean isKeyed() {
    return job.dedup() != null;
  }

  short priority() {
    return (short) job.priority().rank();
  }

  @Nullable OffsetDateTime runAt() {
    return job.runAt() == null ? null : job.runAt().atOffset(ZoneOffset.UTC);
  }
}
