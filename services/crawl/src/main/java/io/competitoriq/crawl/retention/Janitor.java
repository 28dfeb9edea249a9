package io.competitoriq.crawl.retention;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.competitoriq.crawl.retention.Selection.Selected;
import io.competitoriq.crawl.retention.SpareSnapshots.Spare;
import io.competitoriq.telemetry.CountersFromZero;
import io.competitoriq.tenancy.SessionSql;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Passes over all sources, a few at a time, and lets go what nothing keeps. Any number of replicas
/// may run it: each source of a pass is taken once. What a crash or a silent process leaves is
/// found by the next pass.
@Startup
@ApplicationScoped
class Janitor {
  private static final String SNAPSHOTS = "ciq_crawl_released_snapshots";
  private static final String BYTES = "ciq_crawl_released_bytes";
  private static final String PUT_OFF = "ciq_crawl_releases_put_off";
  private static final Logger LOG = Logger.getLogger(Janitor.class);
  private static final String NEXT =
      "select workspace_id, source_id from next_source($1, make_interval(secs => $2))";

  private final WorkspaceTransactions transactions;
  private final Selection selection;
  private final Releases releases;
  private final RetentionConfig config;
  private final MeterRegistry meters;

  Janitor(
      WorkspaceTransactions transactions,
      Selection selection,
      Releases releases,
      RetentionConfig config,
      MeterRegistry meters) {
    this.transactions = transactions;
    this.selection = selection;
    this.releases = releases;
    this.config = config;
    this.meters = meters;
    CountersFromZero.in(meters, SNAPSHOTS);
    CountersFromZero.in(meters, BYTES);
    CountersFromZero.in(meters, PUT_OFF);
  }

  @Scheduled(
      identity = "release-evidence",
      every = "{ciq.crawl.retention.every}",
      delayed = "60s",
      concurrentExecution = SKIP)
  Uni<Void> look() {
    return sources()
        .onItem()
        .transformToMulti(places -> Multi.createFrom().iterable(places))
        .onItem()
        .transformToUniAndConcatenate(this::tidied)
        .collect()
        .last()
        .replaceWithVoid();
  }

  /// The next sources of the pass.
  Uni<List<Place>> sources() {
    return transactions
        .global(
            tx ->
                SessionSql.of(tx).select(NEXT, config.sources(), config.pass().toMillis() / 1000.0))
        .map(rows -> rows.stream().map(row -> new Place((UUID) row[0], (UUID) row[1])).toList());
  }

  /// One broken source stops no other.
  private Uni<Long> tidied(Place place) {
    return tidy(place)
        .onFailure()
        .invoke(
            failure -> {
              meters.counter(PUT_OFF).increment();
              LOG.warnf("nothing released source=%s error=%s", place.sourceId(), failure);
            })
        .onFailure()
        .recoverWithItem(0L);
  }

  /// @return how many snapshots of the source were released
  Uni<Long> tidy(Place place) {
    return tidy(place, Spare.BEGINNING);
  }

  private Uni<Long> tidy(Place place, Spare after) {
    return selection
        .next(place, Optional.empty(), after)
        .chain(
            selected ->
                release(place, selected)
                    .chain(
                        done ->
                            selected
                                .more()
                                .map(last -> tidy(place, last).map(rest -> done + rest))
                                .orElseGet(() -> Uni.createFrom().item(done))));
  }

  /// A transaction each.
  private Uni<Long> release(Place place, Selected selected) {
    return Multi.createFrom()
        .iterable(selected.going())
        .onItem()
        .transformToUniAndConcatenate(id -> releases.release(place, id, selected.cited()))
        .filter(OptionalLong::isPresent)
        .invoke(bytes -> count(bytes.getAsLong()))
        .collect()
        .with(Collectors.counting());
  }

  private void count(long bytes) {
    meters.counter(SNAPSHOTS).increment();
    meters.counter(BYTES).increment(bytes);
  }
}
