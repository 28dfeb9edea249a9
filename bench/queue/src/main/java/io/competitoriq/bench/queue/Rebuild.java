package io.competitoriq.bench.queue;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

/// How long it takes until an emptied Redis has its tickets again: the window that production
/// keeps, and all 100 000 with the window opened that far.
final class Rebuild {

  private static final int JOBS = 100_000;
  private static final int WINDOW = 2000;
  private static final int SLOTS = 10;

  /// Slow enough that the backlog lasts, quick enough that starts come all the time.
  private static final int HOLD_MILLIS = 200;

  private static final long PATIENCE_NANOS = 120_000_000_000L;

  private final Stack stack;
  private final Rows rows;

  Rebuild(Stack stack, Rows rows) {
    this.stack = stack;
    this.rows = rows;
  }

  void run(int passes) throws IOException, SQLException, InterruptedException {
    System.err.println("rebuild of the tickets after FLUSHALL, 100 000 jobs queued");
    stack.emptyLedger();
    insert(stack, "ledger", "window", JOBS, HOLD_MILLIS);
    insert(stack, "ledger", "raised", JOBS, HOLD_MILLIS);
    try (Child worker = worker("window", WINDOW)) {
      awaitTickets("window", WINDOW - 2 * SLOTS);
      for (int pass = 0; pass < passes; pass++) {
        String flushedAt = query("select clock_timestamp()");
        long flushed = System.nanoTime();
        stack.redis().flush();
        await(() -> stack.redis().hasGeneration("window", QueueBench.ENGINE_NUMBER));
        String begunAt = query("select clock_timestamp()");
        awaitTickets("window", WINDOW - 2 * SLOTS);
        rows.measure("rebuild_window_full", "s", seconds(flushed));
        await(() -> firstStart("window", flushedAt, begunAt) < Double.POSITIVE_INFINITY);
        rows.measure("rebuild_first_start", "s", firstStart("window", flushedAt, begunAt));
      }
    }
    try (Child worker = worker("raised", 2 * JOBS)) {
      awaitTickets("raised", JOBS * 9 / 10);
      for (int pass = 0; pass < passes; pass++) {
        long flushed = System.nanoTime();
        stack.redis().flush();
        awaitTickets("raised", JOBS - 2000L * (pass + 1));
        rows.measure("rebuild_100k_tickets", "s", seconds(flushed));
      }
    }
    stack.redis().flush();
    stack.emptyLedger();
  }

  private Child worker(String queue, int window) throws IOException {
    Map<String, String> settings = new HashMap<>(QueueBench.worker(queue, SLOTS));
    settings.put("ciq.jobs.ticket-window", String.valueOf(window));
    return stack.agent(QueueBench.ENGINE_NUMBER, settings);
  }

  /// Queued jobs, written by the server itself.
  static void insert(Stack stack, String database, String queue, int jobs, int holdMillis)
      throws SQLException {
    stack.execute(
        database,
        """
        insert into jobs.job (queue, kind, workspace_id, payload)
        select '%s', 'bench', '018f0000-0000-7000-8000-000000000001',
               jsonb_build_object('sentNanos', n, 'holdMillis', %d, 'effect', true, 'pad', repeat('x', 100))
          from generate_series(1, %d) n;
        analyze jobs.job
        """
            .formatted(queue, holdMillis, jobs));
  }

  private void awaitTickets(String queue, long least) throws InterruptedException {
    await(() -> stack.redis().tickets(queue, QueueBench.ENGINE_NUMBER) >= least);
  }

  /// Seconds from the flush to the first start with a new ticket; tickets taken before the flush
  /// may still start a job right after it.
  private double firstStart(String queue, String flushedAt, String begunAt) {
    return Double.parseDouble(
        query(
            """
            select coalesce(extract(epoch from min(started_at) - timestamptz '%s'), 'Infinity')
              from jobs.job where queue = '%s' and started_at > '%s'
            """
                .formatted(flushedAt, queue, begunAt)));
  }

  private String query(String sql) {
    try (var connection = stack.connect();
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      found.next();
      return found.getString(1);
    } catch (SQLException failed) {
      throw new IllegalStateException(sql, failed);
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long begun = System.nanoTime();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() - begun > PATIENCE_NANOS) {
        throw new IllegalStateException("waited too long");
      }
      Thread.sleep(5);
    }
  }

  private static double seconds(long sinceNanos) {
    return (System.nanoTime() - sinceNanos) / 1e9;
  }
}
