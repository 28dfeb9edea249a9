package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An offer as a page's data states it.
///
/// @param name of the offer, or of the product when the offer has none
/// @param unit what one amount buys; null for one piece
/// @param upToMinor the upper end where the data gives a range
record StructuredOffer(
    String name,
    long amountMinor,
    String currency,
    @Nullable BillingPeriod period,
    @Nullable String unit,
    @Nullable Long upToMinor) {

  /// As a line of text.
  String words() {
    BigDecimal amount = BigDecimal.valueOf(amountMinor, Currencies.fractionDigits(currency));
    String every = period == null ? "" : " per " + period.name().toLowerCase(Locale.ROOT);
    return name + ": " + amount.toPlainString() + " " + currency + every;
  }

  /// Reads an amount as data write it ("24.00", "1.299,00").
  static Optional<Long> minor(String price, String currency) {
    try {
      return Optional.ofNullable(Amounts.minor(new BigDecimal(price), currency));
    } catch (NumberFormatException worded) {
      return price.matches("\\d.*")
          ? Amounts.parse(price).map(value -> Amounts.minor(value, currency))
          : Optional.empty();
    }
  }
}
