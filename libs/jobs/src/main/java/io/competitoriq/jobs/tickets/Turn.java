package io.competitoriq.jobs.tickets;

import java.time.Duration;
import java.util.List;

/// What Redis gave a worker.
///
/// @param generation "" when Redis was emptied and no relay has rebuilt the tickets yet
/// @param idle how long there is nothing to take, unless the marker says otherwise
public record Turn(String generation, Duration idle, List<Handed> tickets) {

  public Turn {
    tickets = List.copyOf(tickets);
  }

  /// A ticket in this worker's hands.
  ///
  /// @param ref where it lies in Redis, for acknowledging
  public record Handed(long jobId, String ref) {}

  /// A ticket to put away; a void one (nothing was started) gives its permit back.
  public record Ack(Handed ticket, boolean started) {}
}
