package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Tables;
import io.competitoriq.process.evidence.Quote;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/// Reads plans that are laid out as a table: one plan a column, or one plan a row.
final class PricingTables {

  static final Pattern PRICE_LABEL =
      Pattern.compile(
          "(?iuU)\\b(price|pricing|cost|monthly|annual|annually|yearly|month|year|billing|billed|fee|preise?|kosten|tarif|abonnement|grundpreis|arbeitspreis|canone|cuota|mensualité|monatlich|jährlich|prix|mensuel|annuel|precios?|mensual|anual|preços?|mensal|prezz[oi]|mensile|annuale|prij[sz]en?|maandelijks|jaarlijks|pris(?:er)?|cen[ay]|miesięcznie|rocznie|per"
              + " user|rates?|amount|hinnat?|hinta|fiyat(?:lar|ı)?|ücret(?:i)?|ár|árak|cijen[ae]|preț|τιμή|цін[аи]|цен[аы]|стоимость|giá|harga|tarifas?|tariff[ae]|importe|valor|montant|betrag|belopp|beløp|costo|custo|coste|stawka|výše|maksu)\\b"
              + "|料金|価格|月額|年額|^$");

  private static final Evaluator TABLE = QueryParser.parse("table");
  private static final Pattern EACH = Pattern.compile("(?iu)(?:per|pro|par|por) \\p{L}+");
  private static final Pattern NO_PLAN_PRICE =
      Pattern.compile(
          "(?iu)set-?up|additional|overage|extra|add-?on|einrichtung|support|discount|saving|deposit|shipping|versand|total");

  private static final Pattern DEPOSIT =
      Pattern.compile(
          "(?iuU)\\b(?:(?:security"
              + " )?deposits?|kaution\\w*|kaucj\\w+|kauce|záloh\\w+|cautions?|cauzion\\w+|fianzas?|depósitos?|borg(?:som)?|depositum|deposition|panttimaksu|depozito)\\b");

  private final Content content;
  private final Locale locale;
  private final TableCells cells;
  private final TableHeads heads;

  private PricingTables(Content content, Locale locale, TableHeads heads) {
    this.heads = heads;
    this.cells = new TableCells(locale);
    this.content = content;
    this.locale = locale;
  }

  /// What each table asks, by its element; tables that ask nothing are left out.
  static Map<Element, List<PlanPrice>> read(
      Content content, Locale locale, Surroundings surroundings) {
    Map<Element, List<PlanPrice>> read = new LinkedHashMap<>();
    Map<Element, List<Row>> all = rows(content, surroundings);
    all.replaceAll((_, rows) -> BareColumns.priced(SideBySide.apart(rows), content.text(), locale));
    PricingTables tables = new PricingTables(content, locale, TableHeads.of(all.values()));
    all.forEach(
        (table, rows) -> {
          List<PlanPrice> plans = tables.plans(rows, tables.isOneOfMany(rows, all.values()));
          if (!plans.isEmpty()) {
            read.put(table, plans);
          }
        });
    return read;
  }

  /// The rows of each table that holds data, in page order.
  static Map<Element, List<Row>> rows(Content content, Surroundings surroundings) {
    Map<Element, List<Row>> byTable = new LinkedHashMap<>(GridRows.read(content, surroundings));
    for (SourcedBlock sourced : content.sourced()) {
      Element table = sourced.element().closest(TABLE);
      if (sourced.block().kind() == BlockKind.TABLE_ROW
          && table != null
          && !surroundings.areElsewhere(sourced)) {
        byTable
            .computeIfAbsent(table, _ -> new ArrayList<>())
            .add(
                new Row(
                    sourced.block(),
                    Tables.cellTexts(sourced.element()),
                    sourced.element(),
                    sourced.block()));
      }
    }
    byTable.replaceAll((_, rows) -> TableHeads.aligned(rows));
    return byTable;
  }

