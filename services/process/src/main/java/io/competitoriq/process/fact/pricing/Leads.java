package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.fact.Billing;
import io.competitoriq.process.fact.pricing.Price.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// What a short text of its own above an amount says about it: "Starting at", "Was", "First month",
/// "Monthly".
final class Leads {

  private static final int LONGEST = 30;

  private static final Pattern MONEY = Pattern.compile("\\p{Sc}|\\d[.,]\\d");

  private Leads() {}

  static List<Price> applied(String above, List<Price> prices) {
    Price first = prices.getFirst();
    if (above.length() > LONGEST
        || MONEY.matcher(above).find()
        || !first.namesAmount()
        || first.role() != Role.ASKED) {
      return prices;
    }
    List<Price> led = new ArrayList<>(prices);
    led.set(0, led(above, first));
    return led;
  }

  private static Price led(String above, Price price) {
    if (Wording.isFromLabel(above)) {
      return price.least();
    }
    if (Wording.isFormerLabel(above)) {
      return price.as(Role.FORMER);
    }
    if (Wording.role(above, "") == Role.INTRODUCTORY) {
      return PriceParser.introductory(price);
    }
    @Nullable BillingPeriod period =
        price.period() == null && price.unit() == null && PlanNames.isPeriod(above)
            ? Wording.period(above)
            : null;
    if (period != BillingPeriod.MONTH && period != BillingPeriod.YEAR) {
      return price;
    }
    return price.with(period, period == BillingPeriod.YEAR ? Billing.YEARLY : null);
  }
}
