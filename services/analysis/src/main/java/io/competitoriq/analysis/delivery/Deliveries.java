package io.competitoriq.analysis.delivery;

import io.competitoriq.analysis.channel.Channels;
import io.competitoriq.analysis.channel.Handover;
import io.competitoriq.analysis.channel.Message;
import io.competitoriq.http.Ids;
import io.competitoriq.http.Problems;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.messages.DeliverAlert;
import io.competitoriq.telemetry.CountersFromZero;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jspecify.annotations.Nullable;

/// Keeps what is to be delivered and how it went. A delivery keeps its id over attempts and
/// replays: that is what a receiver knows a repeat by.
@Startup
@ApplicationScoped
public class Deliveries {

  private static final String DELIVERIES = "ciq_deliveries";

  static final String UPDATED = "delivery.updated";

  private final Channels channels;
  private final JobQueue jobs;
  private final LiveEvents live;
  private final WorkspaceTransactions transactions;
  private final MeterRegistry meters;
  private final Clock clock;

  Deliveries(
      Channels channels,
      JobQueue jobs,
      LiveEvents live,
      WorkspaceTransactions transactions,
      MeterRegistry meters,
      Clock clock) {
    this.channels = channels;
    this.jobs = jobs;
    this.live = live;
    this.transactions = transactions;
    this.meters = meters;
    CountersFromZero.in(meters, DELIVERIES, "outcome", List.of("ACCEPTED", "LATER", "REFUSED"));
    this.clock = clock;
  }

  /// What a worker has to hand over.
  ///
  /// @param channelId null for mail that goes straight to `recipients`
  public record Due(UUID id, @Nullable UUID channelId, List<String> recipients, Message message) {}

  /// Orders the message for each of the channels that is in use, in the caller's transaction.
  public Uni<Void> order(
      Mutiny.Session tx,
      UUID workspaceId,
      Collection<UUID> channelIds,
      Message message,
      Instant dueAt) {
    return channels
        .usable(tx, channelIds)
        .map(
            usable -> usable.stream().map(id -> delivery(workspaceId, id, message, dueAt)).toList())
        .chain(rows -> keep(tx, rows));
  }

  /// Orders the message for mail addresses, one mail to all of them, in the caller's transaction.
  public Uni<Void> mail(
      Mutiny.Session tx,
      UUID workspaceId,
      List<String> recipients,
      Message message,
      Instant dueAt) {
    if (recipients.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    Delivery row = delivery(workspaceId, null, message, dueAt);
    row.recipients = recipients.toArray(String[]::new);
    return keep(tx, List.of(row));
  }

  private Uni<Void> keep(Mutiny.Session tx, List<Delivery> rows) {
    return rows.isEmpty()
        ? Uni.createFrom().voidItem()
        : tx.persistAll(rows.toArray())
            .chain(() -> jobs.enqueueAll(tx, rows.stream().map(Deliveries::job).toList()))
            .replaceWithVoid();
  }

  /// Empty when there is nothing to do: accepted already, or unknown. One that was given up is due
  /// when an operator redrives its job.
  public Uni<Optional<Due>> due(UUID workspaceId, UUID id) {
    return transactions.in(
        workspaceId,
        tx ->
            tx.find(Delivery.class, id)
                .map(
                    row ->
                        Optional.ofNullable(row)
                            .filter(found -> found.state != DeliveryState.ACCEPTED)
                            .map(Deliveries::due)));
  }

  /// Notes an attempt, in the transaction at hand or one of its own.
  ///
  /// @param last nothing more will be tried by itself
  public Uni<Void> note(
      UUID workspaceId, UUID id, Handover outcome, Duration latency, boolean last) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return transactions.in(
        workspaceId,
        tx ->
            tx.find(Delivery.class, id)
                .invoke(row -> advance(row, outcome, last, now))
                .call(row -> tx.persist(attempt(row, outcome, latency, now)))
                .call(row -> switchedOff(tx, row, outcome))
                .invoke(row -> live.publish(workspaceId, UPDATED, row.id))
                .invoke(row -> meters.counter(DELIVERIES, "outcome", name(outcome)).increment())
                .replaceWithVoid());
  }

