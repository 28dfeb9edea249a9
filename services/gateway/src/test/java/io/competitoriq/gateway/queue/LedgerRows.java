package io.competitoriq.gateway.queue;

import io.competitoriq.testkit.TestDatabase;
import java.util.List;
import java.util.UUID;

/// Rows of the ledger as workers would leave them: no process works the queues of these tests.
final class LedgerRows {

  static final String QUEUE = "crawl-jobs";

  private LedgerRows() {}

  /// No job, no decision, no worker.
  static void clear() {
    TestDatabase.execute(
        "delete from jobs.job; delete from jobs.queue_state; delete from jobs.worker");
  }

  static long queued() {
    return insert("0, null, null, null, now() + interval '1 h', null");
  }

  static long running() {
    return insert("1, null, null, null, now(), null");
  }

  static long dead(String reason) {
    return insert(
        "3, '%s', '%s: it did not work', null, now(), now() - interval '1 h'"
            .formatted(reason, reason));
  }

  static long deadWithKey(String key) {
    return insert("3, 'exhausted', 'no luck', '%s', now(), now()".formatted(key));
  }

  static long queuedWithKey(String key) {
    return insert("0, null, null, '%s', now(), null".formatted(key));
  }

  static UUID worker() {
    UUID id = UUID.randomUUID();
    TestDatabase.execute(
        """
        insert into jobs.worker (id, service, host, pid, version, queues, slots, direct)
        values ('%s', 'crawl', 'host-a', 4711, '0.1.0', array['crawl-jobs'], 5, false)
        """
            .formatted(id));
    return id;
  }

  static long state(long id) {
    return TestDatabase.queryLong("select state from jobs.job where id = " + id);
  }

  /// What the trail says about acts of one kind.
  static List<String> trails(String action) {
    Object all =
        TestDatabase.queryOne(
            """
            select coalesce(string_agg(subject || ': ' || state_before || ' -> ' || state_after, chr(10)), '')
              from gateway.audit_entry where action = '%s'\
            """
                .formatted(action));
    return ((String) all).lines().toList();
  }

  private static long insert(String values) {
    return TestDatabase.queryLong(
        """
        insert into jobs.job (queue, kind, workspace_id, payload, trace, host, state, dead_reason, error, dedup, run_at,
          finished_at)
        values ('crawl-jobs', 'collect-source', '018f0000-0000-7000-8000-000000000001', '{"sourceId": "s-1"}',
          '00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01', 'shop.example', %s) returning id
        """
            .formatted(values));
  }
}
