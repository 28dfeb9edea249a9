package io.competitoriq.bench.queue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// A million queued jobs: what they cost Redis, and whether a claim feels them. The same statements
/// run on two databases in turn, one with the backlog and one with next to nothing.
final class LargeBacklog {

  private static final int JOBS = 1_000_000;
  private static final int FEW = 20_000;
  private static final int BATCH = 10;
  private static final int ROUNDS = 100;
  private static final String QUEUE = "large";
  private static final String PLANS = "claim-of-a-million.txt";

  /// The two claims: by ticket and in direct mode. Rolled back, so it can be looked at again.
  private static final String CLAIM =
      "select * from jobs.claim('large', 'explain', %s, 10, interval '30 s', 0, interval '60 s', interval '0', 1)";

  private final Stack stack;
  private final Rows rows;
  private final Path results;

  LargeBacklog(Stack stack, Rows rows, Path results) {
    this.stack = stack;
    this.rows = rows;
    this.results = results;
  }

  void run(int passes) throws IOException, SQLException, InterruptedException {
    System.err.println("a backlog of 1 000 000 jobs");
    stack.migrate("million");
    stack.migrate("few");
    Rebuild.insert(stack, "million", QUEUE, JOBS, 0);
    redisMemory();
    Map<String, String> settings = Map.of("ciq.jobs.workers", "false");
    try (Child million = stack.agent("million", QueueBench.ENGINE_NUMBER, settings);
        Child few = stack.agent("few", QueueBench.ENGINE_NUMBER, settings)) {
      stack.execute("few", "truncate jobs.job");
      Rebuild.insert(stack, "few", QUEUE, FEW, 0);
      claims(million, few, 20);
      for (int pass = 0; pass < passes; pass++) {
        compare(claims(million, few, ROUNDS));
      }
    }
    explain();
    stack.redis().flush();
  }

  /// A worker's relay fills the window of this backlog; nothing of it is started meanwhile.
  private void redisMemory() throws IOException, InterruptedException {
    try (Child worker =
        stack.agent("million", QueueBench.ENGINE_NUMBER, QueueBench.worker(QUEUE, 1))) {
      worker.ask(Map.of("do", "engine.expect", "jobs", 1, "hold", true));
      long begun = System.nanoTime();
      while (stack.redis().tickets(QUEUE, QueueBench.ENGINE_NUMBER) < 1900
          && System.nanoTime() - begun < 60_000_000_000L) {
        Thread.sleep(20);
      }
      double bytes = stack.redis().memoryOf(QUEUE, QueueBench.ENGINE_NUMBER);
      rows.measure("backlog_1m_redis", "MiB", bytes / 1048576);
    }
  }

  /// Small turns, so that what else the machine does falls on both.
  private static List<JsonNode> claims(Child million, Child few, int rounds) {
    List<JsonNode> both = new ArrayList<>();
    for (int i = 0; i < rounds / 10; i++) {
      both.add(claim(million));
      both.add(claim(few));
    }
    return both;
  }

  private static JsonNode claim(Child agent) {
    return agent
        .tell(Map.of("do", "ledger.claim", "queue", QUEUE, "jobs", BATCH, "rounds", 10))
        .join();
  }

  private void compare(List<JsonNode> both) {
    compare("backlog_1m_claim", "claim", both);
    compare("backlog_1m_direct_claim", "claimNext", both);
  }

  private void compare(String metric, String which, List<JsonNode> both) {
    List<Double> million = new ArrayList<>();
    List<Double> few = new ArrayList<>();
    for (int i = 0; i < both.size(); i++) {
      List<Double> times = i % 2 == 0 ? million : few;
      both.get(i).get(which).forEach(time -> times.add(time.asDouble()));
    }
    for (int percent : new int[] {50, 95}) {
      double part = percent / 100.0;
      rows.compare(
          metric + "_p" + percent,
          "ms",
          Numbers.quantile(million, part),
          "the same with 20 000 jobs or less",
          Numbers.quantile(few, part));
    }
  }

  /// The server tells the plans of the statements inside the function as warnings.
  private void explain() throws IOException, SQLException {
    StringBuilder plans = new StringBuilder();
    try (var connection = stack.connect("million");
        var statement = connection.createStatement()) {
      statement.execute(
          """
          load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_analyze = on;
          set auto_explain.log_buffers = on; set auto_explain.log_nested_statements = on;
          set client_min_messages = log""");
      String tickets =
          "(select array_agg(id) from (select id from jobs.job where queue = 'large' and state = 0"
              + " and ticketed_at is not null limit 10) t)";
      for (String ids : List.of(tickets, "null")) {
        statement.execute("begin");
        statement.clearWarnings();
        statement.execute(CLAIM.formatted(ids));
        for (SQLWarning w = statement.getWarnings(); w != null; w = w.getNextWarning()) {
          plans.append(w.getMessage()).append("\n\n");
        }
        statement.execute("rollback");
      }
    } catch (SQLException unavailable) {
      plans.append("no plans: ").append(unavailable.getMessage()).append('\n');
    }
    Files.writeString(results.resolve(PLANS), plans);
  }
}
