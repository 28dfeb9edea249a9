package io.competitoriq.jobs.worker;

import static java.util.Objects.requireNonNull;

import io.competitoriq.jobs.ledger.Claimed;
import io.competitoriq.jobs.ledger.Pace;
import io.competitoriq.jobs.ledger.Turnover;
import io.competitoriq.jobs.ledger.Turnover.Turned;
import io.competitoriq.jobs.tickets.Turn;
import io.competitoriq.jobs.tickets.Turn.Handed;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/// The turns of a queue without limit and polite hosts, while Redis answers: the statement that
/// claims the next jobs also writes as done those that have ended. One thread, the queue's loop.
///
/// Short jobs are waited for a moment, so that they share a statement, and the tickets of the next
/// ones are taken while that statement is on its way. A queue of long ones takes a ticket only when
/// a slot is free, and a lone end is written at once.
final class UnpacedTurns {

  private static final long PATIENCE_SECONDS = 10;
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /// What an acknowledgement waits for the end of the job it is about.
  private static final Duration ACK_WAIT = Duration.ofMillis(5);

  /// Short jobs that still run are waited for so long.
  private static final Duration LINGER = Duration.ofNanos(300_000);

  /// Tickets in hand go back when no slot becomes free for so long.
  private static final Duration IN_HAND = Duration.ofMillis(500);

  /// Up to so many slots turn over together; of more, half, while the others run.
  private static final int TOGETHER = 16;

  private final String queue;
  private final String worker;
  private final WorkerParts parts;
  private final Duration lease;
  private final Slots slots;
  private final TicketTurns tickets;
  private final Briskness briskness = new Briskness();
  private final Deque<Handed> hand = new ArrayDeque<>();
  private Duration idle = IDLE;
  private boolean more = true;
  private boolean awaitingMarker;
  private volatile boolean marked;

  UnpacedTurns(
      String queue,
      String worker,
      WorkerParts parts,
      Duration lease,
      Slots slots,
      TicketTurns tickets) {
    this.queue = queue;
    this.worker = worker;
    this.parts = parts;
    this.lease = lease;
    this.slots = slots;
    this.tickets = tickets;
  }

  void begin() {
    more = true;
    slots.gather(true);
  }

  /// What is in hand goes back; ended jobs are written alone.
  void end() {
    slots.gather(false).forEach(parts.runner()::settleAlone);
    putDown();
  }

  private void putDown() {
    tickets.isVoid(hand);
    hand.clear();
  }

  /// One round.
  ///
  /// @param resting take nothing new
  /// @return false when Redis did not answer
  boolean step(Pace pace, boolean resting) throws InterruptedException {
    awaitWork(resting);
    boolean answered = true;
    if (!slots.hasEnded() || briskness.isBrisk()) {
      answered = fillHand(resting ? 0 : slots.vacant(), pace);
    }
    List<RunningJob> ended = slots.takeEnded();
    Map<Long, Handed> taken = fromHand(resting ? 0 : slots.free() + ended.size());
    if (ended.isEmpty() && taken.isEmpty()) {
      return answered && acknowledge(pace);
    }
    CompletableFuture<Turned> turning = turnOver(ended, taken);
    try {
      if (answered && !resting && briskness.isBrisk()) {
        answered = fillHand(slots.size(), pace);
      }
    } finally {
      settle(ended, taken, turning);
    }
    return answered;
  }

  private void awaitWork(boolean resting) throws InterruptedException {
    if (resting) {
      putDown();
    }
    // A loop without a vacant slot leaves the marker to a worker that has one.
    boolean wantsMarker = hand.isEmpty() && !more && slots.vacant() > 0;
    if (resting || wantsMarker) {
      awaitTicket(resting);
    } else if (!slots.awaitVacant(1, IN_HAND)) {
      putDown();
    }
    if (briskness.isBrisk()) {
      int size = slots.size();
      slots.awaitVacant(size <= TOGETHER ? size : size / 2, LINGER);
    }
  }

  private void awaitTicket(boolean resting) throws InterruptedException {
    if (!resting && !awaitingMarker) {
      awaitingMarker = true;
      parts.marker().await(queue, idle).subscribe().with(_ -> mark(), _ -> mark());
    }
    slots.awaitEnded(tickets.owesNothing() ? IDLE : ACK_WAIT);
    if (marked) {
      marked = false;
      awaitingMarker = false;
      more = true;
    }
  }

  private void mark() {
    marked = true;
    slots.nudge();
  }

  /// Takes as many tickets as are missing in hand, if Redis may have some.
  private boolean fillHand(int wanted, Pace pace) throws InterruptedException {
    int missing = wanted - hand.size();
    return missing <= 0 || !more || take(missing, pace);
  }

  private boolean acknowledge(Pace pace) throws InterruptedException {
    return tickets.owesNothing() || take(0, pace);
  }

  private boolean take(int want, Pace pace) throws InterruptedException {
    Optional<Turn> turn = tickets.take(want, pace);
    if (turn.isEmpty() || turn.get().generation().isEmpty()) {
      slots.awaitEnded(PAUSE);
      return turn.isPresent();
    }
    hand.addAll(turn.get().tickets());
    if (want > 0) {
      more = turn.get().tickets().size() == want;
      idle = turn.get().idle();
    }
    return true;
  }

  private Map<Long, Handed> fromHand(int most) {
    Map<Long, Handed> taken = new HashMap<>();
    while (taken.size() < most && !hand.isEmpty()) {
      Handed ticket = hand.remove();
      taken.put(ticket.jobId(), ticket);
    }
    return taken;
  }

  private CompletableFuture<Turned> turnOver(List<RunningJob> ended, Map<Long, Handed> taken) {
    List<Turnover.Ended> done =
        ended.stream()
            .map(job -> new Turnover.Ended(job.claimed().id(), job.claimed().lease()))
            .toList();
    try {
      return parts
          .turnover()
          .turn(queue, worker, done, taken.keySet(), lease)
          .toCompletionStage()
          .toCompletableFuture()
          .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (RuntimeException notSent) {
      return CompletableFuture.failedFuture(notSent);
    }
  }

  /// The ledger has the last word on every ticket; what it does not give is void.
  private void settle(
      List<RunningJob> ended, Map<Long, Handed> taken, CompletableFuture<Turned> turning) {
    Turned turned;
    try {
      turned = turning.join();
    } catch (CompletionException failed) {
      ended.forEach(parts.runner()::settleAlone);
      throw failed;
    }
    for (Claimed job : turned.jobs()) {
      slots.take();
      parts.runner().start(job, slots);
      tickets.started(requireNonNull(taken.remove(job.id())));
    }
    tickets.isVoid(taken.values());
    parts.meters().voidTickets(queue, taken.size());
    for (RunningJob job : ended) {
      briskness.note(job.ran());
      if (turned.done().contains(job.claimed().lease())) {
        parts.runner().settled(job);
      } else {
        parts.runner().settleAlone(job);
      }
    }
  }
}
