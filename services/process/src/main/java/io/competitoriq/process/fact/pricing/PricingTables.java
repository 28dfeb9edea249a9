package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.Region;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Tables;
import io.competitoriq.process.evidence.Quote;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Reads plans that are laid out as a table: one plan a column, or one plan a row.
final class PricingTables {

  private static final Pattern PRICE_LABEL =
      Pattern.compile(
          "(?i)\\b(price|pricing|cost|monthly|annual|annually|yearly|month|year|billing|billed|fee|preis|kosten|tarif|prix|precio|per user)\\b|^$");

  private final Content content;
  private final Locale locale;

  private PricingTables(Content content, Locale locale) {
    this.content = content;
    this.locale = locale;
  }

  static List<PlanPrice> read(Content content, Locale locale) {
    PricingTables tables = new PricingTables(content, locale);
    Map<Element, List<Row>> byTable = new LinkedHashMap<>();
    for (SourcedBlock sourced : content.sourced()) {
      Element table = sourced.element().closest("table");
      if (sourced.block().kind() == BlockKind.TABLE_ROW
          && sourced.block().region() == Region.MAIN
          && table != null) {
        byTable
            .computeIfAbsent(table, _ -> new ArrayList<>())
            .add(new Row(sourced.block(), Tables.cellTexts(sourced.element())));
      }
    }
    return byTable.values().stream().flatMap(rows -> tables.plans(rows).stream()).toList();
  }

  private List<PlanPrice> plans(List<Row> rows) {
    Row header = rows.getFirst();
    List<Row> priced = rows.stream().filter(this::holdsMoney).toList();
    List<PlanPrice> plans = new ArrayList<>();
    boolean oneAColumn =
        !holdsMoney(header)
            && priced.stream()
                .anyMatch(row -> moneyCells(row) >= 2 && PRICE_LABEL.matcher(row.cell(0)).find());
    for (Row row : priced) {
      if (oneAColumn) {
        plans.addAll(column(header, row));
      } else if (priced.size() * 2 >= rows.size() - 1 && rows.size() > 1) {
        plans.addAll(row(header, row));
      }
    }
    return plans;
  }

  private List<PlanPrice> column(Row header, Row row) {
    List<PlanPrice> plans = new ArrayList<>();
    if (!PRICE_LABEL.matcher(row.cell(0)).find()) {
      return plans;
    }
    for (int j = 1; j < row.cells().size(); j++) {
      String plan = PlanNames.clean(header.cell(j));
      Quote quote = Quote.spanning(content.text(), header.block(), row.block());
      if (PlanNames.isPlausible(plan)) {
        price(row.cell(j), row.cell(0))
            .map(found -> found.named(plan, quote))
            .ifPresent(plans::add);
      }
    }
    return plans;
  }

  private List<PlanPrice> row(Row header, Row row) {
    List<PlanPrice> plans = new ArrayList<>();
    String plan = PlanNames.clean(row.cell(0));
    if (!PlanNames.isPlausible(plan)) {
      return plans;
    }
    for (int j = 1; j < row.cells().size(); j++) {
      price(row.cell(j), header.cell(j))
          .map(found -> found.named(plan, Quote.of(row.block())))
          .ifPresent(plans::add);
    }
    return plans;
  }

  private Optional<Found> price(String cell, String label) {
    return PriceParser.parse(cell, locale)
        .map(
            price ->
                price.period() == null
                    ? price.withPeriod(
                        PriceParser.period("per " + label)
                            .orElse(PriceParser.period(label).orElse(null)))
                    : price)
        .map(
            price ->
                price.with(price.period(), price.billedYearly() || YearlyBilling.isTold("", label)))
        .map(price -> new Found(price, cell));
  }

  private boolean holdsMoney(Row row) {
    return moneyCells(row) > 0;
  }

  private long moneyCells(Row row) {
    return row.cells().stream()
        .filter(
            cell ->
                PriceParser.parse(cell, locale)
                    .filter(price -> price.currency() != null)
                    .isPresent())
        .count();
  }

  private record Found(Price price, String words) {
    PlanPrice named(String plan, Quote quote) {
      return new PlanPrice(plan, price, words, quote);
    }
  }

  private record Row(Block block, List<String> cells) {
    String cell(int index) {
      return index < cells.size() ? cells.get(index) : "";
    }
  }
}
