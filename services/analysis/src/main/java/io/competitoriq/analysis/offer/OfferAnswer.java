package io.competitoriq.analysis.offer;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.messages.KeepOffers;
import io.competitoriq.messages.ReadOffer;
import io.quarkus.runtime.annotations.RegisterForReflection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The model's answer in the shape of its schema.
@RegisterForReflection
record OfferAnswer(List<Offer> offers) {

  OfferAnswer {
    offers = List.copyOf(offers);
  }

  static Optional<OfferAnswer> read(JsonNode answer, ObjectMapper json) {
    try {
      return Optional.of(json.treeToValue(answer, OfferAnswer.class));
    } catch (JsonProcessingException | IllegalArgumentException | NullPointerException wrongShape) {
      return Optional.empty();
    }
  }

  /// Those that make sense by themselves; the others are none.
  List<ReadOffer> sensible() {
    return offers.stream().flatMap(OfferAnswer::offer).limit(KeepOffers.MAX_OFFERS).toList();
  }

  private static Stream<ReadOffer> offer(Offer offer) {
    try {
      return Stream.of(
          new ReadOffer(
              offer.plan(),
              offer.amount(),
              offer.amount() == null ? null : offer.currency(),
              offer.period(),
              offer.unit(),
              offer.from(),
              offer.quote()));
    } catch (IllegalArgumentException | NullPointerException senseless) {
      return Stream.of();
    }
  }

  /// One entry.
  @RegisterForReflection
  record Offer(
      String plan,
      @Nullable String amount,
      @Nullable String currency,
      @Nullable BillingPeriod period,
      @Nullable String unit,
      boolean from,
      String quote) {}
}
