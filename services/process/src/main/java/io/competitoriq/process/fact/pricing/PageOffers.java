package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Content;
import io.competitoriq.process.fact.OfferTerms;
import io.competitoriq.process.fact.pricing.PlanCards.Card;
import io.competitoriq.process.page.PageHead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Everything a page asks, by where it says so.
///
/// @param locale whose country's money bare signs mean
/// @param product whether the page is that of one thing on sale
/// @param visible what the page's text asks, then what its elements keep for their switches
/// @param stated what its data states, in JSON-LD, microdata, RDFa or OpenGraph
/// @param embedded what the data of its scripts holds
/// @param terms what its plans hold besides, by name in lower case
record PageOffers(
    Locale locale,
    boolean product,
    List<PlanPrice> visible,
    List<StructuredOffer> stated,
    List<StructuredOffer> embedded,
    Map<String, OfferTerms> terms) {

  static PageOffers read(Document page, Content content, PageHead head, boolean pricingPage) {
    Locale locale = PageLocale.of(page, head);
    Surroundings surroundings = new Surroundings(page.body());
    Map<Element, List<PlanPrice>> tables = PricingTables.read(content, locale, surroundings);
    TreeMap<Integer, Piece> pieces =
        Pieces.of(content.sourced(), locale, surroundings, tables.keySet());
    if (pricingPage) {
      PriceSentences.add(content.sourced(), locale, surroundings, pieces);
    }
    List<StructuredOffer> stated = new ArrayList<>(StructuredOffers.read(head.jsonLd()));
    stated.addAll(MarkedOffers.read(page));
    List<StructuredOffer> embedded = EmbeddedOffers.read(page);
    if (ProductPage.is(page, pricingPage)) {
      Optional<PlanPrice> product = ProductPage.read(content, pieces, locale);
      if (product.isPresent()) {
        return new PageOffers(locale, true, List.of(product.get()), stated, embedded, Map.of());
      }
    }
    PlanCards cards = new PlanCards(content, pieces, locale);
    CardOffers reader = new CardOffers(content, locale);
    HiddenPrices switches = new HiddenPrices(locale);
    List<PlanPrice> visible = new ArrayList<>();
    List<PlanPrice> hidden = new ArrayList<>();
    Map<String, OfferTerms> terms = new LinkedHashMap<>();
    for (Card card : cards.read()) {
      List<PlanPrice> offers = reader.of(card);
      visible.addAll(offers);
      hidden.addAll(switches.of(card, offers));
      if (!offers.isEmpty()) {
        PlanTerms.of(content.sourced(), cards.range(card))
            .ifPresent(told -> terms.putIfAbsent(card.name().toLowerCase(Locale.ROOT), told));
      }
    }
    tables.values().forEach(visible::addAll);
    visible = PriceNotes.applied(content, surroundings, toldOnce(visible));
    visible = new ArrayList<>(SameNames.apart(visible, content));
    hidden.addAll(SliderSteps.read(page, visible));
    visible.addAll(hidden);
    TableLimits.read(content, surroundings, visible).forEach(terms::putIfAbsent);
    SharedTrial.add(content, surroundings, visible, terms);
    return new PageOffers(locale, false, visible, stated, embedded, terms);
  }

  /// A bare amount repeats what the same plan asks with its period ("Plus $10" in a head that
  /// sticks).
  private static List<PlanPrice> toldOnce(List<PlanPrice> offers) {
    return offers.stream()
        .filter(
            offer -> !isBare(offer) || offers.stream().noneMatch(other -> isFuller(other, offer)))
        .toList();
  }

  private static boolean isBare(PlanPrice offer) {
    Price price = offer.price();
    return price.namesAmount() && price.period() == null && price.unit() == null;
  }

  private static boolean isFuller(PlanPrice other, PlanPrice bare) {
    return other.price().period() != null
        && other.plan().equalsIgnoreCase(bare.plan())
        && Objects.equals(other.price().amountMinor(), bare.price().amountMinor())
        && Objects.equals(other.price().currency(), bare.price().currency());
  }
}
