package io.competitoriq.jobs.worker;

import io.competitoriq.jobs.ledger.Pace;
import io.competitoriq.jobs.tickets.Turn;
import io.competitoriq.jobs.tickets.Turn.Ack;
import io.competitoriq.jobs.tickets.Turn.Handed;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/// A worker loop's round trips to Redis, with what it still owes there. One thread.
final class TicketTurns {

  private static final Logger LOG = Logger.getLogger(TicketTurns.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final String queue;
  private final String worker;
  private final WorkerParts parts;
  private final List<Ack> acks = new ArrayList<>();

  TicketTurns(String queue, String worker, WorkerParts parts) {
    this.queue = queue;
    this.worker = worker;
    this.parts = parts;
  }

  /// A job was started by this ticket.
  void started(Handed ticket) {
    acks.add(new Ack(ticket, true));
  }

  /// These tickets' jobs were not to be had.
  void isVoid(Collection<Handed> tickets) {
    tickets.forEach(ticket -> acks.add(new Ack(ticket, false)));
  }

  boolean owesNothing() {
    return acks.isEmpty();
  }

  /// Redis is away: what lies there is tidied up by others.
  void forgive() {
    acks.clear();
  }

  /// Puts away what is owed and takes up to `want` tickets. An emptied Redis is filled again, and
  /// gives none this time.
  ///
  /// @return empty when Redis did not answer; the same can be said to it once more
  Optional<Turn> take(int want, Pace pace) {
    Turn turn;
    try {
      turn = await(parts.tickets().turn(queue, worker, want, pace, acks));
    } catch (RuntimeException redisFailed) {
      LOG.debugf("no turn queue=%s why=%s", queue, redisFailed);
      return Optional.empty();
    }
    forgetVoid();
    acks.clear();
    if (turn.generation().isEmpty()) {
      parts.relay().tick(queue);
    } else if (!turn.tickets().isEmpty() && !pace.isPolite()) {
      // A polite queue's tickets are as many as hosts are free, not as the window holds.
      parts.supply().taken(queue, turn.tickets().size());
    }
    return Optional.of(turn);
  }

  /// Jobs whose tickets came too early get new ones. Only after the acknowledgement: a new ticket
  /// beside the old one would be taken for it.
  private void forgetVoid() {
    List<Long> early =
        acks.stream().filter(ack -> !ack.started()).map(ack -> ack.ticket().jobId()).toList();
    if (!early.isEmpty()) {
      await(parts.backlog().forget(early));
    }
  }

  static <T> T await(Uni<T> work) {
    return work.await().atMost(PATIENCE);
  }
}
