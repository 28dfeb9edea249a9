package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.fact.Billing;
import io.competitoriq.process.fact.pricing.PlanCards.Card;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads the amounts a card keeps for its switches: the other side of a toggle and other currencies
/// in data attributes, the steps of a choice in its options. None of them stands in the page's
/// text, so they are proposed without a quote.
final class HiddenPrices {

  private static final int MOST_STEPS = 15;
  private static final Set<String> INLINE =
      Set.of("span", "b", "strong", "em", "i", "small", "bdi");
  private static final Pattern MONTHLY =
      Pattern.compile("month|monat|mensuel|mensual|mensal|mensil|(?:^|-)mo?(?:$|-)");
  private static final Pattern YEARLY =
      Pattern.compile("year|annual|jahr|jaehr|annuel|anual|annuo|(?:^|-)yr?(?:$|-)");
  private static final Pattern OLD =
      Pattern.compile(
          "old|was|original|compare|before|full|regular|save|saving|discount|id|plan-?id|url|link|label|text-");
  private static final Pattern CURRENCY = Pattern.compile("(?:^|-)([a-z]{3})(?:-|$)");
  private static final Pattern QUANTITY =
      Pattern.compile("(?:up to\\s+)?(\\d[\\d.,]*\\s?[kKmM]?\\s+\\p{L}+(?:\\s\\p{L}+)?)");

  private final Locale locale;

  HiddenPrices(Locale locale) {
    this.locale = locale;
  }

  /// @param shown what the card's text asks
  List<PlanPrice> of(Card card, List<PlanPrice> shown) {
    Optional<PlanPrice> main =
        shown.stream().filter(each -> each.namesAmount() && !each.price().free()).findFirst();
    List<PlanPrice> hidden = new ArrayList<>();
    main.ifPresent(
        offer -> {
          for (Element each : card.element().getAllElements()) {
            attributes(each, offer, hidden);
            switched(each, offer, hidden);
            unseen(each, offer, hidden);
          }
          steps(card.element(), offer, hidden);
        });
    return hidden;
  }

  private void attributes(Element element, PlanPrice main, List<PlanPrice> hidden) {
    for (Attribute attribute : element.attributes()) {
      String key = attribute.getKey().toLowerCase(Locale.ROOT);
      if (key.startsWith("data-")
          && attribute.getValue().length() <= 24
          && !OLD.matcher(key.substring(5)).find()
          && isPriced(element, key)) {
        amount(attribute.getValue(), main.price())
            .flatMap(money -> priced(key, money, main.price()))
            .ifPresent(price -> hidden.add(hidden(main, price, attribute.getValue(), null)));
      }
    }
  }

  private void switched(Element element, PlanPrice main, List<PlanPrice> hidden) {
    for (SwitchedTexts.Side side : SwitchedTexts.of(element)) {
      boolean monthly = side.billing() == Billing.MONTHLY;
      amount(side.text(), main.price())
          .filter(sum -> !sum.isAskedBy(main.price()))
          .flatMap(sum -> priced(monthly ? "data-month" : "data-year", sum, main.price()))
          .map(price -> price.with(price.period(), side.billing()))
          .ifPresent(price -> hidden.add(hidden(main, price, side.text(), null)));
    }
  }

  /// Inline elements that a switch shows; the text of a page leaves them out.
  private void unseen(Element element, PlanPrice main, List<PlanPrice> hidden) {
    boolean off =
        element.hasAttr("hidden")
            || element.attr("style").replace(" ", "").contains("display:none");
    String text = element.text();
    if (!off || text.length() > 24 || !INLINE.contains(element.normalName())) {
      return;
    }
    Optional<Sum> sum =
        Money.findAll(text, locale).stream()
            .findFirst()
            .flatMap(found -> Sum.of(found.value(), found.currency()));
    sum.filter(other -> !other.isAskedBy(main.price()))
        .map(other -> side(element, other, main.price()))
        .ifPresent(price -> hidden.add(hidden(main, price, text, null)));
  }

  private static Price side(Element element, Sum sum, Price main) {
    Price asking = main.asking(sum.minor(), sum.currency());
    return PanelBilling.of(element)
        .filter(_ -> sum.currency().equals(main.currency()))
        .flatMap(panel -> priced(panel == Billing.YEARLY ? "data-year" : "data-month", sum, main))
        .orElse(asking);
  }

  private static boolean isPriced(Element element, String key) {
    return key.matches(".*(?:price|amount|cost|fee|rate).*")
        || element.text().length() < 40 && element.text().matches(".*\\d.*");
  }

  private static PlanPrice hidden(
      PlanPrice main, Price price, String words, @Nullable String step) {
    return new PlanPrice(main.plan(), price, words, null, null, step, main.addOn());
  }

  private static Optional<Price> priced(String key, Sum sum, Price main) {
    boolean monthly = MONTHLY.matcher(key.substring(5)).find();
    boolean yearly = YEARLY.matcher(key.substring(5)).find();
    if (monthly == yearly) {
      return monthly ? Optional.empty() : inCurrency(key, sum, main);
    }
    Price asking = main.asking(sum.minor(), sum.currency());
    if (monthly) {
      return Optional.of(asking.with(BillingPeriod.MONTH, null));
    }
    Long shown = main.amountMinor();
    boolean aMonth =
        main.period() == BillingPeriod.MONTH && shown != null && sum.minor() <= shown * 3 / 2;
    return Optional.of(
        asking.with(aMonth ? BillingPeriod.MONTH : BillingPeriod.YEAR, Billing.YEARLY));
  }

  private static Optional<Price> inCurrency(String key, Sum sum, Price main) {
    Matcher code = CURRENCY.matcher(key.substring(5));
    while (code.find()) {
      String currency = code.group(1).toUpperCase(Locale.ROOT);
      if (Currencies.isKnown(currency)) {
        return Optional.ofNullable(Amounts.minor(sum.value(), currency))
            .map(minor -> main.asking(minor, currency));
      }
    }
    return Optional.empty();
  }

  private Optional<Sum> amount(String words, Price main) {
    String text = words.strip();
    String currency = main.currency();
    if (currency == null) {
      return Optional.empty();
    }
    if (text.matches("\\d{1,7}(?:[.,]\\d{1,3})?")) {
      return Amounts.parse(text).flatMap(value -> Sum.of(value, currency));
    }
    return Money.findAll(text, locale).stream()
        .findFirst()
        .flatMap(found -> Sum.of(found.value(), found.currency()));
  }

  private void steps(Element card, PlanPrice main, List<PlanPrice> hidden) {
    int taken = 0;
    for (Element option : card.select("select option")) {
      String text = option.text();
      Matcher quantity = QUANTITY.matcher(text);
      String data = option.attr("data-price");
      Optional<Sum> sum =
          data.isBlank()
              ? Money.findAll(text, locale).stream()
                  .findFirst()
                  .flatMap(found -> Sum.of(found.value(), found.currency()))
              : amount(data, main.price());
      if (quantity.find()
          && sum.isPresent()
          && taken++ < MOST_STEPS
          && !sum.get().isAskedBy(main.price())) {
        Price price = main.price().asking(sum.get().minor(), sum.get().currency());
        hidden.add(hidden(main, price, text, quantity.group(1).strip()));
      }
    }
  }

  private record Sum(BigDecimal value, long minor, String currency) {
    static Optional<Sum> of(BigDecimal value, String currency) {
      return Optional.ofNullable(Amounts.minor(value, currency))
          .map(minor -> new Sum(value, minor, currency));
    }

    boolean isAskedBy(Price price) {
      return price.amountMinor() != null && price.amountMinor() == minor;
    }
  }
}
