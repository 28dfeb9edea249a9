package io.competitoriq.bench.queue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Three worker processes and one limit, judged by the start times in the ledger.
final class Limiter {

  private static final String QUEUE = "limited";
  private static final int LIMIT = 100;
  private static final int WINDOW_SECONDS = 4;
  private static final int PROCESSES = 3;

  private final Stack stack;
  private final Rows rows;

  Limiter(Stack stack, Rows rows) {
    this.stack = stack;
    this.rows = rows;
  }

  /// Lets the workers run for so many windows.
  void run(int windows) throws IOException, SQLException, InterruptedException {
    System.err.printf("limit of %d per %d s, %d workers%n", LIMIT, WINDOW_SECONDS, PROCESSES);
    stack.emptyLedger();
    List<Child> workers = new ArrayList<>();
    try {
      for (int i = 0; i < PROCESSES; i++) {
        workers.add(worker());
      }
      Rebuild.insert(stack, "ledger", QUEUE, LIMIT * (windows + 5), 0);
      Thread.sleep((windows + 2) * WINDOW_SECONDS * 1000L);
    } finally {
      for (Child worker : workers) {
        worker.close();
      }
    }
    judge(starts(), windows);
  }

  private Child worker() throws IOException {
    Map<String, String> settings = new HashMap<>(QueueBench.worker(QUEUE, 10));
    settings.put("ciq.jobs.queues." + QUEUE + ".limit", String.valueOf(LIMIT));
    settings.put("ciq.jobs.queues." + QUEUE + ".window", WINDOW_SECONDS + "s");
    return stack.agent(QueueBench.ENGINE_NUMBER, settings);
  }

  private List<Long> starts() throws SQLException {
    List<Long> micros = new ArrayList<>();
    try (var connection = stack.connect();
        var statement = connection.createStatement();
        var found =
            statement.executeQuery(
                "select cast(extract(epoch from started_at) * 1000000 as bigint) from jobs.job"
                    + " where queue = 'limited' and started_at is not null order by 1")) {
      while (found.next()) {
        micros.add(found.getLong(1));
      }
    }
    return micros;
  }

  private void judge(List<Long> starts, int windows) {
    long window = WINDOW_SECONDS * 1_000_000L;
    int worst = 0;
    int from = 0;
    for (int to = 0; to < starts.size(); to++) {
      while (starts.get(to) - starts.get(from) >= window) {
        from++;
      }
      worst = Math.max(worst, to - from + 1);
    }
    long first = starts.getFirst();
    long used = starts.stream().filter(at -> at - first < windows * window).count();
    rows.measure("limiter_worst_window", "x limit", (double) worst / LIMIT);
    rows.measure("limiter_used", "of limit", (double) used / (LIMIT * windows));
  }
}
