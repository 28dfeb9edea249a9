package io.competitoriq.competitors.source;

import static java.util.Objects.requireNonNull;

import io.competitoriq.competitors.history.Histories;
import io.competitoriq.competitors.schedule.AdaptiveInterval;
import io.competitoriq.competitors.schedule.History;
import io.competitoriq.competitors.schedule.Rhythm.Adaptive;
import io.competitoriq.competitors.schedule.Schedule;
import io.competitoriq.competitors.schedule.Schedules;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.telemetry.CountersFromZero;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Lets adaptive sources whose visit was just handed over follow their changes. The visits do not
/// wait for it: until an answer is there, and when there is none, the interval stands as it was.
@Startup
@ApplicationScoped
class Adapting {

  private static final String ADAPTATIONS = "ciq.schedule.adaptations";

  private static final int WORKSPACES_AT_ONCE = 8;

  /// The next look for due sources waits for this one.
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);

  private final WorkspaceTransactions transactions;
  private final SourceRepository repository;
  private final Histories histories;
  private final Schedules schedules;
  private final LiveEvents live;
  private final MeterRegistry meters;

  Adapting(
      WorkspaceTransactions transactions,
      SourceRepository repository,
      Histories histories,
      Schedules schedules,
      LiveEvents live,
      MeterRegistry meters) {
    this.transactions = transactions;
    this.repository = repository;
    this.histories = histories;
    this.schedules = schedules;
    this.live = live;
    this.meters = meters;
    CountersFromZero.in(
        meters, ADAPTATIONS, "outcome", List.of("shortened", "lengthened", "kept", "unknown"));
  }

  /// The sources, by workspace, that were visited at that moment. Never fails. What is not answered
  /// in time adapts after its next visit.
  Uni<Void> follow(Map<UUID, List<UUID>> sources, Instant moment) {
    return Multi.createFrom()
        .iterable(sources.entrySet())
        .onItem()
        .transformToUni(each -> known(each.getKey(), each.getValue()))
        .merge(WORKSPACES_AT_ONCE)
        .select()
        .first(LONGEST_WAIT)
        .collect()
        .asList()
        .chain(known -> adaptAll(known, moment));
  }

  private Uni<Known> known(UUID workspaceId, List<UUID> sourceIds) {
    return histories
        .of(workspaceId, sourceIds)
        .invoke(known -> count("unknown", sourceIds.size() - known.size()))
        .map(known -> new Known(workspaceId, known));
  }

  /// One after the other: a context holds one transaction.
  private Uni<Void> adaptAll(List<Known> known, Instant moment) {
    return Multi.createFrom()
        .iterable(known)
        .filter(workspace -> !workspace.histories().isEmpty())
        .onItem()
        .transformToUniAndConcatenate(workspace -> adapt(workspace, moment))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> adapt(Known known, Instant moment) {
    return transactions
        .in(
            known.workspaceId(),
            _ ->
                repository
                    .findVisitedAt(known.histories().keySet(), moment)
                    .chain(found -> adaptEach(found, known.histories())))
        .onFailure()
        .invoke(
            failure ->
                Log.errorf(failure, "intervals not adapted workspace=%s", known.workspaceId()))
        .onFailure()
        .recoverWithNull();
  }

  private Uni<Void> adaptEach(List<Source> found, Map<UUID, History> histories) {
    return Multi.createFrom()
        .iterable(found)
        .onItem()
        .transformToUniAndConcatenate(
            source -> adapt(source, requireNonNull(histories.get(source.id))))
        .onItem()
        .ignoreAsUni();
  }

  /// Somebody may have given it another schedule meanwhile.
  private Uni<Integer> adapt(Source source, History known) {
    Schedule schedule = source.schedule();
    if (!(schedule.rhythm() instanceof Adaptive before) || source.lastVisitAt == null) {
      return Uni.createFrom().item(0);
    }
    Adaptive after = AdaptiveInterval.next(before, known);
    Instant next = schedules.next(schedule.following(after), source.lastVisitAt);
    count(outcome(before.current(), after.current()), 1);
    return repository
        .adapted(source.id, after, next)
        .invoke(() -> live.publish(source.workspaceId, "source.updated", source.id));
  }

  private static String outcome(Duration before, Duration after) {
    int difference = after.compareTo(before);
    if (difference == 0) {
      return "kept";
    }
    return difference < 0 ? "shortened" : "lengthened";
  }

  private void count(String outcome, int sources) {
    meters.counter(ADAPTATIONS, "outcome", outcome).increment(sources);
  }

  private record Known(UUID workspaceId, Map<UUID, History> histories) {}
}
