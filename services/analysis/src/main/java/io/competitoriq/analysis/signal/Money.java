package io.competitoriq.analysis.signal;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.messages.FactValue;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// An amount a page asks for, as a person writes it: `$49`, `€1,200.50 per year`.
///
/// @param minor minor units of the currency
/// @param currency ISO 4217 code
public record Money(long minor, String currency, @Nullable BillingPeriod period) {

  private static final Map<String, String> SYMBOLS =
      Map.of("USD", "$", "EUR", "€", "GBP", "£", "JPY", "¥", "INR", "₹");

  public static Optional<Money> of(@Nullable FactValue value) {
    if (value == null || value.amountMinor() == null || value.currency() == null) {
      return Optional.empty();
    }
    return Optional.of(new Money(value.amountMinor(), value.currency(), value.period()));
  }

  /// Whether a percentage between the two means anything.
  boolean comparableWith(Money other) {
    return currency.equals(other.currency) && period == other.period;
  }

  /// Percent by which `later` differs; only between comparable amounts, and not from zero.
  Optional<Double> percentTo(Money later) {
    if (!comparableWith(later) || minor == 0) {
      return Optional.empty();
    }
    return Optional.of((later.minor - minor) * 100.0 / minor);
  }

  boolean isFree() {
    return minor == 0;
  }

  String amount() {
    BigDecimal major = BigDecimal.valueOf(minor, fractionDigits());
    boolean whole = major.stripTrailingZeros().scale() <= 0;
    var format = new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setMinimumFractionDigits(whole ? 0 : fractionDigits());
    format.setMaximumFractionDigits(whole ? 0 : fractionDigits());
    String symbol = SYMBOLS.get(currency);
    String number = format.format(major.abs());
    return (minor < 0 ? "-" : "") + (symbol == null ? currency + " " + number : symbol + number);
  }

  public String perPeriod() {
    return period == null ? amount() : amount() + " " + words(period);
  }

  private static String words(BillingPeriod period) {
    return switch (period) {
      case MONTH -> "per month";
      case YEAR -> "per year";
      case ONCE -> "once";
      case USAGE -> "by usage";
    };
  }

  private int fractionDigits() {
    try {
      return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
    } catch (IllegalArgumentException unknownCode) {
      return 2;
    }
  }
}
