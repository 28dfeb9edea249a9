package io.competitoriq.process.assisted;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers of a text that no currency stands beside, in every way their separators may be meant.
final class BareNumbers {

  private static final Pattern NUMBER = Pattern.compile("(?<![\\d.,])\\d[\\d.,'’\\u00a0\\u202f]*");
  private static final Pattern GROUPS = Pattern.compile("[.,'’\\u00a0\\u202f]");
  private static final int MOST_DIGITS = 12;

  private BareNumbers() {}

  /// @return in minor units of the currency
  static Set<Long> in(String text, Currency currency) {
    Set<Long> found = new HashSet<>();
    Matcher number = NUMBER.matcher(text);
    while (number.find()) {
      String digits = GROUPS.matcher(number.group()).replaceAll("");
      if (digits.length() <= MOST_DIGITS) {
        int fraction = currency.getDefaultFractionDigits();
        add(found, new BigDecimal(digits), fraction);
        int point = Math.max(number.group().lastIndexOf('.'), number.group().lastIndexOf(','));
        int behind = point < 0 ? 0 : number.group().length() - point - 1;
        if (behind > 0 && behind <= fraction) {
          add(found, new BigDecimal(digits).movePointLeft(behind), fraction);
        }
      }
    }
    return found;
  }

  private static void add(Set<Long> found, BigDecimal amount, int fraction) {
    found.add(
        amount.movePointRight(fraction).setScale(0, RoundingMode.UNNECESSARY).longValueExact());
  }
}
