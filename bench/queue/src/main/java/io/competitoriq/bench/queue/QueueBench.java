package io.competitoriq.bench.queue;

import io.competitoriq.bench.queue.Engine.Adding;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Runs the phases and prints the result; see bench/queue/README.md for what each side does.
final class QueueBench {

  static final String PEER = "bullmq 6.7.0";
  static final String KEEPING_PEER = PEER + " appendfsync always";

  private static final int TICKETS_NUMBER = 1;
  static final int ENGINE_NUMBER = 2;
  private static final int BYTES = 200;
  private static final int WARM_UP_ROUNDS = 2;
  private static final int WARM_UP_JOBS = 5000;
  private static final List<Integer> DURABLE_SLOTS = List.of(10, 50);

  private final Plan plan;
  private final Stack stack;
  private final Rows rows = new Rows(Goals.ALL);

  private QueueBench(Plan plan, Stack stack) {
    this.plan = plan;
    this.stack = stack;
  }

  /// @param arguments folder for the servers' data and results, folder of their programs, options
  public static void main(String... arguments) throws Exception {
    Path folder = Path.of(arguments[0]);
    Plan plan = Plan.of(List.of(arguments).subList(2, arguments.length).toArray(String[]::new));
    try (Stack stack = new Stack(folder, Path.of(arguments[1]))) {
      Runtime.getRuntime().addShutdownHook(new Thread(stack::closeQuietly));
      QueueBench bench = new QueueBench(plan, stack);
      bench.run(folder);
      Report.write(bench.rows.all(), stack.redis().version(), folder, plan);
    }
    System.exit(0);
  }

  private void run(Path folder) throws IOException, SQLException, InterruptedException {
    if (plan.has("add") || plan.has("process") || plan.has("latency") || plan.has("memory")) {
      ticketPath();
    }
    if (plan.has("durable") || plan.has("effect")) {
      durable();
    }
    if (plan.has("rebuild")) {
      new Rebuild(stack, rows).run(plan.brief() ? 1 : plan.passes());
    }
    if (plan.has("backlog")) {
      new LargeBacklog(stack, rows, folder).run(plan.passes());
    }
    if (plan.has("limiter")) {
      new Limiter(stack, rows).run(plan.brief() ? 3 : 10);
    }
  }

  private void ticketPath() throws IOException {
    var ours =
        new TicketsAlone(
            stack.redis(), agent(TICKETS_NUMBER, Map.of()), agent(TICKETS_NUMBER, Map.of()));
    var theirs =
        new BullMq(stack.redis(), stack.bullMq(stack.redis()), stack.bullMq(stack.redis()));
    System.err.println("warming up");
    ticketPasses(new Comparison("ticket_", ours, PEER, theirs, new Rows(Map.of())), -1, 2000);
    for (int pass = 0; pass < plan.passes(); pass++) {
      System.err.printf("ticket path, pass %d of %d%n", pass + 1, plan.passes());
      ticketPasses(new Comparison("ticket_", ours, PEER, theirs, rows), pass, plan.jobs(50_000));
    }
    close(ours.producer(), ours.worker(), theirs.producer(), theirs.worker());
  }

  private void ticketPasses(Comparison comparison, int pass, int jobs) {
    if (plan.has("add")) {
      comparison.add(pass, "1", new Adding(0, jobs / 2, BYTES, 1, 1));
      comparison.add(pass, "50_in_flight", new Adding(0, jobs, BYTES, 50, 1));
      comparison.add(pass, "bulk_1000", new Adding(0, jobs * 2, BYTES, 1, 1000));
    }
    if (plan.has("process")) {
      for (int slots : new int[] {1, 10, 50, 100}) {
        var fill = new Adding(slots, jobs, BYTES, 1, 1000);
        comparison.process(pass, slots, List.of(), List.of(fill));
      }
    }
    if (plan.has("latency")) {
      comparison.latency(pass, 10, Math.max(100, jobs / 40), 50);
    }
    if (plan.has("memory")) {
      comparison.memory(pass, new Adding(0, jobs * 2, 1024, 1, 1000));
    }
  }

