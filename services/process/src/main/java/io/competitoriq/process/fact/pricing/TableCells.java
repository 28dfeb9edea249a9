package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.fact.Billing;
import io.competitoriq.process.fact.pricing.Price.Role;
import io.competitoriq.process.fact.pricing.PricingTables.Row;
import io.competitoriq.process.fact.pricing.Units.Unit;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what the cell of a table asks, in the light of the head of its row or column.
final class TableCells {

  private final Locale locale;

  TableCells(Locale locale) {
    this.locale = locale;
  }

  /// The first amount of a cell that is not crossed out, with the former one beside it.
  Optional<Found> price(Row row, int column, String label) {
    String cell = row.cell(column);
    List<Price> prices = PriceParser.withFormer(cell, locale);
    List<Price> struck =
        column < row.element().childrenSize()
            ? Struck.in(row.element().child(column), locale)
            : List.of();
    Optional<Price> asked =
        prices.stream()
            .filter(price -> price.role() != Role.FORMER && !isAmong(struck, price))
            .findFirst();
    return asked.map(
        price ->
            new Found(
                labelled(price, label),
                cell,
                Stream.concat(struck.stream(), prices.stream())
                    .filter(other -> other.role() == Role.FORMER || struck.contains(other))
                    .filter(other -> CardOffers.isDearer(other, price))
                    .map(Price::amountMinor)
                    .findFirst()
                    .orElse(null)));
  }

  private static boolean isAmong(List<Price> struck, Price price) {
    return struck.stream()
        .anyMatch(
            other ->
                price.namesAmount() && Objects.equals(other.amountMinor(), price.amountMinor()));
  }

  /// What the head of the row or column adds.
  private static Price labelled(Price price, String label) {
    Price read = price;
    if (read.period() == null) {
      BillingPeriod told =
          PriceParser.period("per " + label).orElse(PriceParser.period(label).orElse(null));
      read = told == BillingPeriod.USAGE ? read : read.withPeriod(told);
    }
    if (read.unit() == null) {
      Optional<Unit> unit = Units.read(label).or(() -> Units.label(label));
      if (unit.isPresent()) {
        boolean used = read.period() == null && !unit.get().seat();
        read =
            (used ? read.withPeriod(BillingPeriod.USAGE) : read)
                .each(unit.get().words(), unit.get().seat());
      }
    }
    boolean yearly = read.period() == BillingPeriod.YEAR || YearlyBilling.isTold("", label);
    return yearly && read.billing() == null && read.period() != null
        ? read.with(read.period(), Billing.YEARLY)
        : read;
  }

  /// @param former the crossed-out price beside it, in minor units
  record Found(Price price, String words, @Nullable Long former) {
    PlanPrice named(String plan, Quote quote, @Nullable String step, boolean addOn) {
      return new PlanPrice(plan, price, words, quote, former, step, addOn);
    }
  }
}
