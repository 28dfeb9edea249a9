package io.competitoriq.flags;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/// The rules as they were read last, at most a few seconds ago; while the database is away they
/// stay.
@ApplicationScoped
class FlagTable {

  private static final Logger LOG = Logger.getLogger(FlagTable.class);
  private static final String READ =
      "select key, enabled, percentage, on_for, off_for, killed from flags.flag";

  private final Pool database;
  private volatile Map<String, FlagRule> rules = Map.of();
  private volatile boolean away;

  FlagTable(Pool database) {
    this.database = database;
  }

  /// Polled rather than listened to: a poll of a few rows costs next to nothing, needs no
  /// connection of its own and cannot miss anything.
  @Scheduled(
      every = "{ciq.flags.poll:2s}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> refresh() {
    return database
        .query(READ)
        .execute()
        .invoke(this::keep)
        .onFailure()
        .invoke(this::tell)
        .onFailure()
        .recoverWithNull()
        .replaceWithVoid();
  }

  Optional<FlagRule> rule(String key) {
    return Optional.ofNullable(rules.get(key));
  }

  /// Whether anything has ever been read.
  boolean known() {
    return !rules.isEmpty();
  }

  private void keep(RowSet<Row> rows) {
    Map<String, FlagRule> read = new HashMap<>();
    for (Row row : rows) {
      read.put(
          row.getString(0),
          new FlagRule(
              row.getString(0),
              row.getBoolean(1),
              row.getInteger(2),
              Set.copyOf(List.of(row.getArrayOfUUIDs(3))),
              Set.copyOf(List.of(row.getArrayOfUUIDs(4))),
              row.getBoolean(5)));
    }
    rules = Map.copyOf(read);
    away = false;
  }

  private void tell(Throwable failure) {
    if (!away) {
      away = true;
      LOG.warnf("flags not read, the last values stay error=%s", failure.toString());
    }
  }
}
