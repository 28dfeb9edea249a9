package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.fact.pricing.PricingTables.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Undoes how price lists are squeezed into tables: rows numbered in a column of their own, and two
/// lists beside each other, each with names and prices.
final class SideBySide {

  private static final int FEWEST_ROWS = 2;
  private static final int PAIR = 2;
  private static final Pattern COUNT_HEAD = Pattern.compile("(?i)#|n[ro]?\\.?|№|nº|n°|");
  private static final Pattern COUNT = Pattern.compile("\\d{1,3}\\.?|");

  private SideBySide() {}

  /// The rows of one list, without their numbers.
  static List<Row> apart(List<Row> rows) {
    List<Row> named =
        isNumbered(rows) ? rows.stream().map(SideBySide::withoutFirst).toList() : rows;
    int columns = named.getFirst().cells().size();
    boolean pairs =
        columns == 2 * PAIR
            && PricingTables.PRICE_LABEL.matcher(named.getFirst().cell(1)).find()
            && PricingTables.PRICE_LABEL.matcher(named.getFirst().cell(3)).find()
            && !named.getFirst().cell(1).isBlank()
            && !named.getFirst().cell(3).isBlank()
            && !PricingTables.PRICE_LABEL.matcher(named.getFirst().cell(2)).find();
    if (!pairs) {
      return named;
    }
    List<Row> apart = new ArrayList<>();
    for (int from = 0; from < columns; from += PAIR) {
      for (Row row : named) {
        boolean head = row == named.getFirst();
        if (from == 0 || !head && row.cells().size() > from + 1) {
          apart.add(row.with(List.of(row.cell(from), row.cell(from + 1))));
        }
      }
    }
    return apart;
  }

  private static boolean isNumbered(List<Row> rows) {
    Row head = rows.getFirst();
    return rows.size() > FEWEST_ROWS
        && head.cells().size() > PAIR
        && COUNT_HEAD.matcher(head.cell(0).strip()).matches()
        && rows.stream().skip(1).allMatch(row -> COUNT.matcher(row.cell(0).strip()).matches())
        && rows.stream().skip(1).anyMatch(row -> row.cell(0).strip().startsWith("1"))
        && rows.stream().skip(1).anyMatch(row -> row.cell(0).strip().startsWith("2"))
        && rows.stream().skip(1).noneMatch(row -> row.cell(1).matches("[\\p{Sc}\\d].*"));
  }

  private static Row withoutFirst(Row row) {
    return row.with(row.cells().subList(Math.min(1, row.cells().size()), row.cells().size()));
  }
}
