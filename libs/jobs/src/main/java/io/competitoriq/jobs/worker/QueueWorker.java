package io.competitoriq.jobs.worker;

import static java.util.Objects.requireNonNull;

import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.ledger.Claim;
import io.competitoriq.jobs.ledger.Claimed;
import io.competitoriq.jobs.ledger.Pace;
import io.competitoriq.jobs.tickets.Turn;
import io.competitoriq.jobs.tickets.Turn.Handed;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jboss.logging.Logger;

/// The loop of one queue: wait for a slot, take what tickets or the ledger offer, start it. Blocks
/// its own platform thread and nothing else; no failure ends it.
final class QueueWorker implements Runnable {

  private static final Logger LOG = Logger.getLogger(QueueWorker.class);
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final Duration PAUSE = Duration.ofMillis(200);
  private static final Duration MARKER_WAIT = Duration.ofSeconds(10);

  /// Tickets in hand wait this long for the limit; less than the janitor leaves them alone.
  private static final Duration PERMIT_WAIT = Duration.ofSeconds(4);

  private final String queue;
  private final String name;
  private final WorkerParts parts;
  private final JobsConfig config;
  private final Slots slots;
  private final Pulse pulse = new Pulse();
  private final CompletableFuture<Boolean> stopping = new CompletableFuture<>();
  private final TicketTurns tickets;
  private final UnpacedTurns unpaced;
  private volatile Pace pace;
  private volatile boolean resting;
  private boolean directMode;
  private boolean unpacedMode;

  QueueWorker(String queue, String name, WorkerParts parts, JobsConfig config) {
    this.queue = queue;
    this.name = name;
    this.parts = parts;
    this.config = config;
    this.pace = Pace.of(parts.controls().settings(queue));
    this.slots = new Slots(parts.controls().settings(queue).slots());
    this.tickets = new TicketTurns(queue, name, parts);
    this.unpaced = new UnpacedTurns(queue, name, parts, config.lease(), slots, tickets);
  }

  String queue() {
    return queue;
  }

  /// 0: no limit.
  double limitPerMinute() {
    return pace.limit() * 60_000.0 / pace.window().toMillis();
  }

  Slots slots() {
    return slots;
  }

  Pulse pulse() {
    return pulse;
  }

  void stop() {
    stopping.complete(true);
    slots.nudge();
  }

  /// While resting the loop comes round and takes nothing; running jobs go on.
  void rest(boolean wanted) {
    resting = wanted;
  }

  private boolean isStopping() {
    return stopping.isDone();
  }

  @Override
  public void run() {
    try {
      while (!isStopping()) {
        attempt();
      }
      noteUnpaced(false);
      // Whoever was woken a moment ago and then told to stop has swallowed somebody's wake-up.
      parts.marker().passOn(queue);
      tickets.take(0, pace);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException lastWords) {
      LOG.debugf("tickets left to the janitor queue=%s why=%s", queue, lastWords);
    }
  }

  private void attempt() throws InterruptedException {
    try {
      if (step()) {
        pulse.good();
      }
    } catch (RuntimeException failed) {
      LOG.warnf("worker could not take jobs, trying again queue=%s error=%s", queue, failed);
      pause(IDLE);
    } finally {
      pulse.beat();
    }
  }

  /// @return false when Redis did not answer
  private boolean step() throws InterruptedException {
    obeyControls();
    noteMode(parts.redis().down());
    noteUnpaced(!directMode && !pace.isLimited() && !pace.isPolite());
    if (unpacedMode) {
      return unpaced.step(pace, resting);
    }
    int want = awaitFree(tickets.owesNothing() || directMode ? IDLE : Duration.ZERO);
    if (directMode) {
      tickets.forgive();
      direct(want);
      return true;
    }
    return want == 0 && tickets.owesNothing() || ticketed(want);
  }

  /// An operator may have changed limit or slots since the last turn.
  private void obeyControls() {
    JobsConfig.Queue settings = parts.controls().settings(queue);
    pace = Pace.of(settings);
    slots.resize(settings.slots());
  }

  private int awaitFree(Duration patience) throws InterruptedException {
    if (resting) {
      pause(patience);
      return 0;
    }
    return slots.awaitFree(patience);
  }

  private void noteMode(boolean direct) {
    if (direct != directMode) {
      directMode = direct;
      LOG.infof(direct ? "Redis is away, direct mode queue=%s" : "tickets again queue=%s", queue);
    }
  }

  private void noteUnpaced(boolean wanted) {
    if (wanted != unpacedMode) {
      unpacedMode = wanted;
      if (wanted) {
        unpaced.begin();
      } else {
        unpaced.end();
      }
    }
  }

  /// Without Redis: ask the ledger itself, at a pace it does not feel.
  private void direct(int want) throws InterruptedException {
    if (want == 0) {
      return;
    }
    Claim claim =
        TicketTurns.await(parts.ledger().claimNext(queue, name, want, config.lease(), pace));
    claim.jobs().forEach(this::start);
    if (claim.jobs().size() < want) {
      pause(config.directPoll());
    }
  }

  private boolean ticketed(int want) throws InterruptedException {
    Optional<Turn> answer = tickets.take(want, pace);
    if (answer.isEmpty() || answer.get().generation().isEmpty()) {
      pause(PAUSE);
      return answer.isPresent();
    }
    Turn turn = answer.get();
    if (!turn.tickets().isEmpty()) {
      claim(turn.tickets());
    } else if (want > 0) {
      awaitTicket(turn.idle());
    }
    return true;
  }

  private void awaitTicket(Duration most) throws InterruptedException {
    var marker = parts.marker().await(queue, most).subscribeAsCompletionStage();
    try {
      CompletableFuture.anyOf(marker, stopping).get(MARKER_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException redisFailed) {
      LOG.debugf("no marker queue=%s why=%s", queue, redisFailed);
      pause(PAUSE);
    }
    if (isStopping()) {
      var unused = marker.thenRun(() -> parts.marker().passOn(queue));
    }
  }

  /// The ledger has the last word on every ticket; what it does not give is void.
  private void claim(List<Handed> handed) throws InterruptedException {
    Map<Long, Handed> open = new HashMap<>();
    handed.forEach(ticket -> open.put(ticket.jobId(), ticket));
    Duration waited = Duration.ZERO;
    while (true) {
      Claim claim =
          TicketTurns.await(parts.ledger().claim(queue, name, open.keySet(), config.lease(), pace));
      for (Claimed job : claim.jobs()) {
        start(job);
        tickets.started(requireNonNull(open.remove(job.id())));
      }
      if (open.isEmpty() || claim.limitedForMillis() == 0) {
        break;
      }
      if (isStopping() || waited.compareTo(PERMIT_WAIT) >= 0) {
        break;
      }
      Duration wait = Duration.ofMillis(Math.min(claim.limitedForMillis(), IDLE.toMillis()));
      parts.meters().limiterWaited(queue, wait);
      pause(wait);
      waited = waited.plus(wait);
    }
    tickets.isVoid(open.values());
    parts.meters().voidTickets(queue, open.size());
  }

  private void start(Claimed job) {
    slots.take();
    parts.runner().start(job, slots);
  }

  /// Shorter when the worker is to stop.
  private void pause(Duration time) throws InterruptedException {
    try {
      stopping.get(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException timeIsOver) {
      return;
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
