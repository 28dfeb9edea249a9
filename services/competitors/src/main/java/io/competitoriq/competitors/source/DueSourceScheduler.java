package io.competitoriq.competitors.source;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;
import static java.time.temporal.ChronoUnit.MICROS;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.competitoriq.competitors.schedule.ScheduleConfig;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/// Turns the clock into visits: finds due sources over all workspaces and hands each over in a
/// transaction of its own workspace. Any number of replicas may run it: the row decides who visits.
@ApplicationScoped
public class DueSourceScheduler {

  private final WorkspaceTransactions transactions;
  private final DueVisit dueVisit;
  private final Adapting adapting;
  private final ScheduleConfig config;
  private final Clock clock;

  DueSourceScheduler(
      WorkspaceTransactions transactions,
      DueVisit dueVisit,
      Adapting adapting,
      ScheduleConfig config,
      Clock clock) {
    this.transactions = transactions;
    this.dueVisit = dueVisit;
    this.adapting = adapting;
    this.config = config;
    this.clock = clock;
  }

  /// One look. Skipped while the last one still runs; what it leaves is found by the next.
  @Scheduled(
      identity = "due-sources",
      every = "{ciq.competitors.schedule.poll}",
      concurrentExecution = SKIP)
  Uni<Void> look() {
    return lookOnce().replaceWithVoid();
  }

  /// One look.
  ///
  /// @return how many visits were handed over by this look
  Uni<Long> lookOnce() {
    return lookOnce(clock.instant());
  }

  /// The same as if it were that moment.
  Uni<Long> lookOnce(Instant now) {
    Instant moment = now.truncatedTo(MICROS);
    return transactions
        .global(tx -> due(tx, moment))
        .chain(due -> handOver(due, moment).call(() -> adapting.follow(adaptive(due), moment)));
  }

  private Uni<List<Due>> due(Mutiny.Session tx, Instant moment) {
    return tx.createNativeQuery(
            "select source_id, source_workspace_id, source_is_adaptive from due_source(:most, :moment)",
            Object[].class)
        .setParameter("most", config.batch())
        .setParameter("moment", moment)
        .getResultList()
        .map(
            rows ->
                rows.stream()
                    .map(row -> new Due((UUID) row[0], (UUID) row[1], (boolean) row[2]))
                    .toList());
  }

  /// One after the other: a transaction each, so that one broken source stops no other.
  private Uni<Long> handOver(List<Due> due, Instant moment) {
    return Multi.createFrom()
        .iterable(due)
        .onItem()
        .transformToUniAndConcatenate(
            source -> dueVisit.handOver(source.workspaceId(), source.sourceId(), moment))
        .filter(handedOver -> handedOver)
        .collect()
        .with(Collectors.counting());
  }

  private static Map<UUID, List<UUID>> adaptive(List<Due> due) {
    return due.stream()
        .filter(Due::adaptive)
        .collect(groupingBy(Due::workspaceId, mapping(Due::sourceId, toList())));
  }

  private record Due(UUID sourceId, UUID workspaceId, boolean adaptive) {}
}