  /// A message that only says that the channel works.
  Uni<DeliveryView> test(UUID workspaceId, UUID channelId) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Message message =
        new Message(
            Message.Kind.TEST, "This is a test of CompetitorIQ's alerts.", null, List.of(), 0, now);
    Delivery row = delivery(workspaceId, channelId, message, now);
    return transactions.in(
        workspaceId,
        tx ->
            channels
                .require(tx, channelId)
                .chain(() -> tx.persist(row))
                .chain(() -> jobs.enqueue(tx, job(row)))
                .replaceWith(() -> DeliveryView.of(row, List.of())));
  }

  /// Once more, under the same id; a receiver that has it already knows it by that.
  Uni<DeliveryView> replay(UUID workspaceId, UUID id) {
    return transactions.in(
        workspaceId,
        tx ->
            find(tx, id)
                .invoke(this::waitAgain)
                .call(tx::flush)
                .call(row -> jobs.enqueue(tx, job(row)))
                .invoke(row -> live.publish(workspaceId, UPDATED, row.id))
                .map(row -> DeliveryView.of(row, List.of())));
  }

  static Uni<Delivery> find(Mutiny.Session tx, UUID id) {
    return tx.find(Delivery.class, id)
        .invoke(
            row -> {
              if (row == null) {
                throw Problems.notFound("delivery-not-found", "No delivery " + id + ".");
              }
            });
  }

  private void waitAgain(Delivery row) {
    if (row.state == DeliveryState.WAITING) {
      throw Problems.conflict(
          "delivery-waiting", "This delivery is waiting already; it is tried again by itself.");
    }
    row.state = DeliveryState.WAITING;
    row.acceptedAt = null;
    row.dueAt = clock.instant();
    row.updatedAt = clock.instant();
  }

  private static Due due(Delivery row) {
    List<String> recipients = row.recipients == null ? List.of() : List.of(row.recipients);
    return new Due(row.id, row.channelId, recipients, row.message);
  }

  private static void advance(Delivery row, Handover outcome, boolean last, Instant now) {
    row.attempts++;
    row.updatedAt = now;
    switch (outcome) {
      case Handover.Accepted _ -> {
        row.state = DeliveryState.ACCEPTED;
        row.acceptedAt = now;
      }
      case Handover.Later _ -> row.state = last ? DeliveryState.FAILED : DeliveryState.WAITING;
      case Handover.Refused _ -> row.state = DeliveryState.FAILED;
    }
  }

  private Uni<Void> switchedOff(Mutiny.Session tx, Delivery row, Handover outcome) {
    UUID channelId = row.channelId;
    return channelId != null && outcome instanceof Handover.Refused refused && refused.gone()
        ? channels.switchOff(tx, channelId, "The receiver wants nothing any more (410).")
        : Uni.createFrom().voidItem();
  }

  private static String name(Handover outcome) {
    return switch (outcome) {
      case Handover.Accepted _ -> "ACCEPTED";
      case Handover.Later _ -> "LATER";
      case Handover.Refused _ -> "REFUSED";
    };
  }

  private DeliveryAttempt attempt(
      Delivery delivery, Handover outcome, Duration latency, Instant now) {
    DeliveryAttempt row = new DeliveryAttempt();
    row.id = Ids.next();
    row.workspaceId = delivery.workspaceId;
    row.deliveryId = delivery.id;
    row.outcome = name(outcome);
    row.httpStatus = outcome.httpStatus();
    row.latencyMs = latency.toMillis();
    row.detail = outcome.detail();
    row.createdAt = now;
    return row;
  }

  private Delivery delivery(
      UUID workspaceId, @Nullable UUID channelId, Message message, Instant dueAt) {
    Delivery row = new Delivery();
    row.id = Ids.next();
    row.workspaceId = workspaceId;
    row.channelId = channelId;
    row.ruleId = message.rule() == null ? null : message.rule().id();
    row.editionId = message.edition() == null ? null : message.edition().id();
    row.message = message;
    row.state = DeliveryState.WAITING;
    row.dueAt = dueAt;
    row.createdAt = clock.instant().truncatedTo(ChronoUnit.MICROS);
    row.updatedAt = row.createdAt;
    return row;
  }

  private static NewJob job(Delivery row) {
    return NewJob.of(
            DeliverAlert.QUEUE, DeliverAlert.KIND, row.workspaceId, new DeliverAlert(row.id))
        .dedup(row.id.toString())
        .runAt(row.dueAt);
  }
}
