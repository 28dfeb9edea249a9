package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.fact.pricing.PricingTables.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;

/// Rows of a price list that ask no amount where the others ask theirs: what is free, and what is
/// told on request.
final class UnpricedRows {

  private UnpricedRows() {}

  /// @param rows all of the table, its head first
  /// @param priced those with amounts
  static List<PlanPrice> of(List<Row> rows, List<Row> priced, Locale locale) {
    List<PlanPrice> plans = new ArrayList<>();
    int column = column(priced, locale);
    if (column < 1 || priced.size() == rows.size()) {
      return plans;
    }
    for (Row row : rows.subList(1, rows.size())) {
      String plan = PlanNames.clean(NameText.ofCell(row.element(), row.cell(0)));
      Optional<Price> told =
          priced.contains(row) || row.block() != row.last()
              ? Optional.empty()
              : PriceParser.parse(row.cell(column), locale);
      told.filter(price -> price.contactSales() || price.free())
          .filter(_ -> PlanNames.isPlausibleHead(plan))
          .map(price -> new PlanPrice(plan, price, row.cell(column), Quote.of(row.block())))
          .ifPresent(plans::add);
    }
    return plans;
  }

  /// The one column the amounts stand in; none where they stand in several.
  private static int column(List<Row> priced, Locale locale) {
    List<Integer> columns =
        priced.stream()
            .flatMap(
                row ->
                    IntStream.range(1, row.cells().size())
                        .filter(j -> isMoney(row.cell(j), locale))
                        .boxed())
            .distinct()
            .toList();
    return columns.size() == 1 ? columns.getFirst() : -1;
  }

  private static boolean isMoney(String cell, Locale locale) {
    return PriceParser.parse(cell, locale).filter(Price::namesAmount).isPresent();
  }
}
