package io.competitoriq.process.fact.pricing;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads a number the way people of any locale write amounts: `1,299.00`, `1.299,00`, `1'299.-`, `1
/// 299`, `1,00,000`, `49,90`.
final class Amounts {

  private Amounts() {}

  /// @param text digits and separators only, beginning with a digit
  /// @return empty when it is no amount
  static Optional<BigDecimal> parse(String text) {
    String digits = text.replaceAll("[\\s'’]", "").replaceAll("[.,][-–—]+$", "");
    int dot = digits.lastIndexOf('.');
    int comma = digits.lastIndexOf(',');
    int decimal =
        dot >= 0 && comma >= 0 ? Math.max(dot, comma) : soleDecimal(digits, Math.max(dot, comma));
    String whole = (decimal < 0 ? digits : digits.substring(0, decimal)).replaceAll("[.,]", "");
    String fraction = decimal < 0 ? "" : digits.substring(decimal + 1);
    if (!whole.matches("\\d{1,12}") || !fraction.matches("\\d{0,6}")) {
      return Optional.empty();
    }
    return Optional.of(new BigDecimal(fraction.isEmpty() ? whole : whole + "." + fraction));
  }

  /// One kind of separator: it is decimal unless it groups by three or stands more than once.
  private static int soleDecimal(String digits, int last) {
    if (last < 0 || digits.indexOf(digits.charAt(last)) != last) {
      return -1;
    }
    boolean groupsByThree = digits.length() - last - 1 == 3 && !digits.startsWith("0") && last <= 3;
    return groupsByThree ? -1 : last;
  }

  /// Minor units of the currency; null when the amount is finer than the currency (`$0.005` a
  /// call).
  static @Nullable Long minor(BigDecimal amount, String currency) {
    try {
      return amount.movePointRight(Currencies.fractionDigits(currency)).longValueExact();
    } catch (ArithmeticException finerThanMinor) {
      return null;
    }
  }
}
