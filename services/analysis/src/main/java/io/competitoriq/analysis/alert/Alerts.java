package io.competitoriq.analysis.alert;

import io.competitoriq.analysis.alert.FiringRows.Firing;
import io.competitoriq.analysis.alert.FiringRows.Speaking;
import io.competitoriq.analysis.channel.Message.RuleRef;
import io.competitoriq.analysis.delivery.Deliveries;
import io.competitoriq.analysis.signal.Raised;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.messages.CompileAlertDigest;
import io.competitoriq.telemetry.CountersFromZero;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/// Lets the rules speak about a story: in the transaction that raises the signal, so that no alert
/// is lost and none is sent about a signal that was not kept.
@Startup
@ApplicationScoped
public class Alerts {

  private static final String FIRINGS = "ciq_alert_firings";

  private final FiringRows rows;
  private final Messages messages;
  private final Deliveries deliveries;
  private final JobQueue jobs;
  private final MeterRegistry meters;
  private final Clock clock;

  Alerts(
      FiringRows rows,
      Messages messages,
      Deliveries deliveries,
      JobQueue jobs,
      MeterRegistry meters,
      Clock clock) {
    this.rows = rows;
    this.messages = messages;
    this.deliveries = deliveries;
    this.jobs = jobs;
    this.meters = meters;
    CountersFromZero.in(meters, FIRINGS, "state", Timing.State.class);
    this.clock = clock;
  }

  /// Once the signal is in its story. A muted signal makes no rule speak.
  public Uni<Void> consider(Mutiny.Session tx, UUID workspaceId, Raised signal) {
    if (signal.muted()) {
      return Uni.createFrom().voidItem();
    }
    return rows.speaking(tx, signal.signalId())
        .onItem()
        .transformToMulti(found -> Multi.createFrom().iterable(found))
        .onItem()
        .transformToUniAndConcatenate(rule -> speak(tx, workspaceId, signal, rule))
        .collect()
        .last()
        .replaceWithVoid();
  }

  /// Tells what a rule has collected until then. Nothing when the rule was removed meanwhile.
  public Uni<Void> compile(Mutiny.Session tx, UUID workspaceId, UUID ruleId, Instant dueAt) {
    return tx.find(AlertRule.class, ruleId)
        .chain(
            rule ->
                rule == null || !rule.enabled || rule.archivedAt != null
                    ? Uni.createFrom().voidItem()
                    : rows.collected(tx, ruleId, dueAt)
                        .chain(found -> digest(tx, workspaceId, rule, found)));
  }

  private Uni<Void> digest(
      Mutiny.Session tx, UUID workspaceId, AlertRule rule, List<UUID> signalIds) {
    Instant now = now();
    return signalIds.isEmpty()
        ? Uni.createFrom().voidItem()
        : messages
            .digest(tx, new RuleRef(rule.id, rule.name), signalIds, now)
            .chain(
                message ->
                    deliveries.order(tx, workspaceId, rule.telling.channelIds(), message, now));
  }

  private Uni<Void> speak(Mutiny.Session tx, UUID workspaceId, Raised signal, Speaking rule) {
    Instant now = now();
    Timing timing = Timing.of(rule.telling(), rule.critical(), now, rule.lastFired());
    Firing firing = new Firing(signal.signalId(), signal.competitorId(), now, timing);
    meters.counter(FIRINGS, "state", timing.state().name()).increment();
    return rows.keep(tx, workspaceId, rule.ruleId(), firing)
        .chain(
            () ->
                switch (timing.state()) {
                  case COOLED -> Uni.createFrom().voidItem();
                  case DIGEST -> collect(tx, workspaceId, rule.ruleId(), timing.dueAt());
                  case SENT, HELD -> tell(tx, workspaceId, rule, firing);
                });
  }

  private Uni<Void> tell(Mutiny.Session tx, UUID workspaceId, Speaking rule, Firing firing) {
    return messages
        .alert(tx, new RuleRef(rule.ruleId(), rule.name()), firing.signalId(), firing.at())
        .chain(
            message ->
                deliveries.order(
                    tx,
                    workspaceId,
                    rule.telling().channelIds(),
                    message,
                    firing.timing().dueAt()));
  }

  private Uni<Void> collect(Mutiny.Session tx, UUID workspaceId, UUID ruleId, Instant dueAt) {
    var payload = new CompileAlertDigest(ruleId, dueAt);
    var job =
        NewJob.of(CompileAlertDigest.QUEUE, CompileAlertDigest.KIND, workspaceId, payload)
            .dedup("digest " + ruleId + " " + dueAt)
            .runAt(dueAt);
    return jobs.enqueue(tx, job).replaceWithVoid();
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
