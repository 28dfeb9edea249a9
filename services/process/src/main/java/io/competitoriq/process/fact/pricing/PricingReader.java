package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.Method;
import io.competitoriq.process.fact.pricing.StructuredOffers.StructuredOffer;
import io.competitoriq.process.page.PageHead;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Plans and prices of a page: what JSON-LD states and the text shows first, then cards and tables.
/// Where the two disagree the text wins, for that is what customers see.
public final class PricingReader {

  private static final String AMOUNT = "amount";
  private static final String BILLED_YEARLY = "amount-billed-yearly";
  private static final String OFFER = "offer";
  private static final double STATED = 0.98;
  private static final double BY_RULE = 0.9;
  private static final double UNSEEN = 0.5;

  private PricingReader() {}

  /// @param pricingPage whether the page is about prices; elsewhere only prices with a period and
  ///   those the page states in JSON-LD count, and never the lowest of several
  public static List<FactDraft> read(Content content, PageHead head, boolean pricingPage) {
    List<PlanPrice> visible = new ArrayList<>(PlanCards.read(content, head.locale()));
    visible.addAll(PricingTables.read(content, head.locale()));
    List<StructuredOffer> offers = StructuredOffers.read(head.jsonLd());
    Map<String, FactDraft> facts = new LinkedHashMap<>();
    String currency =
        visible.stream()
            .filter(PlanPrice::namesAmount)
            .map(plan -> plan.price().currency())
            .findFirst()
            .orElse(null);
    for (PlanPrice plan : visible) {
      boolean stated = offers.stream().anyMatch(offer -> states(offer, plan));
      if (!pricingPage && !stated && (plan.period() == null || plan.price().from())) {
        continue;
      }
      FactDraft price = price(plan, currency, stated);
      facts.putIfAbsent(price.key(), price);
      FactDraft offered = plan(plan);
      facts.putIfAbsent(offered.key(), offered);
    }
    for (StructuredOffer offer : offers) {
      if (visible.stream()
          .noneMatch(plan -> states(offer, plan) || plan.plan().equalsIgnoreCase(offer.name()))) {
        FactDraft price = offered(offer, content, head.locale());
        facts.putIfAbsent(price.key(), price);
      }
    }
    return List.copyOf(facts.values());
  }

  private static boolean states(StructuredOffer offer, PlanPrice plan) {
    return Objects.equals(plan.price().amountMinor(), offer.amountMinor())
        && offer.currency().equals(plan.price().currency());
  }

  private static FactDraft price(PlanPrice plan, @Nullable String pageCurrency, boolean stated) {
    Price price = plan.price();
    Long minor = price.amountMinor();
    @Nullable String currency = minor == null ? null : price.currency();
    if (price.free() && pageCurrency != null) {
      minor = 0L;
      currency = pageCurrency;
    }
    // Free and on-request plans have no period to tell their prices apart by.
    BillingPeriod period = price.free() || price.contactSales() ? null : price.period();
    String field = period != null && price.billedYearly() ? BILLED_YEARLY : AMOUNT;
    return new FactDraft(
        FactKind.PRICE,
        FactDraft.key(FactKind.PRICE, plan.plan(), field, period),
        plan.plan(),
        field,
        new FactValue(plan.words(), minor, currency, period),
        stated ? Method.JSONLD : Method.RULE,
        stated ? STATED : BY_RULE,
        null,
        null,
        plan.quote());
  }

  private static FactDraft plan(PlanPrice plan) {
    return new FactDraft(
        FactKind.PLAN,
        FactDraft.key(FactKind.PLAN, plan.plan(), OFFER, null),
        plan.plan(),
        OFFER,
        FactValue.ofText(plan.plan()),
        Method.RULE,
        BY_RULE,
        null,
        null,
        plan.quote());
  }

  /// An offer no card shows: any block with the same amount vouches for it, else it is proposed
  /// only.
  private static FactDraft offered(StructuredOffer offer, Content content, Locale locale) {
    Optional<Block> seen =
        content.blocks().stream()
            .filter(block -> block.region() == Region.MAIN && shows(block, offer, locale))
            .findFirst();
    BillingPeriod period = offer.period();
    return new FactDraft(
        FactKind.PRICE,
        FactDraft.key(FactKind.PRICE, offer.name(), AMOUNT, period),
        offer.name(),
        AMOUNT,
        new FactValue(
            seen.map(Block::text).filter(text -> text.length() <= 120).orElse(offer.name()),
            offer.amountMinor(),
            offer.currency(),
            period),
        Method.JSONLD,
        seen.isPresent() ? STATED : UNSEEN,
        null,
        null,
        seen.map(Quote::of).orElse(null));
  }

  private static boolean shows(Block block, StructuredOffer offer, Locale locale) {
    return PriceParser.findAll(block.text(), locale).stream()
        .anyMatch(
            price ->
                Objects.equals(price.amountMinor(), offer.amountMinor())
                    && offer.currency().equals(price.currency()));
  }
}
