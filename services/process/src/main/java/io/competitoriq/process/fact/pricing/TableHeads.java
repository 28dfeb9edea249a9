package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Extent;
import io.competitoriq.process.content.Tables;
import io.competitoriq.process.content.Texts;
import io.competitoriq.process.fact.pricing.PricingTables.Row;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/// Tells what the head of a table says of each column, where its cells span rows or columns, and
/// which heading above it names what it is about.
final class TableHeads {

  private static final int MOST_SPAN = 20;
  private static final int LONGEST_LABEL = 60;
  private static final Set<String> LINE = Set.of("div", "p", "strong", "b", "span");

  private final Set<String> repeated;

  private TableHeads(Set<String> repeated) {
    this.repeated = repeated;
  }

  /// @param tables all tables of the page, to tell headings that stand above several of them
  static TableHeads of(Collection<List<Row>> tables) {
    Map<String, Set<List<String>>> above = new LinkedHashMap<>();
    for (List<Row> rows : tables) {
      List<String> path = rows.getFirst().block().path();
      if (path.size() > 1) {
        above
            .computeIfAbsent(path.getLast(), _ -> new HashSet<>())
            .add(path.subList(0, path.size() - 1));
      }
    }
    Set<String> repeated = new HashSet<>();
    above.forEach(
        (heading, parents) -> {
          if (parents.size() > 1) {
            repeated.add(heading);
          }
        });
    return new TableHeads(repeated);
  }

  /// What the heading above a table calls the thing that is sold. "Short term" below "Vans" and
  /// below "Buses" names neither.
  String title(Row row) {
    String above = label(row.element().closest("table"));
    if (!above.isEmpty()) {
      return above;
    }
    List<String> path = row.block().path();
    for (int i = path.size() - 1; i >= 0; i--) {
      if (i == 0 || !repeated.contains(path.get(i))) {
        return PlanNames.clean(path.get(i));
      }
    }
    return "";
  }

  /// A caption, or a short line that stands right above a table and is no heading.
  private static String label(@Nullable Element table) {
    if (table == null) {
      return "";
    }
    Element caption = table.selectFirst("caption");
    Element above = caption != null ? caption : table.previousElementSibling();
    boolean line =
        above != null
            && (caption != null || LINE.contains(above.normalName()))
            && above.childrenSize() <= 1
            && !Extent.exceeds(above, LONGEST_LABEL);
    String text = above != null && line ? PlanNames.clean(Texts.collapse(above.text())) : "";
    return PlanNames.isPlausible(text) && !text.endsWith(".") ? text : "";
  }

  /// The rows of a table, each with as many cells as there are columns to its last one.
  static List<Row> aligned(List<Row> rows) {
    Element table = rows.getFirst().element().closest("table");
    if (table == null || table.selectFirst("[rowspan], [colspan]") == null) {
      return rows;
    }
    Map<Element, List<String>> grid = grid(table);
    List<Row> aligned = new ArrayList<>();
    for (Row row : rows) {
      List<String> cells = grid.getOrDefault(row.element(), row.cells());
      aligned.add(row.with(cells));
    }
    return aligned;
  }

  /// The text of each column of each row; what spans rows stands in each of them, and what spans
  /// columns in each of those where it is a head.
  private static Map<Element, List<String>> grid(Element table) {
    Map<Element, List<String>> grid = new LinkedHashMap<>();
    Map<Integer, Spanning> open = new LinkedHashMap<>();
    for (Element row : table.select("tr")) {
      if (row.closest("table") != table) {
        continue;
      }
      List<String> texts = Tables.cellTexts(row);
      Elements cells = row.children();
      List<String> columns = new ArrayList<>();
      int at = 0;
      for (Element cell : cells) {
        if (!cell.normalName().equals("td") && !cell.normalName().equals("th")) {
          continue;
        }
        take(open, columns);
        String text = at < texts.size() ? texts.get(at++) : "";
        int width = span(cell, "colspan");
        boolean head = cell.normalName().equals("th");
        for (int i = 0; i < width; i++) {
          if (span(cell, "rowspan") > 1) {
            open.put(columns.size(), new Spanning(text, span(cell, "rowspan") - 1));
          }
          columns.add(i == 0 || head ? text : "");
        }
      }
      take(open, columns);
      grid.put(row, columns);
    }
    return grid;
  }

  /// Takes over what spans from above into the columns next to come.
  private static void take(Map<Integer, Spanning> open, List<String> columns) {
    Spanning above = open.get(columns.size());
    while (above != null) {
      int column = columns.size();
      columns.add(above.text());
      if (above.rows() > 1) {
        open.put(column, new Spanning(above.text(), above.rows() - 1));
      } else {
        open.remove(column);
      }
      above = open.get(columns.size());
    }
  }

  private static int span(Element cell, String attribute) {
    String value = cell.attr(attribute).strip().toLowerCase(Locale.ROOT);
    return value.matches("\\d{1,2}")
        ? Math.max(1, Math.min(MOST_SPAN, Integer.parseInt(value)))
        : 1;
  }

  private record Spanning(String text, int rows) {}
}
