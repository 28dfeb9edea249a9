package io.competitoriq.process.fact.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds sums of money in a text: a number with a currency beside it, in the digits and separators
/// of any locale, and the two ends of a range.
final class Money {

  private static final String NUMBER =
      "\\d{1,3}(?: \\d{3})+(?:[.,]\\d{1,2}|[.,][-–—]+)?(?!\\d)|\\d(?:[\\d.,'’]*\\d)?(?:[.,] ?[-–—]+|-(?=\\s*(?:$|[^\\d\\s])))?";
  private static final String MANY = "[kK](?![A-Za-z])|万|만";
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<!\\p{L})(?<pre>"
              + Currencies.TOKEN
              + ")\\s{0,2}(?<first>"
              + NUMBER
              + ")(?<many>"
              + MANY
              + ")?|(?<![[\\p{L}&&[^\\p{IsHan}\\p{IsHangul}\\p{IsKatakana}\\p{IsHiragana}]]\\d.,])(?<second>"
              + NUMBER
              + ")(?<many2>"
              + MANY
              + ")?\\s{0,2}(?<post>"
              + Currencies.TOKEN
              + ")(?!\\d)|(?<![\\p{L}\\d.,])(?<cents>\\d{1,2}(?:\\.\\d+)?)\\s?¢"
              + "|(?<![\\p{L}\\d.,])(?<hundredth>\\d{1,4}(?:[.,]\\d+)?)\\s?(?:[Cc]t\\.?|[Cc]ents?|c€|centimes)(?=\\s?(?:/|per\\s|pro\\s|je\\s|par\\s|por\\s))"
              + "|(?<![\\p{L}\\d.,])(?<pence>\\d{1,3}(?:\\.\\d+)?)\\s?p(?=\\s?(?:/|per\\s))"
              + "|(?<![\\p{L}\\d.,])(?<euros>\\d{1,4})\\s?€(?<hundredths>\\d{2})(?!\\d)");
  private static final Pattern CODE_BEFORE =
      Pattern.compile("(?<!\\p{L})([A-Z]{3}|US|CA|AU|NZ)\\s?$");
  private static final Pattern CODE_AFTER = Pattern.compile("^\\s?\\(?([A-Z]{3})(?!\\p{L})\\)?");
  private static final String DASH = "\\s?(?:[-–—~〜～]|to|bis|à|till|do|al?)\\s?";
  private static final Pattern HIGH_AFTER =
      Pattern.compile(
          "^\\s?[-–—~〜～]\\s?(\\d[\\d.,'’]*)(?![\\d%])(?!\\s?(?:users?|seats?|people|day|month|year))");
  private static final Pattern LOW_BEFORE =
      Pattern.compile("(?<![\\p{L}\\d.,])(\\d[\\d.,'’]*)" + DASH + "$");
  private static final Pattern BETWEEN = Pattern.compile(DASH);

  private static final Set<String> PESOS =
      Set.of("MXN", "ARS", "CLP", "COP", "UYU", "BRL", "DOP", "PHP", "CRC");

  private Money() {}

  static List<Found> findAll(String text, Locale locale) {
    if (text.chars().noneMatch(Character::isDigit)) {
      return List.of();
    }
    String plain = plainDigits(text);
    Matcher matcher = AMOUNT.matcher(plain);
    List<Found> found = new ArrayList<>();
    int at = 0;
    while (at <= plain.length() && matcher.find(at)) {
      Optional<Found> one = found(matcher, plain, locale);
      one.ifPresent(amount -> add(amount, plain, found));
      at = one.map(Found::end).orElse(matcher.start() + 1);
    }
    return found;
  }

  /// The second end of a range is no amount of its own.
  private static void add(Found amount, String text, List<Found> found) {
    if (!found.isEmpty()) {
      Found low = found.getLast();
      boolean range =
          low.currency().equals(amount.currency())
              && low.upTo() == null
              && low.value().compareTo(amount.value()) < 0
              && BETWEEN.matcher(text.substring(low.end(), amount.start())).matches();
      if (range) {
        found.set(
            found.size() - 1,
            new Found(low.value(), amount.value(), low.currency(), low.start(), amount.end()));
        return;
      }
    }
    found.add(amount);
  }

  private static Optional<Found> found(Matcher matcher, String text, Locale locale) {
    if (matcher.group("cents") != null) {
      BigDecimal dollars = new BigDecimal(matcher.group("cents")).movePointLeft(2);
      return Optional.of(new Found(dollars, null, "USD", matcher.start(), matcher.end()));
    }
    if (matcher.group("pence") != null) {
      BigDecimal pounds = new BigDecimal(matcher.group("pence")).movePointLeft(2);
      return Optional.of(new Found(pounds, null, "GBP", matcher.start(), matcher.end()));
    }
    if (matcher.group("hundredth") != null) {
      return Amounts.parse(matcher.group("hundredth"))
          .map(cents -> cents.movePointLeft(2))
          .map(sum -> new Found(sum, null, coin(locale), matcher.start(), matcher.end()));
    }
    if (matcher.group("euros") != null) {
      BigDecimal euros = new BigDecimal(matcher.group("euros") + "." + matcher.group("hundredths"));
      return Optional.of(new Found(euros, null, "EUR", matcher.start(), matcher.end()));
    }
    boolean before = matcher.group("pre") != null;
    String token = before ? matcher.group("pre") : matcher.group("post");
    String digits = before ? matcher.group("first") : matcher.group("second");
    String number = before && groupsNeverBySpace(token) ? digits.split(" ", 2)[0] : digits;
    String many = before ? matcher.group("many") : matcher.group("many2");
    int end = matcher.end() - (digits.length() - number.length());
    return Currencies.of(token, before, locale)
        .flatMap(
            currency ->
                amount(number, currency)
                    .map(value -> times(value, many))
                    .map(value -> new Found(value, null, currency, matcher.start(), end)))
        .map(amount -> spelledOut(amount, token, text))
        .map(amount -> ranged(amount, before, text));
  }

  /// Cents are those of the dollar where English is read, of the euro elsewhere.
  private static String coin(Locale locale) {
    boolean dollars = locale.getLanguage().equals("en") && !locale.getCountry().equals("IE");
    return dollars ? Currencies.of("$", true, locale).orElse("USD") : "EUR";
  }

  /// Three digits behind the point are a fraction where the currency has as many.
  private static Optional<BigDecimal> amount(String number, String currency) {
    return number.matches("\\d{1,3}\\.\\d{3}") && Currencies.fractionDigits(currency) == 3
        ? Optional.of(new BigDecimal(number))
        : Amounts.parse(number);
  }

  private static BigDecimal times(BigDecimal value, @Nullable String many) {
    if (many == null) {
      return value;
    }
    return value.movePointRight(many.equalsIgnoreCase("k") ? 3 : 4);
  }

  /// "$89.00 CAD" and "AUD $49" say which dollar it is.
  private static Found spelledOut(Found amount, String token, String text) {
    if (!token.endsWith("$")
        && !token.startsWith("$")
        && !token.toLowerCase(Locale.ROOT).startsWith("kr")
        && !token.equals("¥")) {
      return amount;
    }
    Matcher after = CODE_AFTER.matcher(text.substring(amount.end()));
    if (after.find() && isMeant(after.group(1), token)) {
      return new Found(
          amount.value(), null, after.group(1), amount.start(), amount.end() + after.end());
    }
    Matcher ahead = CODE_BEFORE.matcher(text.substring(0, amount.start()));
    if (ahead.find()) {
      String code = ahead.group(1).length() == 2 ? ahead.group(1) + "D" : ahead.group(1);
      if (isMeant(code, token)) {
        return new Found(amount.value(), null, code, ahead.start(), amount.end());
      }
    }
    return amount;
  }

  /// Only money with the same sign can be meant: "TRY" behind "$1,595" is the label of a button.
  private static boolean isMeant(String code, String token) {
    boolean dollar = token.contains("$");
    return Currencies.isKnown(code)
        && (!dollar || code.endsWith("D") || PESOS.contains(code))
        && !(dollar && (code.equals("AED") || code.equals("KWD")));
  }

  /// "$10-20" and "10–20 €" name the currency once.
  private static Found ranged(Found amount, boolean before, String text) {
    if (before) {
      Matcher high = HIGH_AFTER.matcher(text.substring(amount.end()));
      if (high.find()) {
        Optional<BigDecimal> upTo = Amounts.parse(high.group(1).replaceAll("[.,]+$", ""));
        if (upTo.filter(value -> value.compareTo(amount.value()) > 0).isPresent()) {
          return new Found(
              amount.value(),
              upTo.get(),
              amount.currency(),
              amount.start(),
              amount.end() + high.end());
        }
      }
      return amount;
    }
    Matcher low = LOW_BEFORE.matcher(text.substring(0, amount.start()));
    if (low.find()) {
      Optional<BigDecimal> least = Amounts.parse(low.group(1));
      if (least
          .filter(value -> value.compareTo(amount.value()) < 0 && value.signum() > 0)
          .isPresent()) {
        return new Found(least.get(), amount.value(), amount.currency(), low.start(), amount.end());
      }
    }
    return amount;
  }

  /// In "$49 100 contacts" the space ends the amount; in "1 299 €" it groups.
  private static boolean groupsNeverBySpace(String token) {
    return token.endsWith("$") && !token.equals("R$") || token.equals("£") || token.equals("₹");
  }

  /// Full-width and Arabic digits as ASCII ones, at the same offsets.
  private static String plainDigits(String text) {
    StringBuilder plain = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c > 0x7f && Character.isDigit(c)) {
        plain = plain == null ? new StringBuilder(text) : plain;
        plain.setCharAt(i, (char) ('0' + Character.digit(c, 10)));
      } else if (c == '，' || c == '\u00a0' || c == '\u202f' || c == '\u2009') {
        plain = plain == null ? new StringBuilder(text) : plain;
        plain.setCharAt(i, c == '，' ? ',' : ' ');
      }
    }
    return plain == null ? text : plain.toString();
  }

  /// @param upTo the upper end of a range
  record Found(BigDecimal value, @Nullable BigDecimal upTo, String currency, int start, int end) {

    @Nullable Long minor() {
      return Amounts.minor(value, currency);
    }

    @Nullable Long upToMinor() {
      return upTo == null ? null : Amounts.minor(upTo, currency);
    }
  }
}
