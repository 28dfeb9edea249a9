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

/// The engine as a service uses it: jobs added by themselves or in a transaction of a workspace,
/// worker, handler, effect, if any, and completion in one commit.
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

  /// What the jobs of a phase are like.
  ///
  /// @param effect whether each leaves a row behind
  record Work(String queue, boolean effect, String pad) {}

  /// @param bulk jobs per transaction
  /// @param asStep a single job too is added in a transaction of a workspace
  Figures add(Work work, int jobs, int inFlight, int bulk, boolean asStep) {
    Stopwatch stopwatch = new Stopwatch();
    lanes.run(
        jobs / bulk,
        inFlight,
        _ -> bulk > 1 ? addMany(work, bulk) : asStep ? enqueue(work) : add(work));
    return stopwatch.stop();
  }

  private Uni<?> add(Work work) {
    return queue.add(job(work)).invoke(WholeEngine::mustBeAdded);
  }

  private Uni<?> enqueue(Work work) {
    return transactions
        .in(WORKSPACE, tx -> queue.enqueue(tx, job(work)))
        .invoke(WholeEngine::mustBeAdded);
  }

  private Uni<?> addMany(Work work, int count) {
    List<NewJob> some = IntStream.range(0, count).mapToObj(_ -> job(work)).toList();
    return transactions
        .in(WORKSPACE, tx -> queue.enqueueAll(tx, some))
        .invoke(all -> all.forEach(WholeEngine::mustBeAdded));
  }

  private static NewJob job(Work work) {
    var payload = new BenchJob(System.nanoTime(), 0, work.effect(), work.pad());
    return NewJob.of(work.queue(), "bench", WORKSPACE, payload);
  }

  private static void mustBeAdded(Enqueued outcome) {
    if (!(outcome instanceof Enqueued.Added)) {
      throw new IllegalStateException("not added: " + outcome);
    }
  }

  Figures pace(Work work, int jobs, int perSecond) throws InterruptedException {
    Stopwatch stopwatch = new Stopwatch();
    Pacemaker.run(
        jobs,
        perSecond,
        _ ->
            add(work)
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
