package io.competitoriq.chaos.worker;

import static java.util.Objects.requireNonNull;

import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.admin.QueueStats;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Enqueues through the engine's own API, as the lines of its standard input say, and records what
/// was accepted. `rate N [QUEUE SCRIPT]` (jobs per second, of the mix or of one kind; 0 stops),
/// `burst N QUEUE SCRIPT MILLIS`, `redrive ID`.
@ApplicationScoped
class Producer {

  private static final Logger LOG = Logger.getLogger(Producer.class);
  private static final Duration PATIENCE = Duration.ofSeconds(15);
  private static final int IN_FLIGHT = 60;

  private final ChaosConfig config;
  private final WorkspaceTransactions transactions;
  private final JobQueue queue;
  private final QueueStats stats;
  private final JobMix mix;
  private final Semaphore inFlight = new Semaphore(IN_FLIGHT);
  private final ScheduledExecutorService clock =
      Executors.newSingleThreadScheduledExecutor(
          task -> Thread.ofPlatform().daemon().name("chaos-producer").unstarted(task));
  private @Nullable ScheduledFuture<?> mixing;
  private volatile boolean byItself;
  private @Nullable PrintWriter accepted;

  Producer(
      ChaosConfig config, WorkspaceTransactions transactions, JobQueue queue, QueueStats stats) {
    this.config = config;
    this.transactions = transactions;
    this.queue = queue;
    this.stats = stats;
    this.mix = new JobMix(new Random(config.seed()), config.poison(), config.slowest());
  }

  void start(@Observes StartupEvent started) throws IOException {
    if (!config.producer()) {
      return;
    }
    Files.createDirectories(config.folder());
    accepted =
        new PrintWriter(
            Files.newBufferedWriter(config.folder().resolve("accepted-" + config.name() + ".log")),
            true);
    Thread.ofPlatform().daemon().name("chaos-orders").start(this::takeOrders);
    LOG.info("producing");
  }

  private void takeOrders() {
    try (var orders =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String order = orders.readLine(); order != null; order = orders.readLine()) {
        take(order.split(" "));
      }
    } catch (IOException closed) {
      LOG.infof("no more orders: %s", closed.getMessage());
    }
  }

  private void take(String... order) {
    switch (order[0]) {
      case "rate" -> rate(Integer.parseInt(order[1]), jobs(order));
      case "burst" -> burst(order);
      case "redrive" -> redrive(Long.parseLong(order[1]));
      default -> LOG.errorf("unknown order %s", order[0]);
    }
  }

  private Supplier<NewJob> jobs(String... order) {
    return order.length < 4 ? mix::next : () -> JobMix.job(order[2], Script.valueOf(order[3]), 0);
  }

  private void rate(int perSecond, Supplier<NewJob> jobs) {
    if (mixing != null) {
      mixing.cancel(false);
    }
    if (perSecond > 0) {
      mixing =
          clock.scheduleAtFixedRate(
              () -> enqueue(jobs.get()), 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
    }
  }

  private void burst(String... order) {
    Script script = Script.valueOf(order[3]);
    for (int i = Integer.parseInt(order[1]); i > 0; i--) {
      enqueue(JobMix.job(order[2], script, Integer.parseInt(order[4])));
    }
  }

  private void redrive(long id) {
    var unused =
        stats
            .redrive(id)
            .subscribe()
            .with(
                outcome -> LOG.infof("redriven job=%d outcome=%s", id, outcome),
                failure -> LOG.warnf("not redriven job=%d why=%s", id, failure));
  }

  /// In turn by itself and in a transaction. A job that could not be handed over within the
  /// patience is not accepted, and not made again.
  private void enqueue(NewJob job) {
    inFlight.acquireUninterruptibly();
    long begin = System.nanoTime();
    byItself = !byItself;
    var unused =
        (byItself
                ? queue.add(job)
                : transactions.in(JobMix.WORKSPACE, tx -> queue.enqueue(tx, job)))
            .ifNoItem()
            .after(PATIENCE)
            .fail()
            .onTermination()
            .invoke(inFlight::release)
            .subscribe()
            .with(
                outcome -> record(job, outcome, System.nanoTime() - begin),
                failure -> refused(failure, System.nanoTime() - begin));
  }

  private void record(NewJob job, Enqueued outcome, long nanos) {
    if (outcome instanceof Enqueued.Added(long id)) {
      Act act = (Act) job.payload();
      line("A %d %s %s %d".formatted(id, job.queue(), act.script(), nanos / 1000));
    } else {
      line("R 0 %s %s %d".formatted(job.queue(), outcome.getClass().getSimpleName(), nanos / 1000));
    }
  }

  private void refused(Throwable failure, long nanos) {
    line("F 0 - %s %d".formatted(failure.getClass().getSimpleName(), nanos / 1000));
  }

  private void line(String text) {
    requireNonNull(accepted).println(text);
  }
}