  /// Whether other tables have the same rows under headings of their own: then the headings name
  /// the plans.
  private boolean isOneOfMany(List<Row> rows, Collection<List<Row>> tables) {
    List<String> labels = labels(rows);
    return labels.size() > 1
        && arePartsOfOne(rows)
        && tables.stream()
            .anyMatch(
                other ->
                    other != rows
                        && labels(other).equals(labels)
                        && !heads.title(other.getFirst()).equals(heads.title(rows.getFirst())));
  }

  /// "Electricity per kWh", "gas per m³", "standing charge per month" are parts of one tariff.
  private boolean arePartsOfOne(List<Row> rows) {
    return rows.stream()
            .flatMap(row -> PriceParser.parse(row.cell(1), locale).stream())
            .map(price -> price.period() + " " + price.unit())
            .distinct()
            .count()
        > 1;
  }

  private static List<String> labels(List<Row> rows) {
    return rows.stream().map(row -> row.cell(0)).toList();
  }

  private List<PlanPrice> plans(List<Row> rows, boolean oneOfMany) {
    Row header = rows.getFirst();
    if (HeadCells.namePlans(header, locale)) {
      return HeadCells.plans(header, content, locale);
    }
    List<Row> priced = rows.stream().filter(this::holdsMoney).toList();
    List<PlanPrice> plans = new ArrayList<>();
    boolean oneAColumn = !holdsMoney(header) && asksInRows(priced);
    boolean steps = !oneAColumn && !holdsMoney(header) && namesPlans(header, priced);
    if (DEPOSIT.matcher(heads.title(header)).find() || TierTables.areYears(priced)) {
      return plans;
    }
    for (Row row : priced) {
      if (oneAColumn) {
        plans.addAll(column(header, row));
      } else if (steps) {
        plans.addAll(apart(steps(header, row), row, plans));
      } else if (priced.size() * 2 >= rows.size() - 1 && rows.size() > 1) {
        plans.addAll(row(header, row, oneOfMany ? heads.title(row) : ""));
      }
    }
    if (!oneAColumn && !steps && !plans.isEmpty()) {
      plans.addAll(UnpricedRows.of(rows, priced, locale));
    }
    return plans;
  }

  /// Whether rows are labelled as prices of the plans in the columns; where most priced rows name
  /// something else, each of them is a thing of its own ("Monthly unlimited" beside "Drop-in").
  private boolean asksInRows(List<Row> priced) {
    long labelled =
        priced.stream()
            .filter(row -> offers(row) >= 2 && PRICE_LABEL.matcher(row.cell(0)).find())
            .count();
    long others =
        priced.stream()
            .filter(row -> !PRICE_LABEL.matcher(row.cell(0)).find())
            .filter(row -> !NO_PLAN_PRICE.matcher(row.cell(0)).find())
            .count();
    return labelled > 0 && others <= labelled;
  }

  /// Whether the head names plans whose amounts go up with the quantity of each row.
  private boolean namesPlans(Row header, List<Row> priced) {
    boolean steps = TierTables.areSteps(priced) || TierTables.areTimes(priced);
    if (!steps || TierTables.arePeople(header, priced)) {
      return false;
    }
    for (int j = 1; j < header.cells().size(); j++) {
      int column = j;
      boolean asked = priced.stream().anyMatch(row -> isMoney(row.cell(column)));
      if (asked && (isPriceLabel(header.cell(j)) || !PlanNames.isPlausibleHead(header.cell(j)))) {
        return TierTables.areNumbers(priced) || TierTables.areTimes(priced);
      }
    }
    return true;
  }

  private List<PlanPrice> steps(Row header, Row row) {
    List<PlanPrice> plans = new ArrayList<>();
    String step = TierTables.step(header, row);
    for (int j = 1; j < row.cells().size(); j++) {
      boolean labelled = isPriceLabel(header.cell(j));
      String title = labelled ? heads.title(row) : header.cell(j);
      boolean titled = PlanNames.isPlausibleHead(title);
      String plan = PlanNames.clean(titled ? title : row.cell(0));
      if (PlanNames.isPlausibleHead(plan) && !NO_PLAN_PRICE.matcher(header.cell(j)).find()) {
        cells.prices(row, j, labelled ? header.cell(j) : header.cell(0)).stream()
            .limit(1)
            .map(found -> found.named(plan, quote(row), titled ? step : null, false))
            .forEach(plans::add);
      }
    }
    return plans;
  }

