package io.competitoriq.bench.queue.agent;

import io.competitoriq.bench.queue.Figures;
import io.competitoriq.jobs.ledger.Pace;
import io.competitoriq.jobs.ledger.Ticket;
import io.competitoriq.jobs.tickets.GatheredTickets;
import io.competitoriq.jobs.tickets.MarkerWait;
import io.competitoriq.jobs.tickets.Tickets;
import io.competitoriq.jobs.tickets.Turn;
import io.competitoriq.jobs.tickets.Turn.Ack;
import io.competitoriq.jobs.tickets.Turn.Handed;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/// The engine's Redis half alone: the production classes and scripts, no ledger. A ticket's number
/// is the microsecond it was made, so that the worker can tell how old it is.
@ApplicationScoped
class TicketPath {

  private static final String QUEUE = "ticket-jobs";
  private static final String WORKER = "bench-worker";
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Pace UNLIMITED = new Pace(0, Duration.ofMinutes(1), Duration.ZERO, 1);

  /// What the relay sends in one command.
  private static final int RELAY_CHUNK = 500;

  private final Tickets tickets;
  private final GatheredTickets gathered;
  private final MarkerWait marker;
  private final Lanes lanes;

  TicketPath(Tickets tickets, GatheredTickets gathered, MarkerWait marker, Lanes lanes) {
    this.tickets = tickets;
    this.gathered = gathered;
    this.marker = marker;
    this.lanes = lanes;
  }

  /// Makes the empty Redis ready, as the relay does.
  Figures begin() {
    Stopwatch watch = new Stopwatch();
    tickets.publish(QUEUE, UUID.randomUUID().toString(), List.of()).await().atMost(PATIENCE);
    return watch.stop();
  }

  Figures add(int jobs, int inFlight, int bulk) {
    Stopwatch watch = new Stopwatch();
    int perCommand = Math.min(bulk, RELAY_CHUNK);
    long first = System.nanoTime() / 1000;
    lanes.run(
        jobs / perCommand,
        inFlight,
        n ->
            publish(
                IntStream.range(n * perCommand, (n + 1) * perCommand)
                    .mapToObj(i -> new Ticket(first + i, 1, ""))
                    .toList()));
    return watch.stop();
  }

  /// One by one as a commit does it, many as the relay does it.
  private Uni<?> publish(List<Ticket> some) {
    return some.size() == 1
        ? gathered.publish(QUEUE, some)
        : tickets.publish(QUEUE, Tickets.NO_GENERATION, some);
  }

  /// Adds at an even pace, whatever the answers do.
  Figures pace(int jobs, int perSecond) throws InterruptedException {
    Stopwatch watch = new Stopwatch();
    Pacemaker.run(
        jobs,
        perSecond,
        _ ->
            lanes.start(
                () ->
                    publish(List.of(new Ticket(System.nanoTime() / 1000, 1, "")))
                        .subscribe()
                        .with(_ -> {}, failure -> System.err.println("not added: " + failure))));
    return watch.stop();
  }

  /// The worker's loop without its claim: a job that does nothing is started on a context of its
  /// own; its ticket is put away when it has ended, and only then the job counts as completed.
  Figures work(int jobs, int slots) throws InterruptedException {
    Stopwatch watch = new Stopwatch();
    Semaphore free = new Semaphore(slots);
    BlockingQueue<Handed> ended = new LinkedBlockingQueue<>();
    List<Double> ages = new ArrayList<>(jobs);
    int inHand = 0;
    boolean idle = false;
    while (ages.size() < jobs) {
      List<Ack> acks = take(ended, idle && inHand > 0);
      int want = awaitFree(free, acks.isEmpty());
      if (want == 0 && acks.isEmpty()) {
        continue;
      }
      Turn turn = tickets.turn(QUEUE, WORKER, want, UNLIMITED, acks).await().atMost(PATIENCE);
      long now = System.nanoTime() / 1000;
      acks.forEach(ack -> ages.add((now - ack.ticket().jobId()) / 1000.0));
      inHand += turn.tickets().size() - acks.size();
      idle = turn.tickets().isEmpty();
      if (idle && inHand == 0 && ages.size() < jobs) {
        marker.await(QUEUE, turn.idle()).await().atMost(PATIENCE);
      }
      for (Handed ticket : turn.tickets()) {
        free.acquire();
        lanes.start(
            () -> {
              ended.add(ticket);
              free.release();
            });
      }
    }
    return watch.stop(System.nanoTime(), ages);
  }

  private static int awaitFree(Semaphore free, boolean patient) throws InterruptedException {
    if (!free.tryAcquire(patient ? 1000 : 0, TimeUnit.MILLISECONDS)) {
      return 0;
    }
    free.release();
    return free.availablePermits();
  }

  /// What has ended; with `patient` it waits for the first, as there is nothing else to do.
  private static List<Ack> take(BlockingQueue<Handed> ended, boolean patient)
      throws InterruptedException {
    List<Handed> all = new ArrayList<>();
    Handed first = patient ? ended.poll(1, TimeUnit.SECONDS) : ended.poll();
    if (first != null) {
      all.add(first);
      ended.drainTo(all);
    }
    return all.stream().map(ticket -> new Ack(ticket, true)).toList();
  }
}