  private void durable() throws IOException {
    Map<Integer, Child> workers = new HashMap<>();
    for (int slots : DURABLE_SLOTS) {
      workers.put(slots, agent(ENGINE_NUMBER, worker(WholeEngineSide.queue(slots), slots)));
    }
    Child producer = agent(ENGINE_NUMBER, Map.of());
    RedisProbe redis = stack.keepingRedis();
    var theirs = new BullMq(redis, stack.bullMq(redis), stack.bullMq(redis));
    var alone =
        new Durable("durable_", new WholeEngineSide(stack, false, producer, workers), theirs);
    var effect =
        new Durable(
            "durable_effect_",
            new WholeEngineSide(stack, true, producer, workers),
            new BullMqWithRows(theirs, stack));
    System.err.println("warming up");
    for (int round = 0; round < WARM_UP_ROUNDS; round++) {
      durablePasses(alone, effect, new Rows(Map.of()), -1, WARM_UP_JOBS);
    }
    for (int pass = 0; pass < plan.passes(); pass++) {
      System.err.printf("durable, pass %d of %d%n", pass + 1, plan.passes());
      durablePasses(alone, effect, rows, pass, plan.jobs(10_000));
    }
    close(producer, theirs.producer(), theirs.worker());
    close(workers.values().toArray(Child[]::new));
  }

  /// One kind of job on both sides.
  private record Durable(String prefix, Engine ours, Engine theirs) {

    Comparison beside(Rows rows) {
      return new Comparison(prefix, ours, KEEPING_PEER, theirs, rows);
    }
  }

  private void durablePasses(Durable alone, Durable effect, Rows into, int pass, int jobs) {
    if (plan.has("durable")) {
      durablePass(alone.beside(into), pass, jobs);
    }
    if (plan.has("effect")) {
      effectPass(effect.beside(into), pass, jobs);
    }
  }

  private static void durablePass(Comparison comparison, int pass, int jobs) {
    comparison.process(
        pass,
        10,
        List.of("1", "50_in_flight", "as_step_50_in_flight"),
        List.of(
            new Adding(10, jobs / 5, BYTES, 1, 1),
            new Adding(10, jobs, BYTES, 50, 1),
            new Adding(10, jobs / 2, BYTES, 50, 1).asStep()));
    comparison.process(
        pass, 50, List.of("bulk_1000"), List.of(new Adding(50, jobs * 2, BYTES, 1, 1000)));
    togetherAndLatency(comparison, pass, jobs);
  }

  /// Adding is the same as without effects.
  private static void effectPass(Comparison comparison, int pass, int jobs) {
    for (int slots : DURABLE_SLOTS) {
      comparison.process(pass, slots, List.of(), List.of(new Adding(slots, jobs, BYTES, 1, 1000)));
    }
    togetherAndLatency(comparison, pass, jobs);
  }

  private static void togetherAndLatency(Comparison comparison, int pass, int jobs) {
    for (int slots : DURABLE_SLOTS) {
      comparison.endToEnd(pass, slots, new Adding(slots, jobs, BYTES, slots, 1));
    }
    comparison.latency(pass, 10, Math.max(100, jobs / 20), 50);
  }

  static Map<String, String> worker(String queue, int slots) {
    String settings = "ciq.jobs.queues." + queue + ".";
    return Map.of(
        "bench.queue",
        queue,
        settings + "slots",
        String.valueOf(slots),
        settings + "timeout",
        "600s");
  }

  private Child agent(int redisNumber, Map<String, String> settings) throws IOException {
    Map<String, String> all = new HashMap<>(settings);
    all.putIfAbsent("ciq.jobs.workers", String.valueOf(settings.containsKey("bench.queue")));
    return stack.agent(redisNumber, all);
  }

  private static void close(Child... children) {
    for (Child child : children) {
      child.close();
    }
  }
}
