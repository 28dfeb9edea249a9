package io.competitoriq.gateway.erasure;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;

/// Looks for workspaces that are closed, opened again or due, and does what is next for each. Any
/// number of gateways may: a workspace is in one's hands at a time, and what a gateway left
/// half-done another goes on with.
@ApplicationScoped
class ErasureSweep {

  private static final String CLAIM = "select * from claim_workspace_erasure($1, $2)";

  private final Pool database;
  private final ErasureSteps steps;
  private final ErasureConfig config;
  private final Clock clock;

  ErasureSweep(Pool database, ErasureSteps steps, ErasureConfig config, Clock clock) {
    this.database = database;
    this.steps = steps;
    this.config = config;
    this.clock = clock;
  }

  @Scheduled(
      identity = "erase-workspaces",
      every = "{ciq.gateway.erasure.every:30s}",
      delayed = "20s",
      concurrentExecution = SKIP)
  Uni<Void> look() {
    return Multi.createBy()
        .repeating()
        .uni(() -> claim().call(this::doNext))
        .whilst(Optional::isPresent)
        .collect()
        .last()
        .replaceWithVoid();
  }

  private record Claim(UUID workspaceId, String state) {}

  private Uni<Optional<Claim>> claim() {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return database
        .preparedQuery(CLAIM)
        .execute(Tuple.of(now, now.plus(config.hold())))
        .map(ErasureSweep::first);
  }

  private static Optional<Claim> first(RowSet<Row> rows) {
    var found = rows.iterator();
    if (!found.hasNext()) {
      return Optional.empty();
    }
    Row row = found.next();
    return Optional.of(new Claim(row.getUUID("workspace_id"), row.getString("state")));
  }

  private Uni<Void> doNext(Optional<Claim> claimed) {
    return claimed
        .map(
            claim ->
                switch (claim.state) {
                  case "CLOSED" -> steps.close(claim.workspaceId);
                  case "OPENING" -> steps.open(claim.workspaceId);
                  case "ERASING" -> steps.erase(claim.workspaceId);
                  default -> throw new IllegalStateException("unknown state " + claim.state);
                })
        .orElse(Uni.createFrom().voidItem());
  }
}