  /// Two rows for the same time differ in another column ("1 day" with 400 km and without a limit).
  private List<PlanPrice> apart(List<PlanPrice> steps, Row row, List<PlanPrice> before) {
    String more =
        row.cells().stream()
            .skip(1)
            .filter(cell -> !cell.isBlank() && !isMoney(cell))
            .findFirst()
            .orElse("");
    return more.isEmpty()
        ? steps
        : steps.stream()
            .map(step -> before.stream().anyMatch(step::isSameStep) ? step.at(more) : step)
            .toList();
  }

  static boolean isPriceLabel(String label) {
    return PRICE_LABEL.matcher(label).find()
        || Units.label(label).isPresent()
        || Units.isMonthOrYear(label.strip())
        || EACH.matcher(label).matches()
        || label.contains("€")
        || label.contains("$");
  }

  private Quote quote(Row row) {
    return row.block() == row.last()
        ? Quote.of(row.block())
        : Quote.spanning(content.text(), row.block(), row.last());
  }

  private List<PlanPrice> column(Row header, Row row) {
    List<PlanPrice> plans = new ArrayList<>();
    if (!PRICE_LABEL.matcher(row.cell(0)).find() || NO_PLAN_PRICE.matcher(row.cell(0)).find()) {
      return plans;
    }
    for (int j = 1; j < row.cells().size(); j++) {
      String plan = PlanNames.clean(header.cell(j));
      Quote quote = Quote.spanning(content.text(), header.block(), row.last());
      if (PlanNames.isPlausible(plan)) {
        cells.prices(row, j, row.cell(0)).stream()
            .map(found -> found.named(plan, quote, null, false))
            .forEach(plans::add);
      }
    }
    return plans;
  }

  private List<PlanPrice> row(Row header, Row row, String title) {
    List<PlanPrice> plans = new ArrayList<>();
    String plan =
        !title.isEmpty() ? title : PlanNames.clean(NameText.ofCell(row.element(), row.cell(0)));
    if (!PlanNames.isPlausibleHead(plan)) {
      return plans;
    }
    boolean addOn =
        CardOffers.standsUnderAddOns(row.block())
            || CardOffers.ADD_ON.matcher(header.cell(0)).find();
    boolean headed = !holdsMoney(header);
    boolean kinds = headed && moneyCells(row) > 1;
    for (int j = 1; j < row.cells().size(); j++) {
      String label = headed ? header.cell(j) : "";
      if (NO_PLAN_PRICE.matcher(label).find()) {
        continue;
      }
      @Nullable String kind =
          kinds && !isPriceLabel(label) && PlanNames.isPlausible(label) ? label : null;
      cells.prices(row, j, kind == null ? label : "").stream()
          .map(found -> found.named(plan, quote(row), kind, addOn))
          .forEach(plans::add);
    }
    return plans;
  }

  private boolean holdsMoney(Row row) {
    return moneyCells(row) > 0;
  }

  private long moneyCells(Row row) {
    return row.cells().stream().filter(this::isMoney).count();
  }

  private long offers(Row row) {
    return row.cells().stream().filter(cell -> PriceParser.parse(cell, locale).isPresent()).count();
  }

  private boolean isMoney(String cell) {
    return PriceParser.parse(cell, locale).filter(price -> price.currency() != null).isPresent();
  }

  /// @param last the block the row ends with; `block` itself in a table
  record Row(Block block, List<String> cells, Element element, Block last) {
    Row until(Row other) {
      return new Row(block, cells, element, other.last());
    }

    Row with(List<String> texts) {
      return new Row(block, texts, element, last);
    }

    String cell(int index) {
      return index < cells.size() ? cells.get(index) : "";
    }
  }
}
