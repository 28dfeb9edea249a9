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
          "ISK", "PLN", "CZK", "HUF", "RON", "BGN", "BRL", "MXN", "ARS", "CLP", "COP", "PEN", "UYU",
          "ZAR", "KRW", "SGD", "HKD", "TWD", "THB", "ILS", "AED", "SAR", "QAR", "KWD", "BHD", "OMR",
          "JOD", "IDR", "MYR", "PHP", "VND", "UAH", "RUB", "NGN", "KES", "GHS", "EGP", "MAD", "TRY",
          "RMB", "PKR", "LKR", "BDT", "KZT", "GEL", "RSD", "CRC", "DOP", "TND", "XOF", "XAF", "UGX",
          "TZS", "RWF", "ETB", "ZMW", "BWP", "NAD", "MUR", "DZD", "LBP", "BOB", "PYG", "GTQ", "HNL",
          "NIO", "JMD", "TTD", "MKD", "BAM", "AZN", "AMD", "UZS", "NPR", "MMK", "KHR", "LAK", "MOP",
          "MDL", "BYN", "XPF");

  private static final Map<String, String> SIGNS =
      Map.ofEntries(
          Map.entry("us$", "USD"),
          Map.entry("$us", "USD"),
          Map.entry("us $", "USD"),
          Map.entry("ca$", "CAD"),
          Map.entry("c$", "CAD"),
          Map.entry("$ca", "CAD"),
          Map.entry("au$", "AUD"),
          Map.entry("a$", "AUD"),
          Map.entry("nz$", "NZD"),
          Map.entry("hk$", "HKD"),
          Map.entry("sg$", "SGD"),
          Map.entry("s$", "SGD"),
          Map.entry("nt$", "TWD"),
          Map.entry("mx$", "MXN"),
          Map.entry("ar$", "ARS"),
          Map.entry("rd$", "DOP"),
          Map.entry("r$", "BRL"),
          Map.entry("€", "EUR"),
          Map.entry("euro", "EUR"),
          Map.entry("euros", "EUR"),
          Map.entry("£", "GBP"),
          Map.entry("₹", "INR"),
          Map.entry("元", "CNY"),
          Map.entry("円", "JPY"),
          Map.entry("₩", "KRW"),
          Map.entry("원", "KRW"),
          Map.entry("₺", "TRY"),
          Map.entry("tl", "TRY"),
          Map.entry("₴", "UAH"),
          Map.entry("грн", "UAH"),
          Map.entry("₽", "RUB"),
          Map.entry("руб", "RUB"),
          Map.entry("руб.", "RUB"),
          Map.entry("₪", "ILS"),
          Map.entry("₫", "VND"),
          Map.entry("đ", "VND"),
          Map.entry("₱", "PHP"),
          Map.entry("฿", "THB"),
          Map.entry("บาท", "THB"),
          Map.entry("₦", "NGN"),
          Map.entry("₸", "KZT"),
          Map.entry("₾", "GEL"),
          Map.entry("₡", "CRC"),
          Map.entry("৳", "BDT"),
          Map.entry("₵", "GHS"),
          Map.entry("rp", "IDR"),
          Map.entry("rp.", "IDR"),
          Map.entry("rm", "MYR"),
          Map.entry("ksh", "KES"),
          Map.entry("ksh.", "KES"),
          Map.entry("s/", "PEN"),
          Map.entry("s/.", "PEN"),
          Map.entry("dhs", "AED"),
          Map.entry("د.إ", "AED"),
          Map.entry("ر.س", "SAR"),
          Map.entry("da", "DZD"),
          Map.entry("د.ج", "DZD"),
          Map.entry("лв", "BGN"),
          Map.entry("лв.", "BGN"),
          Map.entry("zł", "PLN"),
          Map.entry("zl", "PLN"),
          Map.entry("kč", "CZK"),
          Map.entry("ft", "HUF"),
          Map.entry("lei", "RON"),
          Map.entry("din", "RSD"),
          Map.entry("din.", "RSD"),
          Map.entry("fr.", "CHF"),
          Map.entry("sfr.", "CHF"),
          Map.entry("ден", "MKD"),
          Map.entry("ден.", "MKD"),
          Map.entry("ush", "UGX"),
          Map.entry("tsh", "TZS"),
          Map.entry("bs.", "BOB"),
          Map.entry("₲", "PYG"),
          Map.entry("₼", "AZN"),
          Map.entry("֏", "AMD"),
          Map.entry("сум", "UZS"),
          Map.entry("so'm", "UZS"));

  private static final Map<String, String> DOLLARS =
      Map.ofEntries(
          Map.entry("CA", "CAD"),
          Map.entry("AU", "AUD"),
          Map.entry("NZ", "NZD"),
          Map.entry("SG", "SGD"),
          Map.entry("HK", "HKD"),
          Map.entry("TW", "TWD"),
          Map.entry("MX", "MXN"),
          Map.entry("AR", "ARS"),
          Map.entry("CL", "CLP"),
          Map.entry("CO", "COP"),
          Map.entry("UY", "UYU"));
  private static final Map<String, String> CROWNS =
      Map.of("sv", "SEK", "nb", "NOK", "no", "NOK", "nn", "NOK", "da", "DKK", "is", "ISK");
  private static final Map<String, String> CROWN_LANDS =
      Map.of("SE", "SEK", "NO", "NOK", "DK", "DKK", "IS", "ISK");
  private static final Set<String> CENTRAL_AFRICA = Set.of("CM", "GA", "CG", "TD", "CF", "GQ");
  private static final Map<String, String> RUPEES = Map.of("PK", "PKR", "LK", "LKR");

  /// A sign or code as it may stand before or after a number.
  static final String TOKEN =
      "(?:US"
          + " ?\\$|\\$US|\\$CA(?!\\p{L})|CA\\$|AU\\$|NZ\\$|HK\\$|SG\\$|NT\\$|MX\\$|AR\\$|RD\\$|R\\$|[CAS]\\$|\\$|€|£|¥|￥|₹|₩|₺|₴|₽|₪|₫|₱|฿|₦|₸|₾|₡|৳|₵|₲|₼|֏|F"
          + " ?CFA(?!\\p{L})|CFA(?!\\p{L})"
          + "|元|円|원|บาท|[Ee]uros?(?!\\p{L})|₨|Rs\\.?|Rp\\.?|RM(?!\\p{L})|K[Ss][Hh]\\.?|S/\\.?|Dhs|د\\.إ|ر\\.س|zł|zl(?!\\p{L})|K[čČ]|Ft(?!\\p{L})|[Ll]ei(?!\\p{L})|TL(?!\\p{L})"
          + "|грн|руб\\.?|лв\\.?|đ(?!\\p{L})|din\\.?(?!\\p{L})|S?[Ff]r\\.|DA(?!\\p{L})|د\\.ج|[Kk]r(?!\\p{L})\\.?|:-(?=\\s|$|/)|U[Ss][Hh](?!\\p{L})|T[Ss][Hh](?!\\p{L})|Bs\\.|ден\\.?|сум(?!\\p{L})|[A-Z]{3}(?!\\p{L})|R(?!\\p{L}))";

  private static final Pattern CODE = Pattern.compile("[A-Z]{3}");

  private Currencies() {}

  /// @param token what stands beside the number
  /// @param before whether it stands before it ("TRY 14 days" is an invitation, "14 TRY" an amount)
  /// @param locale of the page; decides what a bare dollar, crown or yen sign means
  /// @return empty when three letters are no currency
  static Optional<String> of(String token, boolean before, Locale locale) {
    if (CODE.matcher(token).matches()) {
      boolean known = isKnown(token) && !(before && token.equals("TRY"));
      return known ? Optional.of(token.equals("RMB") ? "CNY" : token) : Optional.empty();
    }
    String sign = token.toLowerCase(Locale.ROOT);
    return switch (sign) {
      case "$" -> Optional.of(DOLLARS.getOrDefault(locale.getCountry(), "USD"));
      case "¥", "￥" -> Optional.of(isChinese(locale) ? "CNY" : "JPY");
      case "kr", "kr.", ":-" -> Optional.of(crown(locale));
      case "rs", "rs.", "₨" -> Optional.of(RUPEES.getOrDefault(locale.getCountry(), "INR"));
      case "fcfa", "f cfa", "cfa" ->
          Optional.of(CENTRAL_AFRICA.contains(locale.getCountry()) ? "XAF" : "XOF");
      case "r" -> locale.getCountry().equals("ZA") ? Optional.of("ZAR") : Optional.empty();
      default -> Optional.ofNullable(SIGNS.get(sign));
    };
  }

  static boolean isKnown(String code) {
    return CODES.contains(code);
  }

  private static boolean isChinese(Locale locale) {
    return locale.getLanguage().equals("zh") || locale.getCountry().equals("CN");
  }

  private static String crown(Locale locale) {
    String byLanguage = CROWNS.get(locale.getLanguage());
    return byLanguage != null ? byLanguage : CROWN_LANDS.getOrDefault(locale.getCountry(), "SEK");
  }

  /// A country whose bare dollar sign means the currency; empty for other currencies.
  static Optional<String> dollarLand(String currency) {
    if (currency.equals("USD")) {
      return Optional.of("US");
    }
    return DOLLARS.entrySet().stream()
        .filter(land -> land.getValue().equals(currency))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /// Decimal places of the currency: 2 for USD, 0 for JPY, 3 for KWD.
  static int fractionDigits(String code) {
    return Currency.getInstance(code).getDefaultFractionDigits();
  }
}
