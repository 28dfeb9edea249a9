package io.competitoriq.process.fact.pricing;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.page.JsonLd;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads the offers a page states in JSON-LD: Product, Service or SoftwareApplication with Offer or
/// AggregateOffer.
final class StructuredOffers {

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
            "ProductGroup")) {
      collect(product.path("offers"), product.path("name").asText(""), offers);
    }
    return offers.stream().distinct().toList();
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
    String name = Texts.collapse(offer.path("name").asText(product));
    JsonNode specification = first(offer.path("priceSpecification"));
    String price =
        firstText(offer.path("price"), specification.path("price"), offer.path("lowPrice"));
    String currency =
        firstText(offer.path("priceCurrency"), specification.path("priceCurrency"))
            .toUpperCase(Locale.ROOT);
    if (!name.isEmpty()
        && currency.matches("[A-Z]{3}")
        && Currencies.of(currency, false, Locale.ROOT).isPresent()) {
      amount(price, currency)
          .ifPresent(
              minor ->
                  offers.add(new StructuredOffer(name, minor, currency, period(specification))));
    }
  }

  private static Optional<Long> amount(String price, String currency) {
    try {
      return Optional.ofNullable(Amounts.minor(new BigDecimal(price), currency));
    } catch (NumberFormatException worded) {
      return price.matches("\\d.*")
          ? Amounts.parse(price).map(value -> Amounts.minor(value, currency))
          : Optional.empty();
    }
  }

  private static @Nullable BillingPeriod period(JsonNode specification) {
    String words =
        firstText(
                specification.path("billingDuration"),
                specification.path("unitText"),
                specification.path("unitCode"),
                specification.path("referenceQuantity").path("unitCode"))
            .toUpperCase(Locale.ROOT);
    return switch (words) {
      case "P1M", "MON", "MONTH" -> BillingPeriod.MONTH;
      case "P1Y", "P12M", "ANN", "YEAR" -> BillingPeriod.YEAR;
      default -> null;
    };
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

  /// @param name of the offer, or of the product when the offer has none
  record StructuredOffer(
      String name, long amountMinor, String currency, @Nullable BillingPeriod period) {}
}
