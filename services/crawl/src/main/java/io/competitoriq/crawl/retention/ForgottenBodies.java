package io.competitoriq.crawl.retention;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Lets bodies go whose rows went with an erased workspace, once no other names them. Any number of
/// replicas may run it.
@ApplicationScoped
class ForgottenBodies {

  private static final int AT_ONCE = 200;
  private static final String DROP = "select drop_forgotten_bodies($1, make_interval(secs => $2))";

  private final WorkspaceTransactions transactions;
  private final RetentionConfig config;
  private final MeterRegistry meters;

  ForgottenBodies(
      WorkspaceTransactions transactions, RetentionConfig config, MeterRegistry meters) {
    this.transactions = transactions;
    this.config = config;
    this.meters = meters;
  }

  @Scheduled(
      identity = "drop-forgotten-bodies",
      every = "{ciq.crawl.retention.every}",
      delayed = "90s",
      concurrentExecution = SKIP)
  Uni<Void> look() {
    return drop().replaceWithVoid();
  }

  /// @return bytes given back
  Uni<Long> drop() {
    return transactions
        .global(tx -> SessionSql.of(tx).select(DROP, AT_ONCE, config.grace().toMillis() / 1000.0))
        .map(rows -> ((Number) rows.getFirst()[0]).longValue())
        .invoke(bytes -> meters.counter("ciq_crawl_released_bytes").increment(bytes));
  }
}
