package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Content;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.page.PageHead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;

/// Plans and prices of a page: what its data states and its text shows first, then cards and
/// tables, then what it keeps in its data only. Where they disagree the text wins, for that is what
/// customers see.
public final class PricingReader {

  private static final int MOST_STATEMENTS = 50;

  private PricingReader() {}

  /// @param pricingPage whether the page is about prices; elsewhere only prices with a period and
  ///   those the page states in its data count, and never the lowest of several
  public static List<FactDraft> read(Content content, PageHead head, boolean pricingPage) {
    Content shown = content.shown();
    if (shown.sourced().isEmpty()) {
      return List.of();
    }
    Document page = shown.sourced().getFirst().element().ownerDocument();
    if (page == null) {
      return List.of();
    }
    PageOffers offers = PageOffers.read(page, shown, head, pricingPage);
    List<PlanPrice> visible =
        offers.visible().stream()
            .filter(each -> pricingPage || offers.product() || counts(each, offers.stated()))
            .toList();
    OfferFacts facts = new OfferFacts(content, offers, visible);
    Map<String, FactDraft> byKey = new LinkedHashMap<>();
    facts.ofText().forEach(fact -> byKey.merge(fact.key(), fact, OfferFacts::merged));
    for (StructuredOffer offer : unseen(offers, visible)) {
      FactDraft fact = facts.ofData(offer);
      byKey.putIfAbsent(fact.key(), fact);
    }
    return List.copyOf(byKey.values());
  }

  /// What the page states in JSON-LD, in words and by name of the offer, for the text of the
  /// document.
  public static Map<String, String> statements(PageHead head) {
    Map<String, String> words = new LinkedHashMap<>();
    StructuredOffers.read(head.jsonLd()).stream()
        .limit(MOST_STATEMENTS)
        .forEach(offer -> words.putIfAbsent(offer.name() + " " + offer.period(), offer.words()));
    return words;
  }

  private static boolean counts(PlanPrice plan, List<StructuredOffer> stated) {
    return stated.stream().anyMatch(offer -> states(offer, plan))
        || plan.period() != null && !plan.price().from();
  }

  /// Offers of the data that no card or table shows. The data of scripts counts where the text asks
  /// nothing at all, for it holds far more than offers.
  private static List<StructuredOffer> unseen(PageOffers offers, List<PlanPrice> visible) {
    Set<String> shown =
        visible.stream()
            .map(each -> each.plan().toLowerCase(Locale.ROOT))
            .collect(Collectors.toSet());
    List<StructuredOffer> candidates =
        new ArrayList<>(offers.product() && !visible.isEmpty() ? List.of() : offers.stated());
    if (visible.stream().noneMatch(PlanPrice::namesAmount)) {
      candidates.addAll(offers.embedded());
    }
    return candidates.stream()
        .filter(
            offer ->
                !shown.contains(offer.name().toLowerCase(Locale.ROOT))
                    && visible.stream().noneMatch(plan -> states(offer, plan)))
        .toList();
  }

  static boolean states(StructuredOffer offer, PlanPrice plan) {
    return Objects.equals(plan.price().amountMinor(), offer.amountMinor())
        && offer.currency().equals(plan.price().currency());
  }
}
