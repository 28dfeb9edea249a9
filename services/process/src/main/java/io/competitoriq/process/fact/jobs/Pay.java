package io.competitoriq.process.fact.jobs;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What an opening pays.
///
/// @param words as the page has them
/// @param min minor units of `currency`
/// @param max minor units; the same as `min` where one amount is named
/// @param period null when neither words nor size tell
record Pay(String words, long min, long max, String currency, @Nullable PayPeriod period) {

  /// A yearly pay is rarely less, one by the month rarely more.
  private static final long SURELY_YEARLY = 20_000;

  private static final long MOST = 5_000_000;

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("€", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("$", "USD"),
          Map.entry("us$", "USD"),
          Map.entry("ca$", "CAD"),
          Map.entry("c$", "CAD"),
          Map.entry("a$", "AUD"),
          Map.entry("au$", "AUD"),
          Map.entry("nz$", "NZD"),
          Map.entry("s$", "SGD"),
          Map.entry("₹", "INR"),
          Map.entry("¥", "JPY"),
          Map.entry("zł", "PLN"),
          Map.entry("euro", "EUR"));
  private static final String CODES =
      "EUR|USD|GBP|CHF|PLN|CAD|AUD|NZD|SEK|NOK|DKK|INR|SGD|CZK|HUF|RON|JPY|BRL|MXN|ZAR|ILS|AED";
  private static final String MONEY = "(?:(?:US|CA|C|AU|A|NZ|S)?\\$|[€£₹¥]|zł|euro|" + CODES + ")";
  private static final String NUMBER =
      "\\d{1,3}(?:[.,'’ \\u00a0\\u202f]\\d{3})+(?:[.,]\\d{2})?|\\d+(?:[.,]\\d{1,2})?";
  private static final String AMOUNT =
      "(MONEY)?\\s?(NUMBER)\\s?([kK](?![\\p{L}]))?\\s?(MONEY(?![\\p{L}]))?"
          .replace("MONEY", MONEY)
          .replace("NUMBER", NUMBER);
  private static final Pattern RANGE =
      Pattern.compile(
          "(?i)(?<![\\p{L}\\d.,])"
              + AMOUNT
              + "\\s*(?:-|–|—|to|bis|à|and|und|a)\\s*"
              + AMOUNT
              + "(?:\\s*("
              + CODES
              + "))?");
  private static final Pattern SINGLE =
      Pattern.compile("(?i)(?<![\\p{L}\\d.,])" + AMOUNT + "(?![\\d%])");

  /// The first pay a text names. A single amount counts only with a period beside it: other sums of
  /// money stand on careers pages too.
  static Optional<Pay> in(String text) {
    Matcher range = RANGE.matcher(text);
    while (range.find()) {
      Optional<Pay> pay = range(text, range);
      if (pay.isPresent()) {
        return pay;
      }
    }
    Matcher single = SINGLE.matcher(text);
    while (single.find()) {
      String tail = tail(text, single.end());
      Optional<PayPeriod> period = PayPeriod.in(tail);
      Optional<String> currency = currency(single.group(1), single.group(4));
      if (period.isPresent() && currency.isPresent()) {
        BigDecimal amount = number(single.group(2), single.group(3) != null);
        return of(single.group().strip(), amount, amount, currency.get(), period.get());
      }
    }
    return Optional.empty();
  }

  private static Optional<Pay> range(String text, Matcher found) {
    Optional<String> currency =
        currency(found.group(1), found.group(4), found.group(5), found.group(8), found.group(9));
    if (currency.isEmpty()) {
      return Optional.empty();
    }
    boolean thousands = found.group(7) != null;
    BigDecimal max = number(found.group(6), thousands);
    BigDecimal low = number(found.group(2), found.group(3) != null);
    // "80 – 100k" means thousands on both sides.
    BigDecimal min =
        thousands && found.group(3) == null && low.compareTo(BigDecimal.valueOf(1000)) < 0
            ? low.movePointRight(3)
            : low;
    PayPeriod period =
        PayPeriod.in(tail(text, found.end()))
            .or(() -> PayPeriod.in(text.substring(0, found.start())))
            .orElse(max.longValue() >= SURELY_YEARLY ? PayPeriod.YEAR : null);
    return period == null && max.longValue() < 500
        ? Optional.empty()
        : of(found.group().strip(), min, max, currency.get(), period);
  }

  /// @param min in major units
  /// @param currency ISO 4217
  static Optional<Pay> of(
      String words, BigDecimal min, BigDecimal max, String currency, @Nullable PayPeriod period) {
    if (min.signum() <= 0
        || min.compareTo(max) > 0
        || max.compareTo(BigDecimal.valueOf(MOST)) > 0) {
      return Optional.empty();
    }
    try {
      int digits = Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
      return Optional.of(new Pay(words, minor(min, digits), minor(max, digits), currency, period));
    } catch (IllegalArgumentException noSuchCurrency) {
      return Optional.empty();
    }
  }

  private static long minor(BigDecimal amount, int digits) {
    return amount.movePointRight(digits).setScale(0, RoundingMode.HALF_UP).longValue();
  }

  private static String tail(String text, int from) {
    return text.substring(from, Math.min(text.length(), from + 24));
  }

  private static Optional<String> currency(@Nullable String... tokens) {
    for (String token : tokens) {
      if (token != null) {
        String sign = token.toLowerCase(Locale.ROOT);
        return Optional.of(SIGNS.getOrDefault(sign, token.toUpperCase(Locale.ROOT)));
      }
    }
    return Optional.empty();
  }

  private static BigDecimal number(String digits, boolean thousands) {
    String plain = digits.replaceAll("['’ \\u00a0\\u202f]", "");
    int cut = Math.max(plain.lastIndexOf('.'), plain.lastIndexOf(','));
    boolean fraction = cut >= 0 && plain.length() - cut - 1 < 3;
    String whole = (fraction ? plain.substring(0, cut) : plain).replaceAll("[.,]", "");
    BigDecimal value = new BigDecimal(fraction ? whole + "." + plain.substring(cut + 1) : whole);
    return thousands ? value.movePointRight(3) : value;
  }
}
