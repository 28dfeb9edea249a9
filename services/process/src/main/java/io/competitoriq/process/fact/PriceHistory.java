package io.competitoriq.process.fact;

import io.competitoriq.messages.BillingPeriod;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a plan has cost over time, under its latest name.
///
/// @param field tells the amounts of a plan apart: `amount`, `amount-billed-yearly`,
///   `amount-extra`, `amount-introductory`, with `-at-` a quantity and the code of another currency
///   behind
/// @param currency ISO 4217; null for plans without an amount
/// @param terms what the latest price says besides its amount
/// @param points oldest first; each holds until the next
public record PriceHistory(
    UUID competitorId,
    String plan,
    String field,
    @Nullable String currency,
    @Nullable BillingPeriod period,
    @Nullable OfferTerms terms,
    List<Point> points) {

  static List<PriceHistory> of(List<StoredFact> prices) {
    Map<UUID, String> names = new HashMap<>();
    prices.forEach(price -> names.put(price.lineageId, price.subject.toLowerCase(Locale.ROOT)));
    Map<String, List<StoredFact>> byPlan = new LinkedHashMap<>();
    for (StoredFact price : prices) {
      String plan =
          price.competitorId
              + names.get(price.lineageId)
              + price.field
              + price.currency
              + price.period;
      byPlan.computeIfAbsent(plan, _ -> new ArrayList<>()).add(price);
    }
    return byPlan.values().stream().map(PriceHistory::ofPlan).toList();
  }

  private static PriceHistory ofPlan(List<StoredFact> prices) {
    StoredFact latest = prices.getLast();
    List<Point> points =
        prices.stream()
            .map(
                price ->
                    new Point(
                        price.validFrom,
                        price.validTo,
                        price.amountMinor,
                        price.valueText,
                        price.id))
            .toList();
    return new PriceHistory(
        latest.competitorId,
        latest.subject,
        latest.field,
        latest.currency,
        latest.period,
        latest.terms,
        points);
  }

  /// @param at since when
  /// @param until null while it holds
  /// @param amountMinor minor units; null when none is named
  public record Point(
      Instant at, @Nullable Instant until, @Nullable Long amountMinor, String text, UUID factId) {}
}
