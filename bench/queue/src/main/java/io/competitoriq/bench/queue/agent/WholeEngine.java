package io.competitoriq.bench.queue.agent;

import io.competitoriq.bench.queue.Figures;
import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// The engine as a service uses it: enqueue in a transaction of a workspace, worker, handler,
/// effect and completion in one commit.
@ApplicationScoped
class WholeEngine {

  private static final UUID WORKSPACE = UUID.fromString("018f0000-0000-7000-8000-000000000001");

  private final WorkspaceTransactions transactions;
  private final JobQueue queue;
  private final Lanes lanes;
  private final Gate gate;
  private final AtomicReference<@Nullable Stopwatch> watch = new AtomicReference<>();

  WholeEngine(WorkspaceTransactions transactions, JobQueue queue, Lanes lanes, Gate gate) {
    this.transactions = transactions;
    this.queue = queue;
    this.lanes = lanes;
    this.gate = gate;
  }

  /// @param bulk jobs per transaction
  Figures add(String name, int jobs, int bytes, int inFlight, int bulk) {
    String pad = "x".repeat(bytes);
    Stopwatch stopwatch = new Stopwatch();
    lanes.run(jobs / bulk, inFlight, _ -> enqueue(name, bulk, pad));
    return stopwatch.stop();
  }

  private Uni<?> enqueue(String name, int count, String pad) {
    if (count == 1) {
      return transactions
          .in(WORKSPACE, tx -> queue.enqueue(tx, job(name, pad)))
          .invoke(WholeEngine::mustBeAdded);
    }
    List<NewJob> some = IntStream.range(0, count).mapToObj(_ -> job(name, pad)).toList();
    return transactions
        .in(WORKSPACE, tx -> queue.enqueueAll(tx, some))
        .invoke(all -> all.forEach(WholeEngine::mustBeAdded));
  }

  private static NewJob job(String name, String pad) {
    return NewJob.of(name, "bench", WORKSPACE, new BenchJob(System.nanoTime(), 0, pad));
  }

  private static void mustBeAdded(Enqueued outcome) {
    if (!(outcome instanceof Enqueued.Added)) {
      throw new IllegalStateException("not added: " + outcome);
    }
  }

  Figures pace(String name, int jobs, int perSecond) throws InterruptedException {
    Stopwatch stopwatch = new Stopwatch();
    Pacemaker.run(
        jobs,
        perSecond,
        _ ->
            enqueue(name, 1, "")
                .subscribe()
                .with(_ -> {}, failure -> System.err.println("not enqueued: " + failure)));
    return stopwatch.stop();
  }

  /// From now on completed jobs count; with `hold` they wait for [#work].
  Figures expect(int jobs, boolean hold) {
    gate.expect(jobs, hold);
    Stopwatch stopwatch = new Stopwatch();
    watch.set(hold ? null : stopwatch);
    return stopwatch.stop();
  }

  /// Lets the held jobs go and answers when all expected ones are completed.
  Figures work() throws InterruptedException {
    Stopwatch begun = watch.get();
    Stopwatch stopwatch = begun == null ? new Stopwatch() : begun;
    gate.open();
    List<Double> ages = gate.awaitAll();
    return stopwatch.stop(System.nanoTime(), ages);
  }
}
