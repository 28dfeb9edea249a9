package io.competitoriq.process.fact.features;

import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.evidence.QuoteFinder;
import io.competitoriq.process.fact.features.Grid.Row;
import io.competitoriq.process.fact.pricing.PriceParser;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// Reads comparisons of plans: one plan a column, or one plan a row.
final class Matrix {

  private static final int HEAD_REACH = 3;
  private static final int LABEL_WORDS = 14;
  private static final int LONGEST_LABEL = 120;
  private static final Pattern PLANS_BELOW =
      Pattern.compile(
          "(?i)^(plans?|editions?|packages?|tiers?|tarife?|pakete?|offres?|formules?)$");
  static final Pattern NO_FEATURE =
      Pattern.compile(
          "(?i)^(price|pricing|cost|monthly( price)?|annual(ly)?( price)?|yearly( price)?|per (month|year|user)|preis|kosten|prix|precio|billing|total)\\b.*|.*\\b(buy now|sign up|get started|start (free|trial)|contact sales|learn more)\\b.*");

  private final Content content;
  private final RowBlocks blocks;
  private final Set<String> known;
  private final boolean plansPage;
  private final List<Included> found = new ArrayList<>();

  private Matrix(Content content, RowBlocks blocks, Set<String> known, boolean plansPage) {
    this.content = content;
    this.blocks = blocks;
    this.known = known;
    this.plansPage = plansPage;
  }

  /// @param known names of the page's plans, lower case
  /// @param plansPage whether the page is about plans; elsewhere a table has to name two
  static List<Included> read(
      List<Grid> grids, Content content, Set<String> known, boolean plansPage) {
    Matrix matrix = new Matrix(content, new RowBlocks(content), known, plansPage);
    grids.forEach(grid -> matrix.read(grid.rows()));
    return matrix.found;
  }

  private void read(List<Row> rows) {
    if (!rows.isEmpty() && rows.getFirst().isWhole()) {
      Element corner = rows.getFirst().cells().getFirst();
      if (PLANS_BELOW.matcher(Cell.text(corner)).matches()) {
        plansBelow(rows);
        return;
      }
    }
    for (int i = 0; i < Math.min(HEAD_REACH, rows.size() - 1); i++) {
      List<String> names = names(rows.get(i), rows.get(i + 1));
      if (isHead(names)) {
        columns(names, rows.subList(i + 1, rows.size()));
        return;
      }
    }
  }

  /// Without the corner, which may span down from the row above.
  private static List<String> names(Row row, Row next) {
    int corner = row.cells().size() + 1 == next.cells().size() ? 0 : 1;
    return row.cells().stream().skip(corner).map(PlanWords::name).toList();
  }

  private boolean isHead(List<String> names) {
    long plans = names.stream().filter(name -> PlanWords.isPlan(name, known)).count();
    boolean named = names.stream().noneMatch(String::isEmpty);
    boolean apart = new HashSet<>(names).size() == names.size();
    boolean usual = plans >= 2 && plans * 2 >= names.size();
    return named && apart && names.size() >= 2 && (usual || plansPage);
  }

  private void columns(List<String> plans, List<Row> rows) {
    String group = rows.isEmpty() ? "" : heading(rows.getFirst().element());
    boolean marked = isMarked(rows);
    if (!marked && !plansPage) {
      return;
    }
    for (Row row : rows) {
      List<Element> cells = row.cells();
      String label = cells.isEmpty() ? "" : Cell.text(cells.getFirst());
      if (isGroup(row)) {
        group = label;
      } else if (cells.size() == plans.size() + 1 && isFeature(label) && !asksForMoney(row)) {
        for (int i = 0; i < plans.size(); i++) {
          add(new Place(plans.get(i), label, group, marked), cells.get(i + 1), row);
        }
      }
    }
  }

  /// A small heading right above a table is that of its rows.
  private static String heading(Element row) {
    Element table = row.closest("table, [role=table], [role=grid]");
    Element above = table == null ? null : table.previousElementSibling();
    return above != null && above.normalName().matches("h[3-6]") ? Cell.text(above) : "";
  }

  private static boolean isGroup(Row row) {
    return !row.cells().isEmpty()
        && !Cell.text(row.cells().getFirst()).isEmpty()
        && row.cells().stream().skip(1).allMatch(Cell::isBlank);
  }

  private void plansBelow(List<Row> rows) {
    List<Element> heads = rows.getFirst().cells();
    boolean marked = isMarked(rows);
    for (Row row : rows.subList(1, rows.size())) {
      if (row.cells().size() == heads.size()) {
        String plan = PlanWords.name(row.cells().getFirst());
        for (int i = 1; i < heads.size() && !plan.isEmpty(); i++) {
          String label = Cell.text(heads.get(i));
          if (isFeature(label) && !asksForMoney(row.cells().get(i))) {
            add(new Place(plan, label, "", marked), row.cells().get(i), row);
          }
        }
      }
    }
  }

  private static boolean isFeature(String label) {
    return label.matches(".*\\p{L}{2}.*")
        && Texts.words(label) <= LABEL_WORDS
        && label.length() <= LONGEST_LABEL
        && !NO_FEATURE.matcher(label).matches();
  }

  private static boolean asksForMoney(Row row) {
    return row.cells().stream().skip(1).anyMatch(Matrix::asksForMoney);
  }

  private static boolean asksForMoney(Element cell) {
    return PriceParser.findAll(Cell.text(cell), Locale.ENGLISH).stream()
        .anyMatch(price -> price.currency() != null);
  }

  private static boolean isMarked(List<Row> rows) {
    return rows.stream().flatMap(row -> row.cells().stream()).anyMatch(Cell::isMarked);
  }

  /// Which cell it is.
  ///
  /// @param marked whether other cells say yes by a sign, so that an empty one says no
  private record Place(String plan, String feature, String group, boolean marked) {}

  private void add(Place place, Element cell, Row row) {
    Optional<String> value =
        place.marked() && Cell.isBlank(cell) ? Optional.of(Cell.NO) : Cell.value(cell);
    value.ifPresent(
        says ->
            found.add(
                new Included(
                    place.plan(),
                    place.feature(),
                    says,
                    place.group(),
                    quote(row, place.feature(), says))));
  }

  /// The row; of a row that is several blocks, from the feature's name to what it says.
  private @Nullable Quote quote(Row row, String feature, String says) {
    List<SourcedBlock> within = blocks.in(row.element());
    Optional<SourcedBlock> name =
        within.stream()
            .filter(each -> QuoteFinder.in(each.block(), feature).isPresent())
            .findFirst();
    if (within.size() == 1) {
      return Quote.of(within.getFirst().block());
    }
    if (name.isEmpty()) {
      return null;
    }
    return within.stream()
        .filter(each -> each.block().text().equals(says))
        .findFirst()
        .map(each -> Quote.spanning(content.text(), name.get().block(), each.block()))
        .orElseGet(() -> Quote.of(name.get().block()));
  }
}
