package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.messages.FactKind;
import io.competitoriq.messages.FactValue;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.fact.Billing;
import io.competitoriq.process.fact.BillingBasis;
import io.competitoriq.process.fact.FactDraft;
import io.competitoriq.process.fact.Method;
import io.competitoriq.process.fact.OfferTerms;
import io.competitoriq.process.fact.pricing.Price.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes facts of what a page asks. The field tells amounts of one plan and period apart: the plain
/// one, the one billed yearly, what comes on top, what another currency or quantity costs.
final class OfferFacts {

  private static final String AMOUNT = "amount";
  private static final String OFFER = "offer";
  private static final double STATED = 0.98;
  private static final double BY_RULE = 0.9;
  private static final int LONGEST_WORDS = 120;

  private final Content content;
  private final PageOffers offers;
  private final List<PlanPrice> visible;
  private final @Nullable String currency;

  OfferFacts(Content content, PageOffers offers, List<PlanPrice> visible) {
    this.content = content;
    this.offers = offers;
    this.visible = visible;
    this.currency =
        visible.stream()
            .filter(PlanPrice::namesAmount)
            .map(plan -> plan.price().currency())
            .findFirst()
            .orElse(null);
  }

  List<FactDraft> ofText() {
    List<FactDraft> facts = new ArrayList<>();
    for (PlanPrice plan : visible) {
      facts.add(apart(price(plan), facts));
      if (!plan.addOn()) {
        facts.add(plan(plan));
      }
    }
    return facts;
  }

  /// Amounts for different things ("per kWh", "per m³") are different facts of one plan.
  private static FactDraft apart(FactDraft fact, List<FactDraft> facts) {
    OfferTerms terms = fact.terms();
    @Nullable String unit = terms == null ? null : terms.unit();
    boolean taken =
        unit != null
            && facts.stream()
                .anyMatch(other -> other.key().equals(fact.key()) && isForOther(other, fact));
    if (unit == null || !taken) {
      return fact;
    }
    String field = fact.field() + "-per-" + slug(unit);
    BillingPeriod period = fact.value().period();
    return new FactDraft(
        fact.kind(),
        FactDraft.key(FactKind.PRICE, fact.subject(), field, period),
        fact.subject(),
        field,
        fact.value(),
        fact.method(),
        fact.confidence(),
        fact.link(),
        fact.validFrom(),
        fact.quote(),
        terms);
  }

  private static boolean isForOther(FactDraft other, FactDraft fact) {
    OfferTerms a = other.terms();
    OfferTerms b = fact.terms();
    return a != null
        && b != null
        && !Objects.equals(a.unit(), b.unit())
        && !Objects.equals(other.value().amountMinor(), fact.value().amountMinor());
  }

