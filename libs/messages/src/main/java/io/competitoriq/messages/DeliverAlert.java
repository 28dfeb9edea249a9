package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// A message is to be handed to a channel. Queue `alert-jobs`, deduplicated by delivery.
///
/// @param deliveryId stable over all attempts and replays: what a receiver knows a repeat by
public record DeliverAlert(UUID deliveryId) {

  public static final String QUEUE = "alert-jobs";
  public static final String KIND = "deliver-alert";

  public DeliverAlert {
    requireNonNull(deliveryId, "deliveryId");
  }
}
