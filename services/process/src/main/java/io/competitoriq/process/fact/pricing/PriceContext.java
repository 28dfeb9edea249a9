package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.fact.Billing;
import io.competitoriq.process.fact.pricing.Price.Role;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What the amounts of a card before an amount, the words between them, the toggle's side it stands
/// on and the name of the plan add to it.
final class PriceContext {

  private static final Pattern ALTERNATIVE =
      Pattern.compile(
          "(?iu)(?:^|[\\s(,])(?:or|oder|ou|o|of|eller|lub|albo|nebo|anebo|oppure|ya da|veya|tai|vagy|alebo)\\s*$");

  private PriceContext() {}

  /// What the words before an amount and the toggle around it add.
  static Price of(Price price, Piece piece, List<PlanPrice> offers) {
    Price read = price;
    String before = CardOffers.before(piece, price);
    if (!offers.isEmpty() && Wording.endsWithThen(before) && price.role() != Role.INTRODUCTORY) {
      return afterwards(price, offers);
    }
    if (!offers.isEmpty() && price.namesAmount() && ALTERNATIVE.matcher(before).find()) {
      Price first = offers.getLast().price();
      if (read.period() == null) {
        read = read.with(first.period(), read.billing());
      }
      if (read.unit() == null && read.period() == first.period()) {
        read = read.each(first.unit(), first.perSeat());
      }
    }
    if (!read.namesAmount() || read.role() != Role.ASKED) {
      return read;
    }
    read = likeTheOther(read, offers);
    Optional<Billing> panel =
        read.billing() == null ? PanelBilling.of(piece.element()) : Optional.empty();
    return panel.isPresent() ? onPanel(read, panel.get(), offers) : read;
  }

  /// The same plan paid in another way is asked for each of the same.
  private static Price likeTheOther(Price price, List<PlanPrice> offers) {
    if (price.unit() != null || price.billing() == null || !CardOffers.isRecurring(price)) {
      return price;
    }
    return offers.stream()
        .map(PlanPrice::price)
        .filter(
            other ->
                other.role() == Role.ASKED && CardOffers.isRecurring(other) && other.unit() != null)
        .filter(other -> other.billing() != price.billing())
        .findFirst()
        .map(other -> price.each(other.unit(), other.perSeat()))
        .orElse(price);
  }

  /// "Then $20/month": what was asked before it holds for a while only.
  private static Price afterwards(Price price, List<PlanPrice> offers) {
    PlanPrice last = offers.getLast();
    Price first = last.price();
    boolean sameKind =
        price.period() != BillingPeriod.USAGE
            && first.period() != BillingPeriod.USAGE
            && first.namesAmount();
    if (!sameKind) {
      return price;
    }
    Price read = price.as(Role.ASKED);
    if (first.role() == Role.ASKED) {
      offers.set(offers.size() - 1, last.asking(PriceParser.introductory(first)));
      read = read.period() == null ? read.with(first.period(), read.billing()) : read;
    }
    return read.unit() == null ? read.each(first.unit(), first.perSeat()) : read;
  }

  private static Price onPanel(Price price, Billing panel, List<PlanPrice> offers) {
    if (panel == Billing.MONTHLY) {
      return price.period() == null ? price.withPeriod(BillingPeriod.MONTH) : price;
    }
    if (price.period() == BillingPeriod.MONTH) {
      return price.with(BillingPeriod.MONTH, Billing.YEARLY);
    }
    return price.period() == null ? price.with(yearsPeriod(price, offers), Billing.YEARLY) : price;
  }

  /// An amount on the yearly side that names no period is for a month where it is not dearer than
  /// the monthly one.
  private static BillingPeriod yearsPeriod(Price price, List<PlanPrice> offers) {
    Long minor = price.amountMinor();
    boolean monthly =
        minor != null
            && offers.stream()
                .map(PlanPrice::price)
                .anyMatch(
                    other ->
                        other.period() == BillingPeriod.MONTH
                            && other.amountMinor() != null
                            && minor <= other.amountMinor());
    return monthly ? BillingPeriod.MONTH : BillingPeriod.YEAR;
  }

  /// What a plan called "Monthly" or "Yearly" asks is asked for that time.
  static Price named(Price price, String name) {
    if (price.period() != null || price.unit() != null || !price.namesAmount()) {
      return price;
    }
    BillingPeriod period = PlanNames.isPeriod(name) ? Wording.period(name) : null;
    return switch (period) {
      case MONTH -> price.withPeriod(BillingPeriod.MONTH);
      case YEAR -> price.with(BillingPeriod.YEAR, Billing.YEARLY);
      case null, default -> price;
    };
  }
}
