package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads the offers a page marks in its elements, as microdata or RDFa, and the one its OpenGraph
/// tags state.
final class MarkedOffers {

  private static final int MOST = 100;
  private static final String PRODUCT =
      "[itemtype*=schema.org/Product], [itemtype*=schema.org/Service], [itemtype*=schema.org/SoftwareApplication], [itemtype*=schema.org/Event], [itemtype*=schema.org/Course], [typeof~=(?i)(?:schema:)?(?:Product|Service|SoftwareApplication)]";
  private static final String OFFER =
      "[itemtype*=schema.org/Offer], [itemtype*=schema.org/AggregateOffer], [typeof~=(?i)(?:schema:)?(?:Aggregate)?Offer]";

  private MarkedOffers() {}

  static List<StructuredOffer> read(Document page) {
    List<StructuredOffer> offers = new ArrayList<>();
    for (Element offer : page.select(OFFER)) {
      if (offers.size() < MOST) {
        offer(offer, page).ifPresent(offers::add);
      }
    }
    if (offers.isEmpty()) {
      openGraph(page).ifPresent(offers::add);
    }
    return offers.stream().distinct().toList();
  }

  private static Optional<StructuredOffer> offer(Element offer, Document page) {
    String price = property(offer, "price").or(() -> property(offer, "lowPrice")).orElse("");
    String currency = property(offer, "priceCurrency").orElse("").toUpperCase(Locale.ROOT);
    Element product = offer.closest(PRODUCT);
    String name =
        property(offer, "name")
            .or(() -> Optional.ofNullable(product).flatMap(of -> property(of, "name")))
            .or(() -> heading(page))
            .orElse("");
    if (name.isEmpty() || !Currencies.isKnown(currency)) {
      return Optional.empty();
    }
    @Nullable Long high =
        property(offer, "highPrice")
            .flatMap(text -> StructuredOffer.minor(text, currency))
            .orElse(null);
    return StructuredOffer.minor(price.replaceAll("[^\\d.,]", ""), currency)
        .map(minor -> new StructuredOffer(name, minor, currency, null, null, high));
  }

  private static Optional<String> property(Element scope, String name) {
    Element marked =
        scope.selectFirst(
            "[itemprop~=(?i)^%1$s$], [property~=(?i)^(?:schema:)?%1$s$]".formatted(name));
    if (marked == null) {
      return Optional.empty();
    }
    String content = marked.hasAttr("content") ? marked.attr("content") : marked.text();
    return Optional.of(Texts.collapse(content)).filter(text -> !text.isEmpty());
  }

  private static Optional<StructuredOffer> openGraph(Document page) {
    String amount =
        meta(page, "product:price:amount").or(() -> meta(page, "og:price:amount")).orElse("");
    String currency =
        meta(page, "product:price:currency").or(() -> meta(page, "og:price:currency")).orElse("");
    String name = heading(page).or(() -> meta(page, "og:title")).orElse("");
    return name.isEmpty() || !Currencies.isKnown(currency)
        ? Optional.empty()
        : StructuredOffer.minor(amount, currency)
            .map(minor -> new StructuredOffer(name, minor, currency, null, null, null));
  }

  static Optional<String> meta(Document page, String name) {
    Element meta = page.selectFirst("meta[property=\"%1$s\"], meta[name=\"%1$s\"]".formatted(name));
    return meta == null
        ? Optional.empty()
        : Optional.of(Texts.collapse(meta.attr("content"))).filter(text -> !text.isEmpty());
  }

  static Optional<String> heading(Document page) {
    List<Element> headings =
        page.select("h1").stream().filter(each -> !each.text().isBlank()).toList();
    return headings.isEmpty()
        ? Optional.empty()
        : Optional.of(Texts.collapse(headings.getFirst().text()))
            .filter(text -> text.length() < 200);
  }
}
