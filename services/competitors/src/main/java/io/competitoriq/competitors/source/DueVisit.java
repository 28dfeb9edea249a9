package io.competitoriq.competitors.source;

import io.competitoriq.competitors.schedule.ScheduleConfig;
import io.competitoriq.competitors.schedule.Schedules;
import io.competitoriq.jobs.Enqueued;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.messages.VisitReason;
import io.competitoriq.telemetry.CountersFromZero;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// One due source: the next visit is planned and the present one enqueued, both or neither. However
/// many slots were missed, it is one visit.
@Startup
@ApplicationScoped
class DueVisit {

  private static final String VISITS = "ciq.schedule.visits";

  private final WorkspaceTransactions transactions;
  private final SourceRepository repository;
  private final Visits visits;
  private final Schedules schedules;
  private final ScheduleConfig config;
  private final LiveEvents live;
  private final MeterRegistry meters;

  DueVisit(
      WorkspaceTransactions transactions,
      SourceRepository repository,
      Visits visits,
      Schedules schedules,
      ScheduleConfig config,
      LiveEvents live,
      MeterRegistry meters) {
    this.transactions = transactions;
    this.repository = repository;
    this.visits = visits;
    this.schedules = schedules;
    this.config = config;
    this.live = live;
    this.meters = meters;
    CountersFromZero.in(
        meters, VISITS, "outcome", List.of("enqueued", "duplicate", "queue_full", "failed"));
  }

  /// True when this call enqueued the visit; false when somebody else did, one is on its way, or it
  /// was put off. Never fails.
  Uni<Boolean> handOver(UUID workspaceId, UUID sourceId, Instant moment) {
    return transactions
        .in(
            workspaceId,
            tx ->
                repository
                    .findDue(tx, sourceId, moment)
                    .chain(
                        found ->
                            found
                                .map(source -> visit(tx, source, moment))
                                .orElseGet(() -> Uni.createFrom().item(Boolean.FALSE))))
        .onFailure()
        .recoverWithUni(failure -> putOff(workspaceId, sourceId, moment, failure));
  }

  private Uni<Boolean> visit(Mutiny.Session tx, Source source, Instant moment) {
    return visits
        .ask(tx, source, source.nextVisitAt, VisitReason.SCHEDULED)
        .invoke(answer -> count(answer))
        .call(answer -> plan(source, answer, moment))
        .map(answer -> answer instanceof Enqueued.Added);
  }

  private Uni<Integer> plan(Source source, Enqueued answer, Instant moment) {
    Instant next = schedules.next(source.schedule(), moment);
    return switch (answer) {
      case Enqueued.Added _ ->
          repository
              .visited(source.id, next, moment)
              .invoke(() -> live.publish(source.workspaceId, "source.updated", source.id));
      case Enqueued.Duplicate _ -> repository.planned(source.id, next);
      case Enqueued.Rejected _ -> repository.planned(source.id, moment.plus(config.postpone()));
    };
  }

  /// A source that cannot be handled must not be found first in every look.
  private Uni<Boolean> putOff(UUID workspaceId, UUID sourceId, Instant moment, Throwable failure) {
    Log.errorf(failure, "due source put off source=%s workspace=%s", sourceId, workspaceId);
    count("failed");
    return transactions
        .in(workspaceId, _ -> repository.planned(sourceId, moment.plus(config.postpone())))
        .replaceWith(Boolean.FALSE)
        .onFailure()
        .recoverWithItem(Boolean.FALSE);
  }

  private void count(Enqueued answer) {
    count(
        switch (answer) {
          case Enqueued.Added _ -> "enqueued";
          case Enqueued.Duplicate _ -> "duplicate";
          case Enqueued.Rejected _ -> "queue_full";
        });
  }

  private void count(String outcome) {
    meters.counter(VISITS, "outcome", outcome).increment();
  }
}