  private static String slug(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "-");
  }

  private FactDraft price(PlanPrice plan) {
    Price price = plan.price();
    Long minor = price.amountMinor();
    @Nullable String money = minor == null ? null : price.currency();
    if (price.free() && currency != null) {
      minor = 0L;
      money = currency;
    }
    // Free and on-request plans have no period to tell their prices apart by.
    BillingPeriod period = price.free() || price.contactSales() ? null : price.period();
    String field = field(plan, period, money);
    boolean stated = offers.stated().stream().anyMatch(each -> PricingReader.states(each, plan));
    double confidence = stated ? STATED : plan.quote() == null ? FactDraft.UNSEEN : BY_RULE;
    return new FactDraft(
        FactKind.PRICE,
        FactDraft.key(FactKind.PRICE, plan.plan(), field, period),
        plan.plan(),
        field,
        new FactValue(plan.words().isEmpty() ? plan.plan() : plan.words(), minor, money, period),
        stated ? Method.JSONLD : Method.RULE,
        confidence,
        null,
        null,
        plan.quote(),
        terms(plan, period));
  }

  private String field(PlanPrice plan, @Nullable BillingPeriod period, @Nullable String money) {
    StringBuilder field = new StringBuilder(AMOUNT);
    Price price = plan.price();
    if (price.role() == Role.EXTRA) {
      field.append("-extra");
    } else if (price.role() == Role.INTRODUCTORY) {
      field.append("-introductory");
    } else if (period != null && price.billedYearly()) {
      field.append("-billed-yearly");
    }
    if (plan.step() != null) {
      field
          .append("-at-")
          .append(plan.step().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\d]+", "-"));
    }
    if (money != null && !money.equals(currency)) {
      field.append('-').append(money.toLowerCase(Locale.ROOT));
    }
    return field.toString();
  }

  private static OfferTerms terms(PlanPrice plan, @Nullable BillingPeriod period) {
    Price price = plan.price();
    boolean asks = !price.free() && !price.contactSales();
    return new OfferTerms(
        period == null ? null : price.billing(),
        asks ? basis(price.unit(), price.perSeat()) : null,
        asks ? price.unit() : null,
        price.from(),
        price.upToMinor(),
        plan.listMinor(),
        plan.step(),
        plan.addOn(),
        price.contactSales(),
        null,
        List.of());
  }

  private static @Nullable BillingBasis basis(@Nullable String unit, boolean seat) {
    if (unit == null) {
      return null;
    }
    return seat ? BillingBasis.SEAT : BillingBasis.USAGE;
  }

  private FactDraft plan(PlanPrice plan) {
    return new FactDraft(
        FactKind.PLAN,
        FactDraft.key(FactKind.PLAN, plan.plan(), OFFER, null),
        plan.plan(),
        OFFER,
        FactValue.ofText(plan.plan()),
        Method.RULE,
        plan.quote() == null ? FactDraft.UNSEEN : BY_RULE,
        null,
        null,
        plan.quote(),
        offers.terms().get(plan.plan().toLowerCase(Locale.ROOT)));
  }

  /// An offer no card shows: any block with the same amount vouches for it, else it is proposed
  /// only.
  FactDraft ofData(StructuredOffer offer) {
    Optional<Block> seen =
        content.blocks().stream()
            .filter(block -> block.region() == Region.MAIN && shows(block, offer))
            .findFirst();
    Optional<Block> quoted = seen.or(() -> statement(offer));
    BillingPeriod period = offer.period();
    String unit = offer.unit();
    boolean seat = unit != null && Units.read("per " + unit).filter(Units.Unit::seat).isPresent();
    OfferTerms terms =
        new OfferTerms(
            period == BillingPeriod.YEAR ? Billing.YEARLY : null,
            basis(unit, seat),
            unit,
            offer.upToMinor() != null,
            offer.upToMinor(),
            null,
            null,
            false,
            false,
            null,
            List.of());
    return new FactDraft(
        FactKind.PRICE,
        FactDraft.key(FactKind.PRICE, offer.name(), AMOUNT, period),
        offer.name(),
        AMOUNT,
        new FactValue(
            seen.map(Block::text)
                .filter(text -> text.length() <= LONGEST_WORDS)
                .orElse(offer.name()),
            offer.amountMinor(),
            offer.currency(),
            period),
        Method.JSONLD,
        seen.isPresent() ? STATED : FactDraft.UNSEEN,
        null,
        null,
        quoted.map(Quote::of).orElse(null),
        terms);
  }

  private Optional<Block> statement(StructuredOffer offer) {
    return content.blocks().stream()
        .filter(block -> block.region() == Region.STATED && block.text().equals(offer.words()))
        .findFirst();
  }

  private boolean shows(Block block, StructuredOffer offer) {
    return PriceParser.findAll(block.text(), offers.locale()).stream()
        .anyMatch(
            price ->
                Objects.equals(price.amountMinor(), offer.amountMinor())
                    && offer.currency().equals(price.currency()));
  }

  /// The same price worded twice: the first words stay, what only the second says is added.
  static FactDraft merged(FactDraft first, FactDraft second) {
    OfferTerms a = first.terms();
    OfferTerms b = second.terms();
    boolean same = Objects.equals(first.value().amountMinor(), second.value().amountMinor());
    if (!same || a == null || b == null || first.kind() != FactKind.PRICE) {
      return first;
    }
    OfferTerms both =
        new OfferTerms(
            a.billing() == null ? b.billing() : a.billing(),
            a.basis() == null ? b.basis() : a.basis(),
            a.unit() == null ? b.unit() : a.unit(),
            a.from() && b.from(),
            a.upToMinor() == null ? b.upToMinor() : a.upToMinor(),
            a.listMinor() == null ? b.listMinor() : a.listMinor(),
            a.step(),
            a.addOn() && b.addOn(),
            a.contactSales(),
            null,
            List.of());
    return new FactDraft(
        first.kind(),
        first.key(),
        first.subject(),
        first.field(),
        first.value(),
        first.method(),
        first.confidence(),
        first.link(),
        first.validFrom(),
        first.quote(),
        both);
  }
}
