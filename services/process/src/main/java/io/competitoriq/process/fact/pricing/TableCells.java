package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.fact.Billing;
import io.competitoriq.process.fact.pricing.Price.Role;
import io.competitoriq.process.fact.pricing.PricingTables.Row;
import io.competitoriq.process.fact.pricing.Units.Unit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Reads what the cell of a table asks, in the light of the head of its row or column.
final class TableCells {

  private static final Pattern LABEL =
      Pattern.compile("(\\p{L}[\\p{L}\\d’'() -]{0,30}?)\\s*:\\s*$");

  private static final Pattern PRICE_OF =
      Pattern.compile(
          "(?iu)\\b(?:prix|preis|prijs|prezzo|precio|preço|price|cost|tarif)\\s+(?:du|de la|de"
              + " l[’']|del|do|of a|of an)\\s*(\\p{L}+[²³]?)");

  private final Locale locale;

  TableCells(Locale locale) {
    this.locale = locale;
  }

  /// The first amount of a cell that is not crossed out, with the former one beside it; all of them
  /// where each has a label of its own ("Student: $80 Member: $130").
  List<Found> prices(Row row, int column, String label) {
    String cell = row.cell(column);
    List<Price> prices = PriceParser.withFormer(cell, locale);
    List<Price> struck =
        column < row.element().childrenSize()
            ? Struck.in(row.element().child(column), locale)
            : List.of();
    List<Price> asked =
        prices.stream()
            .filter(price -> price.role() != Role.FORMER && !isAmong(struck, price))
            .toList();
    List<String> kinds = kinds(cell, asked);
    List<Found> found = new ArrayList<>();
    boolean all = !kinds.isEmpty() || areForMonthAndYear(asked);
    for (int i = 0; i < (all ? asked.size() : Math.min(1, asked.size())); i++) {
      Price price = asked.get(i);
      Long former =
          Stream.concat(struck.stream(), prices.stream())
              .filter(other -> other.role() == Role.FORMER || struck.contains(other))
              .filter(other -> CardOffers.isDearer(other, price))
              .map(Price::amountMinor)
              .findFirst()
              .orElse(null);
      String kind = kinds.isEmpty() ? null : kinds.get(i);
      found.add(new Found(labelled(price, label), cell, former, kind));
    }
    return found;
  }

  /// "€20 a month or €200 a year".
  private static boolean areForMonthAndYear(List<Price> asked) {
    return asked.size() == 2
        && asked.stream().allMatch(CardOffers::isRecurring)
        && asked.getFirst().period() != asked.getLast().period();
  }

  /// The labels of the amounts of a cell; none where one of them has none.
  private static List<String> kinds(String cell, List<Price> asked) {
    List<String> kinds = new ArrayList<>();
    int from = 0;
    for (Price price : asked) {
      int start = Math.min(price.start(), cell.length());
      Matcher label = LABEL.matcher(cell.substring(Math.min(from, start), start));
      if (!label.find() || !PlanNames.isPlausible(label.group(1))) {
        return List.of();
      }
      kinds.add(label.group(1));
      from = price.end();
    }
    return kinds.size() > 1 ? kinds : List.of();
  }

  private static boolean isAmong(List<Price> struck, Price price) {
    return struck.stream()
        .anyMatch(
            other ->
                price.namesAmount() && Objects.equals(other.amountMinor(), price.amountMinor()));
  }

  /// "Prix du kWh": what is bought at the price of a column.
  private static Optional<Unit> bought(String label) {
    Matcher of = PRICE_OF.matcher(label);
    return of.find() ? Units.read("per " + of.group(1)) : Optional.empty();
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
      Optional<Unit> unit = Units.read(label).or(() -> Units.label(label)).or(() -> bought(label));
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
  /// @param kind what tells it from the other amounts of its cell
  record Found(Price price, String words, @Nullable Long former, @Nullable String kind) {
    PlanPrice named(String plan, Quote quote, @Nullable String step, boolean addOn) {
      return new PlanPrice(plan, price, words, quote, former, step == null ? kind : step, addOn);
    }
  }
}
