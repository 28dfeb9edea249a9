package io.competitoriq.process.fact.pricing;

import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// Which ISO 4217 currency a sign, a code or a locale means.
final class Currencies {

  /// The codes met on web pages; the rest of ISO 4217 reads like words ("TOP 10", "ALL 5").
  private static final Set<String> CODES =
      Set.of(
          "USD", "EUR", "GBP", "JPY", "CNY", "INR", "CAD", "AUD", "NZD", "CHF", "SEK", "NOK", "DKK",
          "ISK", "PLN", "CZK", "HUF", "RON", "BGN", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "ZAR",
          "KRW", "SGD", "HKD", "TWD", "THB", "ILS", "AED", "SAR", "QAR", "KWD", "IDR", "MYR", "PHP",
          "VND", "UAH", "RUB", "NGN", "KES", "EGP", "TRY", "RMB");

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("us$", "USD"),
          Map.entry("$us", "USD"),
          Map.entry("ca$", "CAD"),
          Map.entry("c$", "CAD"),
          Map.entry("au$", "AUD"),
          Map.entry("a$", "AUD"),
          Map.entry("nz$", "NZD"),
          Map.entry("hk$", "HKD"),
          Map.entry("sg$", "SGD"),
          Map.entry("s$", "SGD"),
          Map.entry("nt$", "TWD"),
          Map.entry("mx$", "MXN"),
          Map.entry("r$", "BRL"),
          Map.entry("€", "EUR"),
          Map.entry("euro", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("₹", "INR"),
          Map.entry("rs.", "INR"),
          Map.entry("rs", "INR"),
          Map.entry("元", "CNY"),
          Map.entry("円", "JPY"),
          Map.entry("₩", "KRW"),
          Map.entry("원", "KRW"),
          Map.entry("₺", "TRY"),
          Map.entry("₴", "UAH"),
          Map.entry("₽", "RUB"),
          Map.entry("₪", "ILS"),
          Map.entry("₫", "VND"),
          Map.entry("₱", "PHP"),
          Map.entry("฿", "THB"),
          Map.entry("zł", "PLN"),
          Map.entry("kč", "CZK"),
          Map.entry("ft", "HUF"),
          Map.entry("lei", "RON"),
          Map.entry("fr.", "CHF"),
          Map.entry("sfr.", "CHF"));

  private static final Map<String, String> DOLLARS =
      Map.of("CA", "CAD", "AU", "AUD", "NZ", "NZD", "SG", "SGD", "HK", "HKD", "MX", "MXN");
  private static final Map<String, String> CROWNS =
      Map.of("sv", "SEK", "nb", "NOK", "no", "NOK", "nn", "NOK", "da", "DKK", "is", "ISK");

  /// A sign or code as it may stand before or after a number.
  static final String TOKEN =
      "(?:US\\$|\\$US|CA\\$|AU\\$|NZ\\$|HK\\$|SG\\$|NT\\$|MX\\$|R\\$|[CAS]\\$|\\$|€|£|¥|￥|₹|₩|₺|₴|₽|₪|₫|₱|฿"
          + "|元|円|원|[Ee]uros?\\b|Rs\\.?|zł|Kč|Ft\\b|lei\\b|S?[Ff]r\\.|kr\\b\\.?|[A-Z]{3}(?![A-Za-z]))";

  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  private Currencies() {}

  /// @param token what stands beside the number
  /// @param before whether it stands before it ("TRY 14 days" is an invitation, "14 TRY" an amount)
  /// @param locale of the page; decides what a bare dollar, crown or yen sign means
  /// @return empty when three letters are no currency
  static Optional<String> of(String token, boolean before, Locale locale) {
    if (CODE.matcher(token).matches()) {
      boolean known = CODES.contains(token) && !(before && token.equals("TRY"));
      return known ? Optional.of(token.equals("RMB") ? "CNY" : token) : Optional.empty();
    }
    String sign = token.toLowerCase(Locale.ROOT);
    return switch (sign) {
      case "$" -> Optional.of(DOLLARS.getOrDefault(locale.getCountry(), "USD"));
      case "¥", "￥" -> Optional.of(locale.getLanguage().equals("zh") ? "CNY" : "JPY");
      case "kr", "kr." -> Optional.of(CROWNS.getOrDefault(locale.getLanguage(), "SEK"));
      default -> Optional.ofNullable(SIGNS.get(sign));
    };
  }

  /// Decimal places of the currency: 2 for USD, 0 for JPY, 3 for KWD.
  static int fractionDigits(String code) {
    return Currency.getInstance(code).getDefaultFractionDigits();
  }
}
