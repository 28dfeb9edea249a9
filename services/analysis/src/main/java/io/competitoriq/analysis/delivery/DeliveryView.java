package io.competitoriq.analysis.delivery;

import io.competitoriq.analysis.channel.Message;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A delivery with its log.
///
/// @param id what the receiver knows a repeat by (`webhook-id`)
/// @param channelId null for mail that goes straight to `recipients`
/// @param editionId the edition it brings; null for anything else
/// @param signalIds the signals it tells of
/// @param log newest first; empty in lists
public record DeliveryView(
    UUID id,
    @Nullable UUID channelId,
    List<String> recipients,
    @Nullable UUID ruleId,
    @Nullable UUID editionId,
    Message.Kind kind,
    String title,
    List<UUID> signalIds,
    DeliveryState state,
    int attempts,
    Instant dueAt,
    @Nullable Instant acceptedAt,
    Instant createdAt,
    List<Attempt> log) {

  /// One attempt.
  ///
  /// @param outcome ACCEPTED, LATER or REFUSED
  /// @param detail what the receiver or the way to it said
  public record Attempt(
      Instant at, String outcome, @Nullable Integer httpStatus, long latencyMs, String detail) {}

  static DeliveryView of(Delivery row, List<DeliveryAttempt> log) {
    return new DeliveryView(
        row.id,
        row.channelId,
        row.recipients == null ? List.of() : List.of(row.recipients),
        row.ruleId,
        row.editionId,
        row.message.kind(),
        row.message.title(),
        row.message.items().stream().map(Message.Item::signalId).toList(),
        row.state,
        row.attempts,
        row.dueAt,
        row.acceptedAt,
        row.createdAt,
        log.stream()
            .map(
                each ->
                    new Attempt(
                        each.createdAt, each.outcome, each.httpStatus, each.latencyMs, each.detail))
            .toList());
  }
}
