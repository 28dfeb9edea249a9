package io.competitoriq.jobs.worker;

import static java.util.Objects.requireNonNull;

import io.competitoriq.jobs.ledger.Claimed;
import io.competitoriq.jobs.ledger.Pace;
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
import java.util.concurrent.CompletionException;
import org.jboss.logging.Logger;

/// The turns of a queue without limit and polite hosts, while Redis answers: the statement that
/// claims the next jobs also writes as done those that have ended. One thread, the queue's loop.
///
/// Short jobs are waited for a moment, so that they share a statement. Two statements may be on
/// their way: while one waits for the disk, the jobs of the other run, end and gather. A queue of
/// long ones takes a ticket only when a slot is free, and a lone end is written at once.
final class UnpacedTurns {

  private static final Logger LOG = Logger.getLogger(UnpacedTurns.class);

  /// What a statement is waited for.
  private static final Duration ANSWER = Duration.ofSeconds(10);

  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(200);

  /// What an acknowledgement waits for the end of the job it is about.
  private static final Duration ACK_WAIT = Duration.ofMillis(5);

  /// Short jobs that still run are waited for so long.
  private static final Duration LINGER = Duration.ofNanos(300_000);

  /// Tickets in hand go back when no slot becomes free for so long.
  private static final Duration IN_HAND = Duration.ofMillis(500);

  /// Statements on their way at once.
  private static final int MOST = 2;

  private final String queue;
  private final String worker;
  private final WorkerParts parts;
  private final Duration lease;
  private final Slots slots;
  private final TicketTurns tickets;
  private final Briskness briskness = new Briskness();
  private final Deque<Handed> hand = new ArrayDeque<>();
  private final Deque<Turning> turnings = new ArrayDeque<>();
  private Duration idle = IDLE;
  private boolean more = true;
  private boolean awaitingMarker;
  private volatile boolean marked;
  private volatile boolean over;

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
    over = false;
    more = true;
    slots.gather(true);
  }

  /// What is in hand goes back; ended jobs are written alone. Waits for what is on its way.
  void end() {
    over = true;
    slots.gather(false).forEach(parts.runner()::settleAlone);
    while (!turnings.isEmpty()) {
      try {
        settle(turnings.remove());
      } catch (CompletionException failed) {
        LOG.warnf("statement lost at the end queue=%s error=%s", queue, failed.getCause());
      }
    }
    putDown();
  }

  private void putDown() {
    tickets.isVoid(hand);
    hand.clear();
  }

  /// One round.
  ///
  /// @param resting take nothing new
  /// @return false when a store did not answer
  boolean step(Pace pace, boolean resting) throws InterruptedException {
    awaitWork(resting);
    boolean landed = land();
    if (turnings.size() >= MOST) {
      return landed;
    }
    return !isGathered() || turn(pace, resting, landed);
  }

  /// @param begun jobs have just been started: short ones among them end before their tickets could
  ///   be put away, and should not wait for that
  private boolean turn(Pace pace, boolean resting, boolean begun) throws InterruptedException {
    boolean answered = true;
    if (!slots.hasEnded() || briskness.isBrisk()) {
      answered = fillHand(resting ? 0 : slots.vacant(), pace);
    }
    List<RunningJob> ended = slots.takeEnded();
    Map<Long, Handed> taken = fromHand(resting ? 0 : slots.free() + ended.size());
    if (ended.isEmpty() && taken.isEmpty()) {
      return answered && (begun || acknowledge(pace));
    }
    send(ended, taken);
    if (answered && !resting && briskness.isBrisk() && hand.size() < together()) {
      answered = fillHand(slots.size(), pace);
    }
    return answered;
  }

  /// What one statement is about when there is plenty to do.
  private int together() {
    return (slots.size() + MOST - 1) / MOST;
  }

  /// Waits for something to do: an end, a ticket, an answer.
  private void awaitWork(boolean resting) throws InterruptedException {
    if (resting) {
      putDown();
    }
    // A loop without a vacant slot leaves the marker to a worker that has one.
    boolean wantsMarker = hand.isEmpty() && !more && slots.vacant() > 0;
    if (turnings.size() >= MOST) {
      slots.awaitNudge(ANSWER);
    } else if (resting || wantsMarker) {
      awaitTicket(resting);
    } else {
      awaitVacant();
    }
    if (marked) {
      marked = false;
      awaitingMarker = false;
      more = true;
      if (slots.vacant() <= 0) {
        // The slots filled up while this loop waited: the wake-up is somebody else's.
        parts.marker().passOn(queue);
      }
    }
  }

  private void awaitVacant() throws InterruptedException {
    boolean owes = !tickets.owesNothing();
    int wanted = turnings.isEmpty() ? 1 : wanted();
    if (!slots.awaitVacant(wanted, owes ? ACK_WAIT : IN_HAND) && !owes) {
      putDown();
    }
  }

  private int wanted() {
    return briskness.isBrisk() ? together() : 1;
  }

  /// Whether it is time for a statement. Short jobs that still run are worth a moment; the answer
  /// to the last statement will end it.
  private boolean isGathered() throws InterruptedException {
    if (slots.vacant() >= wanted()) {
      return true;
    }
    if (turnings.isEmpty()) {
      slots.awaitVacant(wanted(), LINGER);
      return true;
    }
    return false;
  }

  private void awaitTicket(boolean resting) throws InterruptedException {
    if (!resting && !awaitingMarker) {
      awaitingMarker = true;
      parts.marker().await(queue, idle).subscribe().with(_ -> mark(), _ -> mark());
    }
    slots.awaitEnded(tickets.owesNothing() ? IDLE : ACK_WAIT);
  }

  private void mark() {
    marked = true;
    if (over) {
      parts.marker().passOn(queue);
    }
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

  private void send(List<RunningJob> ended, Map<Long, Handed> taken) {
    var sent =
        Turning.sent(
            () -> parts.turnover().turn(queue, worker, Turning.done(ended), taken.keySet(), lease),
            ANSWER);
    var turning = new Turning(ended, taken, sent);
    slots.promise(turning.promised());
    turnings.add(turning);
    var unused = turning.answer().whenComplete((_, _) -> slots.nudge());
  }

  /// Settles what has been answered, in any order.
  ///
  /// @return whether anything was
  private boolean land() {
    List<Turning> answered =
        turnings.stream().filter(turning -> turning.answer().isDone()).toList();
    for (Turning turning : answered) {
      turnings.remove(turning);
      settle(turning);
    }
    return !answered.isEmpty();
  }

  /// The ledger has the last word on every ticket; what it does not give is void.
  private void settle(Turning turning) {
    Turned turned;
    try {
      turned = turning.answer().join();
    } catch (CompletionException failed) {
      turning.ended().forEach(parts.runner()::settleAlone);
      throw failed;
    } finally {
      slots.promise(-turning.promised());
    }
    Map<Long, Handed> open = turning.taken();
    for (Claimed job : turned.jobs()) {
      slots.take();
      parts.runner().start(job, slots);
      tickets.started(requireNonNull(open.remove(job.id())));
    }
    tickets.isVoid(open.values());
    parts.meters().voidTickets(queue, open.size());
    for (RunningJob job : turning.ended()) {
      briskness.note(job.ran());
      if (turned.done().contains(job.claimed().lease())) {
        parts.runner().settled(job);
      } else {
        parts.runner().settleAlone(job);
      }
    }
  }
}
