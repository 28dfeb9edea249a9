package io.competitoriq.process.noise;

import java.util.Collections;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The same text with its prices in another currency, which sites show to visitors from another
/// country.
public final class CurrencySwitch {

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?:\\b(?:US|CA|AU|NZ|HK|[ACRS]))?(?:" + Money.AMOUNT.pattern() + ")",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern FIGURES = Pattern.compile("[\\d.,'’\\s]+");

  private CurrencySwitch() {}

  /// Whether nothing but amounts differs, and no currency of the one stands in the other.
  public static boolean isOne(String before, String after) {
    Set<String> old = currencies(before);
    Set<String> now = currencies(after);
    return !old.isEmpty()
        && !now.isEmpty()
        && Collections.disjoint(old, now)
        && withoutAmounts(before).equals(withoutAmounts(after));
  }

  private static Set<String> currencies(String text) {
    return AMOUNT
        .matcher(text)
        .results()
        .map(amount -> FIGURES.matcher(amount.group().toUpperCase(Locale.ROOT)).replaceAll(""))
        .collect(Collectors.toSet());
  }

  private static String withoutAmounts(String text) {
    return Volatile.masked(AMOUNT.matcher(text).replaceAll("<amount>"));
  }
}
