package io.competitoriq.crawl.collector.apify;

import io.competitoriq.jobs.admin.JobControl;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.hibernate.LockMode;
import org.hibernate.reactive.mutiny.Mutiny;

/// Somebody says that a run has ended: its sleeping job is woken, once. The hint changes nothing
/// else; a job that is not woken polls a little later.
@ApplicationScoped
class RunHints {
  private static final int LONGEST_ID = 100;

  private final WorkspaceTransactions transactions;
  private final JobControl jobs;
  private final MeterRegistry meters;

  RunHints(WorkspaceTransactions transactions, JobControl jobs, MeterRegistry meters) {
    this.transactions = transactions;
    this.jobs = jobs;
    this.meters = meters;
  }

  /// @param dispatchId what Apify calls this message; the same one may come twice
  Uni<Void> heard(String secret, String dispatchId) {
    if (!secret.matches("[0-9a-f]{64}")) {
      return Uni.createFrom().voidItem();
    }
    String id = dispatchId.substring(0, Math.min(dispatchId.length(), LONGEST_ID));
    return transactions
        .global(tx -> whose(tx, secret))
        .chain(
            rows ->
                rows.isEmpty()
                    ? count("unknown")
                    : transactions.in(
                        rows.getFirst().workspaceId(), tx -> wake(tx, rows.getFirst(), id)));
  }

  private static Uni<List<StoredRun.Place>> whose(Mutiny.Session tx, String secret) {
    return tx.createNativeQuery(
            "select workspace_id, source_id, slot from hinted_run(:hook)", Object[].class)
        .setParameter("hook", StoredRuns.sha256(secret))
        .getResultList()
        .map(rows -> rows.stream().map(row -> StoredRun.place(row)).toList());
  }

  private Uni<Void> wake(Mutiny.Session tx, StoredRun.Place place, String dispatchId) {
    return tx.find(StoredRun.class, place, LockMode.PESSIMISTIC_WRITE)
        .chain(
            run -> {
              if (run == null || run.dispatchId != null) {
                return count("duplicate");
              }
              run.dispatchId = dispatchId;
              return run.state == RunState.RUNNING
                  ? jobs.promote(tx, run.jobId).call(tx::flush).chain(() -> count("woke"))
                  : tx.flush().chain(() -> count("late"));
            });
  }

  private Uni<Void> count(String result) {
    meters.counter("ciq_provider_hooks", "provider", "apify", "result", result).increment();
    return Uni.createFrom().voidItem();
  }
}
