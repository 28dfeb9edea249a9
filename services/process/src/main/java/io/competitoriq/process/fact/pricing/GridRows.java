package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.BlockKind;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.fact.pricing.PricingTables.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/// Finds tables that are not built of `table`: rows and cells by their ARIA roles, or equal rows of
/// equal elements below a row of labels.
final class GridRows {

  private static final int SEVERAL = 2;
  private static final Pattern MONEY =
      Pattern.compile("\\p{Sc}|\\b[A-Z]{3}\\b|\\d\\s?(?:kr|zł|Kč|円)");
  private static final int FEWEST_ROWS = 3;
  private static final int FEWEST_CELLS = 3;
  private static final int MOST_CELLS = 9;
  private static final int LONGEST_CELL = 60;
  private static final int CLIMB = 4;
  private static final Evaluator ROW = QueryParser.parse("[role=row]");
  private static final Evaluator GRID =
      QueryParser.parse("[role=table], [role=grid], [role=treegrid]");
  private static final Evaluator CELL =
      QueryParser.parse("[role=cell], [role=gridcell], [role=columnheader], [role=rowheader]");

  private final Map<Element, Boolean> known = new HashMap<>();

  private GridRows() {}

  /// The rows of each grid, in page order.
  static Map<Element, List<Row>> read(Content content, Surroundings surroundings) {
    GridRows grids = new GridRows();
    Map<Element, Map<Element, Row>> rows = new LinkedHashMap<>();
    for (SourcedBlock sourced : content.sourced()) {
      if (sourced.block().kind() != BlockKind.TABLE_ROW && !surroundings.areElsewhere(sourced)) {
        grids
            .row(sourced.element())
            .ifPresent(
                row ->
                    rows.computeIfAbsent(grid(row), _ -> new LinkedHashMap<>())
                        .merge(row, first(sourced, row), Row::until));
      }
    }
    Map<Element, List<Row>> read = new LinkedHashMap<>();
    rows.forEach((grid, each) -> read.put(grid, new ArrayList<>(each.values())));
    return read;
  }

  private static Row first(SourcedBlock sourced, Element row) {
    return new Row(
        sourced.block(), cells(row).stream().map(SpacedText::of).toList(), row, sourced.block());
  }

  private Optional<Element> row(Element element) {
    Element byRole = element.closest(ROW);
    if (byRole != null) {
      return Optional.of(byRole).filter(row -> cells(row).size() >= 2);
    }
    Element at = element;
    for (int level = 0; level < CLIMB && at != null; level++, at = at.parent()) {
      Element parent = at.parent();
      if (parent != null && known.computeIfAbsent(parent, GridRows::isGrid)) {
        return Optional.of(at);
      }
    }
    return Optional.empty();
  }

  private static Element grid(Element row) {
    @Nullable Element grid = row.closest(GRID);
    Element parent = row.parent();
    return grid != null ? grid : parent == null ? row : parent;
  }

  private static List<Element> cells(Element row) {
    List<Element> byRole = row.select(CELL);
    return byRole.isEmpty() ? row.children() : byRole;
  }

  private static boolean isGrid(Element parent) {
    List<Element> rows = parent.children();
    if (rows.size() < FEWEST_ROWS || !parent.hasParent() || parent.closest("table") != null) {
      return false;
    }
    Element head = rows.getFirst();
    int columns = head.childrenSize();
    boolean even =
        columns >= FEWEST_CELLS
            && columns <= MOST_CELLS
            && rows.stream()
                .allMatch(
                    row ->
                        row.normalName().equals(head.normalName())
                            && row.childrenSize() == columns
                            && row.children().stream().allMatch(GridRows::isCell));
    return even && isLabelled(rows, columns);
  }

  private static boolean isCell(Element cell) {
    return !cell.normalName().equals("a") && Texts.collapse(cell.text()).length() <= LONGEST_CELL;
  }

  /// Whether the first row says what the amounts below it are.
  private static boolean isLabelled(List<Element> rows, int columns) {
    int priced = 0;
    boolean labelled = false;
    for (int j = 1; j < columns; j++) {
      int column = j;
      String label = SpacedText.of(rows.getFirst().child(j));
      boolean asked =
          rows.stream().skip(1).allMatch(row -> MONEY.matcher(row.child(column).text()).find());
      if (asked && !label.matches(".*\\p{Sc}.*")) {
        priced++;
        labelled |= !label.matches(".*\\d.*") && PricingTables.isPriceLabel(label);
      }
    }
    return labelled || priced >= SEVERAL;
  }
}
