package io.competitoriq.jobs.admin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// A process that works queues.
///
/// @param slots of all its queues together
/// @param running jobs it has now
/// @param direct Redis does not answer it, so it claims straight from the ledger
/// @param draining takes nothing more
/// @param lost has not been seen for 20 s; it is forgotten after ten minutes
public record WorkerView(
    UUID id,
    String service,
    String host,
    long pid,
    String version,
    List<String> queues,
    int slots,
    long running,
    boolean direct,
    boolean draining,
    Instant startedAt,
    Instant seenAt,
    boolean lost) {

  public WorkerView {
    queues = List.copyOf(queues);
  }
}
