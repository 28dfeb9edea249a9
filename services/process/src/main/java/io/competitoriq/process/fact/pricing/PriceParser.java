package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds what a text asks for. Pure: the same text and locale always give the same prices; a text
/// without a price gives none, never a guess.
public final class PriceParser {

  /// How far behind an amount its period and unit may stand.
  private static final int WORDS_AFTER = 70;

  private static final int WORDS_BEFORE = 28;
  private static final String NUMBER =
      "\\d{1,3}(?: \\d{3})+(?:[.,]\\d{1,2})?(?!\\d)|\\d(?:[\\d.,'’]*\\d)?(?:[.,][-–—]+)?";
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<!\\p{L})(?<pre>"
              + Currencies.TOKEN
              + ")\\s{0,2}(?<first>"
              + NUMBER
              + ")(?<kilo>[kK](?![A-Za-z]))?|(?<![\\p{L}\\d.,])(?<second>"
              + NUMBER
              + ")(?<kilo2>[kK])?\\s{0,2}(?<post>"
              + Currencies.TOKEN
              + ")(?!\\d)|(?<![\\p{L}\\d.,])(?<cents>\\d{1,2}(?:\\.\\d+)?)\\s?¢");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]\\s+\\p{Lu}|[;|\\n•·]");

  private PriceParser() {}

  /// The first price of a text.
  public static Optional<Price> parse(String text, Locale locale) {
    return findAll(text, locale).stream().findFirst();
  }

  /// Every price of a text in reading order; savings, rebates and credits are none.
  public static List<Price> findAll(String text, Locale locale) {
    List<Price> prices = new ArrayList<>();
    Matcher matcher = AMOUNT.matcher(text);
    List<Amount> amounts = new ArrayList<>();
    while (matcher.find()) {
      amount(matcher, locale).ifPresent(amounts::add);
    }
    for (int i = 0; i < amounts.size(); i++) {
      int limit = i + 1 < amounts.size() ? amounts.get(i + 1).start() : text.length();
      int from = i == 0 ? 0 : amounts.get(i - 1).end();
      price(text, amounts.get(i), from, limit).ifPresent(prices::add);
    }
    if (amounts.isEmpty()) {
      wordsOnly(text).ifPresent(prices::add);
    }
    return prices;
  }

  /// The period a text without an amount names ("per user / month, billed annually").
  public static Optional<BillingPeriod> period(String text) {
    return Optional.ofNullable(Wording.period(text));
  }

  private static Optional<Price> wordsOnly(String text) {
    boolean contact = Wording.isContactSales(text);
    boolean free = !contact && Wording.isFree(text);
    if (!contact && !free) {
      return Optional.empty();
    }
    int start = text.length() - text.stripLeading().length();
    int end = text.stripTrailing().length();
    return Optional.of(
        new Price(
            null, null, Wording.period(text), false, false, false, contact, free, start, end));
  }

  private static Optional<Amount> amount(Matcher matcher, Locale locale) {
    if (matcher.group("cents") != null) {
      BigDecimal dollars = new BigDecimal(matcher.group("cents")).movePointLeft(2);
      return Optional.of(new Amount(dollars, "USD", matcher.start(), matcher.end()));
    }
    boolean before = matcher.group("pre") != null;
    String token = before ? matcher.group("pre") : matcher.group("post");
    String digits = before ? matcher.group("first") : matcher.group("second");
    String number = before && groupsNeverBySpace(token) ? digits.split(" ", 2)[0] : digits;
    boolean kilo = matcher.group("kilo") != null || matcher.group("kilo2") != null;
    int end = matcher.end() - (digits.length() - number.length());
    return Currencies.of(token, before, locale)
        .flatMap(
            currency ->
                Amounts.parse(number)
                    .map(value -> kilo ? value.movePointRight(3) : value)
                    .map(value -> new Amount(value, currency, matcher.start(), end)));
  }

  /// In "$49 100 contacts" the space ends the amount; in "1 299 €" it groups.
  private static boolean groupsNeverBySpace(String token) {
    return token.endsWith("$") || token.equals("£") || token.equals("₹");
  }

  private static Optional<Price> price(String text, Amount amount, int from, int limit) {
    String before = text.substring(Math.max(0, amount.start() - WORDS_BEFORE), amount.start());
    String after =
        upToSentenceEnd(text.substring(amount.end(), Math.min(limit, amount.end() + WORDS_AFTER)));
    if (Wording.isNotAsked(before, after)) {
      return Optional.empty();
    }
    @Nullable BillingPeriod period = Wording.period(after);
    if (period == null) {
      period = Wording.period(lastClause(before) + " ");
    }
    Long minor = Amounts.minor(amount.value(), amount.currency());
    boolean billedYearly =
        period == BillingPeriod.MONTH
            && YearlyBilling.isTold(
                text.substring(Math.max(from, amount.start() - WORDS_BEFORE), amount.start()),
                after);
    boolean least = Wording.endsWithFrom(before) || after.startsWith("+");
    boolean free = amount.value().signum() == 0;
    int end =
        period == null && !Wording.perSeat(after)
            ? amount.end()
            : amount.end() + after.stripTrailing().length();
    return Optional.of(
        new Price(
            minor,
            amount.currency(),
            period,
            billedYearly,
            Wording.perSeat(after),
            least,
            false,
            free,
            amount.start(),
            end));
  }

  private static String upToSentenceEnd(String words) {
    Matcher end = SENTENCE_END.matcher(words);
    return end.find() ? words.substring(0, end.start()) : words;
  }

  private static String lastClause(String words) {
    int cut =
        Math.max(words.lastIndexOf('.'), Math.max(words.lastIndexOf('|'), words.lastIndexOf('\n')));
    return words.substring(cut + 1);
  }

  private record Amount(BigDecimal value, String currency, int start, int end) {}
}
