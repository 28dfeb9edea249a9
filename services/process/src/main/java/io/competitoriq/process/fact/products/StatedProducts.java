package io.competitoriq.process.fact.products;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.evidence.QuoteFinder;
import io.competitoriq.process.fact.Detail;
import io.competitoriq.process.fact.DetailKind;
import io.competitoriq.process.fact.Details;
import io.competitoriq.process.fact.Method;
import io.competitoriq.process.page.JsonLd;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Products a page states in JSON-LD, microdata or OpenGraph.
final class StatedProducts {

  private StatedProducts() {}

  static List<Product> read(Document page, JsonLd stated, Content content) {
    List<Product> products = new ArrayList<>();
    for (JsonNode node : stated.ofType("Product", "ProductGroup", "IndividualProduct")) {
      String name = plain(node.path("name").asText(""));
      if (!name.isEmpty() && (node.has("offers") || node.has("sku") || node.has("brand"))) {
        products.add(product(node, name, content));
      }
    }
    if (products.isEmpty()) {
      openGraph(page, content).ifPresent(products::add);
    }
    return products;
  }

  private static String plain(String name) {
    return Texts.collapse(org.jsoup.parser.Parser.unescapeEntities(name, false));
  }

  private static Product product(JsonNode node, String name, Content content) {
    Details details = new Details();
    details.add(DetailKind.SKU, first(node, "sku", "mpn", "productID"), null);
    JsonNode brand = node.path("brand");
    details.add(
        DetailKind.BRAND,
        plain(brand.isObject() ? brand.path("name").asText("") : brand.asText("")),
        null);
    JsonNode offer = offer(node.path("offers"));
    availability(offer.path("availability").asText(""))
        .ifPresent(it -> details.add(DetailKind.AVAILABILITY, it, null));
    money(first(offer, "price", "lowPrice"), offer.path("priceCurrency").asText(""))
        .filter(price -> isShown(price, content))
        .ifPresent(details::add);
    JsonNode rating = node.path("aggregateRating");
    details.add(DetailKind.RATING, rating.path("ratingValue").asText(""), null);
    details.add(DetailKind.RATING_COUNT, first(rating, "reviewCount", "ratingCount"), null);
    String link = first(node, "url");
    return new Product(
        name, details, link.startsWith("http") ? link : null, quote(content, name), Method.JSONLD);
  }

  /// Whether the page shows the amount as well: shops state cents for units, and nothing for what
  /// is priced later.
  private static boolean isShown(Detail price, Content content) {
    String units = price.text().replaceFirst("[.,]\\d{1,2} .*| .*", "").replaceAll("\\D", "");
    String grouped = units.replaceAll("(?<=\\d)(?=(\\d{3})+$)", "[.,’'\\\\s]?");
    return price.amountMinor() != null
        && price.amountMinor() > 0
        && Pattern.compile("(?<!\\d)(?<!\\d[.,])" + grouped + "(?!\\d|[.,]\\d{3})")
            .matcher(content.text())
            .find();
  }

  private static @Nullable Quote quote(Content content, String name) {
    return QuoteFinder.in(content, name).orElse(null);
  }

  private static JsonNode offer(JsonNode offers) {
    JsonNode one = offers.isArray() && !offers.isEmpty() ? offers.get(0) : offers;
    return one.has("offers") && !one.has("price") && !one.has("lowPrice")
        ? offer(one.path("offers"))
        : one;
  }

  private static String first(JsonNode node, String... keys) {
    for (String key : keys) {
      String text = node.path(key).asText("").strip();
      if (!text.isEmpty() && text.length() <= 300) {
        return text;
      }
    }
    return "";
  }

  static Optional<String> availability(String stated) {
    String word = stated.substring(stated.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return switch (word.replaceAll("[\\s_-]", "")) {
      case "instock", "instoreonly", "onlineonly", "available" -> Optional.of("IN_STOCK");
      case "outofstock", "soldout", "oos", "unavailable" -> Optional.of("OUT_OF_STOCK");
      case "preorder", "presale" -> Optional.of("PREORDER");
      case "backorder", "madetoorder" -> Optional.of("BACKORDER");
      case "limitedavailability" -> Optional.of("LIMITED");
      case "discontinued" -> Optional.of("DISCONTINUED");
      default -> Optional.empty();
    };
  }

  /// A sum as JSON-LD and OpenGraph write it: digits, a point before the cents.
  static Optional<Detail> money(String amount, String currency) {
    String digits = amount.strip().replaceFirst("^(\\d{1,3}),(\\d{3})", "$1$2").replace(',', '.');
    String code = currency.strip().toUpperCase(Locale.ROOT);
    if (!digits.matches("\\d{1,9}(\\.\\d{1,4})?") || !code.matches("[A-Z]{3}")) {
      return Optional.empty();
    }
    try {
      int places = Math.max(0, Currency.getInstance(code).getDefaultFractionDigits());
      long minor =
          new BigDecimal(digits)
              .movePointRight(places)
              .setScale(0, RoundingMode.HALF_UP)
              .longValue();
      return Optional.of(
          new Detail(DetailKind.PRICE, amount.strip() + " " + code, minor, code, null));
    } catch (IllegalArgumentException noSuchCurrency) {
      return Optional.empty();
    }
  }

  private static Optional<Product> openGraph(Document page, Content content) {
    String name = meta(page, "og:title");
    if (name.isEmpty() || !meta(page, "og:type").matches("(?i)(og:)?product(\\.item)?")) {
      return Optional.empty();
    }
    Details details = new Details();
    details.add(DetailKind.SKU, meta(page, "product:retailer_item_id"), null);
    details.add(DetailKind.BRAND, meta(page, "product:brand"), null);
    availability(meta(page, "product:availability") + meta(page, "og:availability"))
        .ifPresent(it -> details.add(DetailKind.AVAILABILITY, it, null));
    money(
            meta(page, "product:price:amount") + meta(page, "og:price:amount"),
            meta(page, "product:price:currency") + meta(page, "og:price:currency"))
        .filter(price -> isShown(price, content))
        .ifPresent(details::add);
    String link = meta(page, "og:url");
    return Optional.of(
        new Product(
            name,
            details,
            link.startsWith("http") ? link : null,
            quote(content, name),
            Method.JSONLD));
  }

  private static String meta(Document page, String property) {
    Element meta = page.selectFirst("meta[property=\"%s\"]".formatted(property));
    return meta == null ? "" : Texts.collapse(meta.attr("content"));
  }
}
