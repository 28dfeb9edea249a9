package io.competitoriq.gateway.idempotency;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.ZoneOffset;

/// Forgets outcomes that may no longer be repeated. Every gateway may do it; twice is harmless.
@ApplicationScoped
class OutcomeSweep {

  private final Pool database;
  private final IdempotencyConfig config;
  private final Clock clock;

  OutcomeSweep(Pool database, IdempotencyConfig config, Clock clock) {
    this.database = database;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      every = "{ciq.gateway.sweep-every:1h}",
      delayed = "6m",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sweep() {
    return database
        .preparedQuery("select sweep_request_outcomes($1)")
        .execute(Tuple.of(clock.instant().minus(config.keep()).atOffset(ZoneOffset.UTC)))
        .replaceWithVoid();
  }
}
