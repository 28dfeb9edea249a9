package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.fact.pricing.PricingTables.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Numbers of a table whose currency is named once: in the head of their column ("Price (EUR)") or
/// in a note about the page's prices ("prices are in euros").
final class BareColumns {

  private static final int FEWEST = 2;
  private static final Pattern NUMBER =
      Pattern.compile(
          "\\d{1,3}(?:[ .,’']\\d{3})*(?:[.,]\\d{1,2}|,-|[.,]–)?|\\d{1,6}(?:[.,]\\d{1,2})?");
  private static final Pattern SIGN =
      Pattern.compile("(?<!\\p{L})(" + Currencies.TOKEN + ")(?!\\p{L})");
  private static final Pattern NOTE =
      Pattern.compile(
          "(?iu)\\b(?:prices?|rates|amounts?|fees|fares|preise|tarife|prix|tarifs|precios|tarifas|preços|prezzi|tariffe|prijzen|priser|ceny|stawki)\\b[^.]{0,50}?\\b(?:in|are|en|em|w|v|i)\\s+(?<what>US dollars?|dollars?|euros?|pounds?|USD|EUR|GBP|CHF|CAD|AUD|PLN|CZK|SEK|NOK|DKK)\\b");

  private BareColumns() {}

  /// The same rows; numbers of columns that hold nothing else carry their currency.
  static List<Row> priced(List<Row> rows, String pageText, Locale locale) {
    if (rows.size() < FEWEST) {
      return rows;
    }
    Row header = rows.getFirst();
    List<Row> priced = new ArrayList<>(rows);
    for (int j = 1; j < header.cells().size(); j++) {
      int column = j;
      List<Row> numbers = rows.stream().skip(1).filter(row -> isNumber(row.cell(column))).toList();
      boolean others =
          rows.stream()
              .skip(1)
              .anyMatch(row -> !isNumber(row.cell(column)) && row.cell(column).matches(".*\\d.*"));
      if (numbers.isEmpty() || others) {
        continue;
      }
      Optional<String> sign = sign(header.cell(j), locale);
      boolean asks =
          PricingTables.isPriceLabel(header.cell(j)) || numbers.size() * 2 > rows.size() - 1;
      if (sign.isEmpty() && asks) {
        sign = noted(pageText);
      }
      sign.ifPresent(
          money -> priced.replaceAll(row -> row == header ? row : with(row, column, money)));
    }
    return priced;
  }

  private static Row with(Row row, int column, String sign) {
    if (!isNumber(row.cell(column))) {
      return row;
    }
    List<String> cells = new ArrayList<>(row.cells());
    cells.set(column, cells.get(column).strip() + " " + sign);
    return row.with(cells);
  }

  private static boolean isNumber(String cell) {
    return NUMBER.matcher(cell.strip()).matches();
  }

  private static Optional<String> sign(String head, Locale locale) {
    Matcher sign = SIGN.matcher(head);
    while (sign.find()) {
      if (Currencies.of(sign.group(1), false, locale).isPresent()) {
        return Optional.of(sign.group(1));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> noted(String pageText) {
    Matcher note = NOTE.matcher(pageText);
    return note.find()
        ? Optional.of(
            switch (note.group("what").toLowerCase(Locale.ROOT).replaceAll("s$", "")) {
              case "us dollar" -> "US$";
              case "dollar" -> "$";
              case "euro" -> "€";
              case "pound" -> "£";
              default -> note.group("what").toUpperCase(Locale.ROOT);
            })
        : Optional.empty();
  }
}
