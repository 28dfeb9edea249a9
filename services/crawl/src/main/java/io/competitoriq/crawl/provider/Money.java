package io.competitoriq.crawl.provider;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/// Millionths of a US dollar, in and out of the text of others. Pure.
public final class Money {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal LARGEST = BigDecimal.valueOf(1_000_000_000);

  private Money() {}

  /// Dollars as micro-dollars; a fraction of one counts as a whole one.
  ///
  /// @throws IllegalArgumentException when it is negative or a billion or more
  public static long micros(BigDecimal dollars) {
    if (dollars.signum() < 0 || dollars.compareTo(LARGEST) >= 0) {
      throw new IllegalArgumentException("not an amount of dollars: " + dollars);
    }
    return dollars.multiply(MILLION).setScale(0, RoundingMode.CEILING).longValueExact();
  }

  /// As a provider wants it: `1.25`.
  public static String dollars(long micros) {
    return BigDecimal.valueOf(micros, 6).stripTrailingZeros().toPlainString();
  }

  /// As people read it: `$1.25`, and all digits when there are more than cents.
  public static String shown(long micros) {
    return micros % 10_000 == 0
        ? String.format(Locale.ROOT, "$%d.%02d", micros / 1_000_000, micros % 1_000_000 / 10_000)
        : "$" + dollars(micros);
  }
}
