package io.competitoriq.flags;

import io.competitoriq.jobs.JobQueue;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// The rules as they were read last, at most a few seconds ago; while the database is away they
/// stay.
@ApplicationScoped
class FlagTable {

  private static final Logger LOG = Logger.getLogger(FlagTable.class);
  private static final String READ =
      "select key, enabled, percentage, on_for, off_for, killed from flags.flag";

  private final Pool database;
  private final JobQueue jobs;
  private volatile Map<String, FlagRule> rules = Map.of();
  private volatile Set<Flag> changed = Set.of();
  private volatile boolean away;

  FlagTable(Pool database, JobQueue jobs) {
    this.database = database;
    this.jobs = jobs;
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
        .map(this::keep)
        .chain(this::wake)
        .onFailure()
        .invoke(this::tell)
        .onFailure()
        .recoverWithNull();
  }

  Optional<FlagRule> rule(String key) {
    return Optional.ofNullable(rules.get(key));
  }

  /// Whether anything has ever been read.
  boolean known() {
    return !rules.isEmpty();
  }

  /// @return the flags of which something else is said than before
  private Set<Flag> keep(RowSet<Row> rows) {
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
    Map<String, FlagRule> before = rules;
    rules = Map.copyOf(read);
    away = false;
    return Arrays.stream(Flag.values())
        .filter(flag -> !Objects.equals(before.get(flag.key()), read.get(flag.key())))
        .collect(Collectors.toSet());
  }

  /// Jobs that wait for a flag look again when it has changed; and once more, for one that was on
  /// its way to sleep at that moment.
  private Uni<Void> wake(Set<Flag> news) {
    Set<Flag> awake = new HashSet<>(changed);
    awake.addAll(news);
    changed = news;
    return Multi.createFrom()
        .iterable(awake)
        .onItem()
        .transformToUniAndConcatenate(flag -> jobs.wake(flag.offReason()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private void tell(Throwable failure) {
    if (!away) {
      away = true;
      LOG.warnf("flags not read, the last values stay error=%s", failure.toString());
    }
  }
}
