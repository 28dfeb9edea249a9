package io.competitoriq.process.fact.pricing;

import io.competitoriq.messages.BillingPeriod;
import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Tables;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.fact.Billing;
import io.competitoriq.process.fact.pricing.Units.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/// Reads plans that are laid out as a table: one plan a column, or one plan a row.
final class PricingTables {

  static final Pattern PRICE_LABEL =
      Pattern.compile(
          "(?iuU)\\b(price|pricing|cost|monthly|annual|annually|yearly|month|year|billing|billed|fee|preise?|kosten|tarif|monatlich|jährlich|prix|mensuel|annuel|precios?"
              + "|mensual|anual|preços?|mensal|prezz[oi]|mensile|annuale|prij[sz]en?|maandelijks|jaarlijks|pris(?:er)?|cen[ay]|miesięcznie|rocznie|per user)\\b"
              + "|料金|価格|月額|年額|^$");

  private static final Evaluator TABLE = QueryParser.parse("table");
  private static final Pattern NO_PLAN_PRICE =
      Pattern.compile(
          "(?iu)set-?up|additional|overage|extra|add-?on|einrichtung|support|discount|saving|deposit|shipping|versand|total");

  private final Content content;
  private final Locale locale;

  private PricingTables(Content content, Locale locale) {
    this.content = content;
    this.locale = locale;
  }

  static List<PlanPrice> read(Content content, Locale locale, Surroundings surroundings) {
    PricingTables tables = new PricingTables(content, locale);
    return rows(content, surroundings).values().stream()
        .flatMap(rows -> tables.plans(rows).stream())
        .toList();
  }

  /// The rows of each table that holds data, in page order.
  static Map<Element, List<Row>> rows(Content content, Surroundings surroundings) {
    Map<Element, List<Row>> byTable = new LinkedHashMap<>();
    for (SourcedBlock sourced : content.sourced()) {
      Element table = sourced.element().closest(TABLE);
      if (sourced.block().kind() == BlockKind.TABLE_ROW
          && table != null
          && !surroundings.areElsewhere(sourced)) {
        byTable
            .computeIfAbsent(table, _ -> new ArrayList<>())
            .add(new Row(sourced.block(), Tables.cellTexts(sourced.element()), sourced.element()));
      }
    }
    return byTable;
  }

  private List<PlanPrice> plans(List<Row> rows) {
    Row header = rows.getFirst();
    if (HeadCells.namePlans(header, locale)) {
      return HeadCells.plans(header, content, locale);
    }
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
    if (!PRICE_LABEL.matcher(row.cell(0)).find() || NO_PLAN_PRICE.matcher(row.cell(0)).find()) {
      return plans;
    }
    for (int j = 1; j < row.cells().size(); j++) {
      String plan = PlanNames.clean(header.cell(j));
      Quote quote = Quote.spanning(content.text(), header.block(), row.block());
      if (PlanNames.isPlausible(plan)) {
        price(row.cell(j), row.cell(0))
            .map(found -> found.named(plan, quote, false))
            .ifPresent(plans::add);
      }
    }
    return plans;
  }

  private List<PlanPrice> row(Row header, Row row) {
    List<PlanPrice> plans = new ArrayList<>();
    String plan = PlanNames.clean(NameText.ofCell(row.element(), row.cell(0)));
    if (!PlanNames.isPlausible(plan)) {
      return plans;
    }
    boolean addOn =
        CardOffers.standsUnderAddOns(row.block())
            || CardOffers.ADD_ON.matcher(header.cell(0)).find();
    for (int j = 1; j < row.cells().size(); j++) {
      if (NO_PLAN_PRICE.matcher(header.cell(j)).find()) {
        continue;
      }
      price(row.cell(j), header.cell(j))
          .map(found -> found.named(plan, Quote.of(row.block()), addOn))
          .ifPresent(plans::add);
    }
    return plans;
  }

  private Optional<Found> price(String cell, String label) {
    return PriceParser.parse(cell, locale)
        .map(price -> labelled(price, label))
        .map(price -> new Found(price, cell));
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
    PlanPrice named(String plan, Quote quote, boolean addOn) {
      return new PlanPrice(plan, price, words, quote, null, null, addOn);
    }
  }

  record Row(Block block, List<String> cells, Element element) {
    String cell(int index) {
      return index < cells.size() ? cells.get(index) : "";
    }
  }
}
