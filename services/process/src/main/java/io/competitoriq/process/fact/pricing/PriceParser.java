package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.fact.Billing;
import io.competitoriq.process.fact.pricing.Money.Found;
import io.competitoriq.process.fact.pricing.Price.Role;
import io.competitoriq.process.fact.pricing.Units.Unit;
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
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?]\\s+\\p{Lu}|[;|\\n•·]");

  private static final Pattern ALTERNATIVE =
      Pattern.compile(
          "(?iu)(?:^|[\\s,(])(?:or|oder|ou|eller|oppure|ya da|veya|lub|albo|tai|vagy|alebo)\\s+$");

  /// "Custom artwork: call for an estimate".
  private static final Pattern NAMED = Pattern.compile("[^:]{2,60}:\\s+(\\S.{2,40})");

  private PriceParser() {}

  /// The first price of a text.
  public static Optional<Price> parse(String text, Locale locale) {
    return findAll(text, locale).stream().findFirst();
  }

  /// Every price of a text in reading order; savings, rebates, credits and what was asked before
  /// are none.
  public static List<Price> findAll(String text, Locale locale) {
    return withFormer(text, locale).stream().filter(price -> price.role() != Role.FORMER).toList();
  }

  /// Every price of a text, those that were asked before among them.
  static List<Price> withFormer(String text, Locale locale) {
    List<Price> prices = new ArrayList<>();
    List<Found> amounts = Money.findAll(text, locale);
    for (int i = 0; i < amounts.size(); i++) {
      int limit = i + 1 < amounts.size() ? amounts.get(i + 1).start() : text.length();
      int from = i == 0 ? 0 : amounts.get(i - 1).end();
      price(text, amounts.get(i), from, limit).ifPresent(prices::add);
    }
    introduce(text, prices);
    if (amounts.isEmpty()) {
      wordsOnly(text).ifPresent(prices::add);
    }
    return prices;
  }

  /// In "$3/mo for 3 months, then $9/mo" the first amount holds for a while only.
  private static void introduce(String text, List<Price> prices) {
    for (int i = 1; i < prices.size(); i++) {
      Price first = prices.get(i - 1);
      Price next = prices.get(i);
      boolean then =
          next.period() != BillingPeriod.USAGE
              && first.period() != BillingPeriod.USAGE
              && (next.unit() == null || next.unit().equals(first.unit()))
              && Wording.endsWithThen(text.substring(first.start(), next.start()));
      if (then) {
        prices.set(i - 1, introductory(first));
        @Nullable BillingPeriod period = next.period() == null ? first.period() : next.period();
        prices.set(
            i, next.as(Role.ASKED).withPeriod(period).each(unit(next, first), seat(next, first)));
      }
    }
  }

  private static @Nullable String unit(Price price, Price other) {
    return price.unit() == null ? other.unit() : price.unit();
  }

  private static boolean seat(Price price, Price other) {
    return price.unit() == null ? other.perSeat() : price.perSeat();
  }

  /// The same price as one for the first while; a sum without a period is paid once.
  static Price introductory(Price price) {
    return price
        .as(Role.INTRODUCTORY)
        .withPeriod(price.period() == null ? BillingPeriod.ONCE : price.period());
  }

  /// The period a text without an amount names ("per user / month, billed annually").
  public static Optional<BillingPeriod> period(String text) {
    return Optional.ofNullable(Wording.period(text));
  }

  private static Optional<Price> wordsOnly(String text) {
    Matcher named = NAMED.matcher(text);
    if (named.matches() && Wording.isContactSales(named.group(1))) {
      return wordsOnly(named.group(1)).map(price -> price.behind(named.start(1)));
    }
    boolean contact = Wording.isContactSales(text);
    boolean free = !contact && Wording.isFree(text);
    if (!contact && !free) {
      return Optional.empty();
    }
    int start = text.length() - text.stripLeading().length();
    int end = text.stripTrailing().length();
    return Optional.of(
        new Price(
            null,
            null,
            null,
            Wording.period(text),
            null,
            null,
            false,
            Role.ASKED,
            false,
            contact,
            free,
            start,
            end));
  }

  private static Optional<Price> price(String text, Found amount, int from, int limit) {
    String before = text.substring(Math.max(0, amount.start() - WORDS_BEFORE), amount.start());
    String own = text.substring(Math.max(from, amount.start() - WORDS_BEFORE), amount.start());
    String after =
        upToSentenceEnd(text.substring(amount.end(), Math.min(limit, amount.end() + WORDS_AFTER)));
    if (Wording.isNotAsked(before, after)) {
      return Optional.empty();
    }
    @Nullable BillingPeriod period = Wording.period(after);
    Optional<Unit> unit = Wording.unit(after);
    if (period == null && unit.isEmpty()) {
      period = Wording.period(lastClause(own) + " ");
      unit = period == BillingPeriod.USAGE ? Wording.unit(lastClause(own)) : unit;
    }
    Role role = Wording.role(before, after);
    boolean worded = period != null || unit.isPresent();
    int end = worded ? amount.end() + after.stripTrailing().length() : amount.end();
    return Optional.of(
        new Price(
            amount.minor(),
            amount.upToMinor(),
            amount.currency(),
            role == Role.INTRODUCTORY && period == null ? BillingPeriod.ONCE : period,
            billing(period, own, after),
            unit.map(Unit::words).orElse(null),
            unit.map(Unit::seat).orElse(false),
            role,
            isLeast(amount, before, after),
            false,
            amount.value().signum() == 0,
            amount.start(),
            end));
  }

  private static @Nullable Billing billing(
      @Nullable BillingPeriod period, String before, String after) {
    if (period == BillingPeriod.YEAR) {
      return Billing.YEARLY;
    }
    if (period != BillingPeriod.MONTH) {
      return null;
    }
    if (YearlyBilling.isTold(before, after)) {
      return Billing.YEARLY;
    }
    return YearlyBilling.isMonthly(before, after) ? Billing.MONTHLY : null;
  }

  private static boolean isLeast(Found amount, String before, String after) {
    return Wording.endsWithFrom(before)
        || Wording.startsWithAndUp(after)
        || amount.upToMinor() != null;
  }

  private static String upToSentenceEnd(String words) {
    Matcher end = SENTENCE_END.matcher(words);
    return end.find() ? words.substring(0, end.start()) : words;
  }

  private static String lastClause(String words) {
    int cut =
        Math.max(words.lastIndexOf('.'), Math.max(words.lastIndexOf('|'), words.lastIndexOf('\n')));
    String clause = words.substring(cut + 1);
    Matcher other = ALTERNATIVE.matcher(clause);
    return other.find() ? clause.substring(other.end()) : clause;
  }
}
