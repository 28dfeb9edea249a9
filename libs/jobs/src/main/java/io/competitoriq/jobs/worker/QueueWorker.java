package io.competitoriq.jobs.worker;

import static java.util.Objects.requireNonNull;

import io.competitoriq.jobs.JobsConfig;
import io.competitoriq.jobs.ledger.Claim;
import io.competitoriq.jobs.ledger.Claimed;
import io.competitoriq.jobs.ledger.Pace;
import io.competitoriq.jobs.tickets.Turn;
import io.competitoriq.jobs.tickets.Turn.Ack;
import io.competitoriq.jobs.tickets.Turn.Handed;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  private static final Duration DATABASE_WAIT = Duration.ofSeconds(10);

  /// Tickets in hand wait this long for the limit; less than the janitor leaves them alone.
  private static final Duration PERMIT_WAIT = Duration.ofSeconds(4);

  private final String queue;
  private final String name;
  private final WorkerParts parts;
  private final JobsConfig config;
  private final Slots slots;
  private final Pulse pulse = new Pulse();
  private final CompletableFuture<Boolean> stopping = new CompletableFuture<>();
  private final List<Ack> acks = new ArrayList<>();
  private volatile Pace pace;
  private volatile boolean resting;
  private boolean directMode;

  QueueWorker(String queue, String name, WorkerParts parts, JobsConfig config) {
    this.queue = queue;
    this.name = name;
    this.parts = parts;
    this.config = config;
    this.pace = Pace.of(parts.controls().settings(queue));
    this.slots = new Slots(parts.controls().settings(queue).slots());
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
      parts.tickets().turn(queue, name, 0, pace, acks).await().atMost(config.redisTimeout());
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
    int want = awaitFree(acks.isEmpty() ? IDLE : Duration.ZERO);
    noteMode(parts.redis().down());
    if (directMode) {
      acks.clear();
      direct(want);
      return true;
    }
    return want == 0 && acks.isEmpty() || ticketed(want);
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

  /// Without Redis: ask the ledger itself, at a pace it does not feel.
  private void direct(int want) throws InterruptedException {
    if (want == 0) {
      return;
    }
    Claim claim = await(parts.ledger().claimNext(queue, name, want, config.lease(), pace));
    claim.jobs().forEach(this::start);
    if (claim.jobs().size() < want) {
      pause(config.directPoll());
    }
  }

  private boolean ticketed(int want) throws InterruptedException {
    Turn turn;
    try {
      turn = parts.tickets().turn(queue, name, want, pace, acks).await().atMost(DATABASE_WAIT);
    } catch (RuntimeException redisFailed) {
      LOG.debugf("no turn queue=%s why=%s", queue, redisFailed);
      pause(PAUSE);
      return false;
    }
    forgetVoid();
    acks.clear();
    if (turn.generation().isEmpty()) {
      parts.relay().tick(queue);
      pause(PAUSE);
    } else if (!turn.tickets().isEmpty()) {
      if (!pace
          .isPolite()) { // whose tickets are as many as hosts are free, not as the window holds
        parts.supply().taken(queue, turn.tickets().size());
      }
      claim(turn.tickets());
    } else if (want > 0) {
      awaitTicket(turn.idle());
    }
    return true;
  }

  private void awaitTicket(Duration most) throws InterruptedException {
    var marker = parts.marker().await(queue, most).subscribeAsCompletionStage();
    try {
      CompletableFuture.anyOf(marker, stopping)
          .get(DATABASE_WAIT.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException | TimeoutException redisFailed) {
      LOG.debugf("no marker queue=%s why=%s", queue, redisFailed);
      pause(PAUSE);
    }
  }

  /// The ledger has the last word on every ticket; what it does not give is void.
  private void claim(List<Handed> tickets) throws InterruptedException {
    Map<Long, Handed> open = new HashMap<>();
    tickets.forEach(ticket -> open.put(ticket.jobId(), ticket));
    Duration waited = Duration.ZERO;
    while (true) {
      Claim claim = await(parts.ledger().claim(queue, name, open.keySet(), config.lease(), pace));
      for (Claimed job : claim.jobs()) {
        start(job);
        acks.add(new Ack(requireNonNull(open.remove(job.id())), true));
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
    open.values().forEach(ticket -> acks.add(new Ack(ticket, false)));
    parts.meters().voidTickets(queue, open.size());
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

  private void start(Claimed job) {
    slots.take();
    parts.runner().start(job, slots::release);
  }

  private static <T> T await(Uni<T> work) {
    return work.await().atMost(DATABASE_WAIT);
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
