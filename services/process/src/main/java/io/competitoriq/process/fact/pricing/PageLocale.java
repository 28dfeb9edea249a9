package io.competitoriq.process.fact.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.process.page.PageHead;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Which country's money a bare sign on a page means: what the page states in its head or in a note
/// ("all prices in CAD") decides, then its language's region, then the top level of its address.
final class PageLocale {

  /// Notes stand near prices; ten times the text of a long page.
  private static final int MOST_TEXT = 200_000;

  private static final Pattern NOTE =
      Pattern.compile(
          "(?i:prices?|pricing|rates?|amounts?|fees?|preise|prix|precios|billed|charged|plans?)[^.]{0,40}?\\b(?i:in|are|en)\\s+(?:(?<code>[A-Z]{3})\\b|(?<land>US|U\\.S\\.|Canadian|Australian|New Zealand|Singapore|Hong Kong)\\s+(?i:dollars?))");
  private static final Pattern SHOPIFY =
      Pattern.compile("Shopify\\.currency\\s*=\\s*\\{\\s*\"active\"\\s*:\\s*\"([A-Z]{3})\"");
  private static final Map<String, String> DOLLARS =
      Map.of(
          "US",
          "USD",
          "U.S.",
          "USD",
          "Canadian",
          "CAD",
          "Australian",
          "AUD",
          "New Zealand",
          "NZD",
          "Singapore",
          "SGD",
          "Hong Kong",
          "HKD");
  private static final Map<String, String> COUNTRIES =
      Map.ofEntries(
          Map.entry("ca", "CA"),
          Map.entry("au", "AU"),
          Map.entry("nz", "NZ"),
          Map.entry("sg", "SG"),
          Map.entry("hk", "HK"),
          Map.entry("tw", "TW"),
          Map.entry("mx", "MX"),
          Map.entry("ar", "AR"),
          Map.entry("cl", "CL"),
          Map.entry("za", "ZA"),
          Map.entry("no", "NO"),
          Map.entry("se", "SE"),
          Map.entry("dk", "DK"),
          Map.entry("is", "IS"),
          Map.entry("cn", "CN"),
          Map.entry("jp", "JP"),
          Map.entry("pk", "PK"),
          Map.entry("lk", "LK"));

  private PageLocale() {}

  static Locale of(Document page, PageHead head) {
    Locale locale = head.locale();
    String country =
        stated(page, head)
            .flatMap(Currencies::dollarLand)
            .or(() -> Optional.of(locale.getCountry()).filter(land -> !isLoose(locale)))
            .or(() -> byAddress(page.location()))
            .orElse(locale.getCountry());
    return new Locale.Builder()
        .setLanguage(locale.getLanguage())
        .setRegion(country.matches("[A-Z]{2}") ? country : "")
        .build();
  }

  /// "en-US" and "en-GB" are what site builders write by themselves.
  private static boolean isLoose(Locale locale) {
    return locale.getCountry().isEmpty()
        || locale.getLanguage().equals("en")
            && (locale.getCountry().equals("US") || locale.getCountry().equals("GB"));
  }

  private static Optional<String> stated(Document page, PageHead head) {
    Stream<String> metas =
        Stream.of("og:price:currency", "product:price:currency")
            .map(name -> page.selectFirst("meta[property=" + name.replace(":", "\\:") + "]"))
            .filter(meta -> meta != null)
            .map(meta -> meta.attr("content").strip());
    Stream<String> offers =
        head.jsonLd().nodes().stream()
            .map(node -> node.findValue("priceCurrency"))
            .filter(node -> node != null)
            .map(JsonNode::asText);
    return Stream.of(metas, offers, note(page).stream(), shop(page).stream())
        .flatMap(values -> values)
        .filter(Currencies::isKnown)
        .findFirst();
  }

  private static Optional<String> note(Document page) {
    String text = page.body().text();
    Matcher note = NOTE.matcher(text.substring(0, Math.min(text.length(), MOST_TEXT)));
    while (note.find()) {
      String land = note.group("land");
      String code = land == null ? note.group("code") : DOLLARS.get(land);
      if (code != null && Currencies.isKnown(code)) {
        return Optional.of(code);
      }
    }
    return Optional.empty();
  }

  private static Optional<String> shop(Document page) {
    for (Element script : page.select("script:not([src])")) {
      Matcher active = SHOPIFY.matcher(script.data());
      if (active.find()) {
        return Optional.of(active.group(1));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> byAddress(String address) {
    try {
      String host = URI.create(address).getHost();
      return host == null
          ? Optional.empty()
          : Optional.ofNullable(COUNTRIES.get(host.substring(host.lastIndexOf('.') + 1)));
    } catch (IllegalArgumentException noAddress) {
      return Optional.empty();
    }
  }
}
