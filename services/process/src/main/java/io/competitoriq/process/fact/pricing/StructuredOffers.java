package io.competitoriq.process.fact.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.page.JsonLd;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Reads the offers a page states in JSON-LD: Product, Service or SoftwareApplication with Offer or
/// AggregateOffer.
final class StructuredOffers {

  private static final int MOST = 200;

  private StructuredOffers() {}

  static List<StructuredOffer> read(JsonLd jsonLd) {
    List<StructuredOffer> offers = new ArrayList<>();
    for (JsonNode product :
        jsonLd.ofType(
            "Product",
            "Service",
            "SoftwareApplication",
            "WebApplication",
            "MobileApplication",
            "ProductGroup",
            "Course",
            "Event",
            "IndividualProduct",
            "ProductModel",
            "FinancialProduct")) {
      collect(product.path("offers"), product.path("name").asText(""), offers);
    }
    for (JsonNode catalog : jsonLd.ofType("OfferCatalog")) {
      collect(catalog.path("itemListElement"), "", offers);
    }
    return offers.stream().distinct().limit(MOST).toList();
  }

  private static void collect(JsonNode offer, String product, List<StructuredOffer> offers) {
    if (offer.isArray()) {
      offer.forEach(each -> collect(each, product, offers));
      return;
    }
    String type = offer.path("@type").asText("");
    if (type.endsWith("AggregateOffer") && !offer.path("offers").isEmpty()) {
      collect(offer.path("offers"), product, offers);
      return;
    }
    JsonNode specification = first(offer.path("priceSpecification"));
    String price =
        firstText(
            offer.path("price"),
            specification.path("price"),
            offer.path("lowPrice"),
            specification.path("minPrice"));
    String currency =
        firstText(offer.path("priceCurrency"), specification.path("priceCurrency"))
            .toUpperCase(Locale.ROOT);
    String name = name(offer, product);
    if (!name.isEmpty() && Currencies.isKnown(currency)) {
      StructuredOffer.minor(price, currency)
          .ifPresent(
              minor ->
                  offers.add(
                      new StructuredOffer(
                          name,
                          minor,
                          currency,
                          period(specification),
                          unit(specification),
                          high(offer, currency, minor))));
    }
  }

  private static String name(JsonNode offer, String product) {
    String own =
        firstText(
            offer.path("name"),
            offer.path("itemOffered").path("name"),
            offer.path("category").isTextual() ? offer.path("category") : offer.path("none"));
    String name = Texts.collapse(own);
    return name.isEmpty() || name.matches("https?://.*") ? Texts.collapse(product) : name;
  }

  private static @Nullable Long high(JsonNode offer, String currency, long low) {
    String high = firstText(offer.path("highPrice"));
    return StructuredOffer.minor(high, currency).filter(minor -> minor > low).orElse(null);
  }

  private static @Nullable BillingPeriod period(JsonNode specification) {
    for (JsonNode each :
        List.of(
            specification.path("billingDuration"),
            specification.path("unitText"),
            specification.path("unitCode"),
            specification.path("referenceQuantity").path("unitCode"))) {
      String words = each.isValueNode() ? each.asText("").strip().toUpperCase(Locale.ROOT) : "";
      switch (words) {
        case "P1M", "MON", "MONTH", "MONTHLY", "PER MONTH" -> {
          return BillingPeriod.MONTH;
        }
        case "P1Y", "P12M", "ANN", "YEAR", "YEARLY", "ANNUALLY", "PER YEAR" -> {
          return BillingPeriod.YEAR;
        }
        default -> {}
      }
    }
    return null;
  }

  private static @Nullable String unit(JsonNode specification) {
    String words = firstText(specification.path("unitText"));
    boolean time = Units.isMonthOrYear(words) || words.matches("(?i).*(?:month|year|annual).*");
    return words.isEmpty() || time || words.length() > 30 ? null : words;
  }

  private static JsonNode first(JsonNode node) {
    return node.isArray() && !node.isEmpty() ? node.get(0) : node;
  }

  private static String firstText(JsonNode... nodes) {
    for (JsonNode node : nodes) {
      if (node.isValueNode() && !node.asText("").isBlank() && !node.isNull()) {
        return node.asText().strip();
      }
    }
    return "";
  }
}
