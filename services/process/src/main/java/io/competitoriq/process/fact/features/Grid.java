package io.competitoriq.process.fact.features;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;

/// Rows of cells, whatever they are marked up with: a table, roles, or divs of equal shape.
record Grid(List<Row> rows) {

  private static final int FEWEST_CELLS = 3;
  private static final int MOST_CELLS = 9;
  private static final int MOST_ROWS = 400;
  private static final int MOST_DIVS = 4000;

  /// @param element that holds the cells
  record Row(Element element, List<Element> cells) {
    boolean isWhole() {
      return cells.size() >= FEWEST_CELLS;
    }
  }

  /// Its own rows only: damaged pages nest thousands of tables.
  static Grid ofTable(Element table) {
    return new Grid(
        table.children().stream()
            .flatMap(
                part -> part.normalName().equals("tr") ? Stream.of(part) : part.children().stream())
            .filter(row -> row.normalName().equals("tr"))
            .limit(MOST_ROWS)
            .map(row -> new Row(row, row.children().stream().filter(Grid::isCell).toList()))
            .toList());
  }

  private static boolean isCell(Element element) {
    return element.normalName().equals("td") || element.normalName().equals("th");
  }

  static Grid ofRoles(Element table) {
    return new Grid(
        table.select("[role=row]").stream()
            .limit(MOST_ROWS)
            .map(
                row ->
                    new Row(
                        row,
                        row
                            .select(
                                "[role=cell], [role=gridcell], [role=columnheader], [role=rowheader]")
                            .stream()
                            .toList()))
            .toList());
  }

  /// Elements of the same shape below each other, each with the same number of parts.
  static List<Grid> ofDivs(Element body) {
    List<Grid> grids = new ArrayList<>();
    for (Element parent : body.select("div, section, ul, li").stream().limit(MOST_DIVS).toList()) {
      if (parent.childrenSize() >= FEWEST_CELLS && parent.childrenSize() <= MOST_ROWS) {
        List<Row> rows =
            parent.children().stream()
                .filter(row -> row.childrenSize() >= FEWEST_CELLS)
                .filter(row -> row.childrenSize() <= MOST_CELLS)
                // A card has a heading and a list of its own; a row has neither.
                .filter(row -> row.selectFirst("ul, ol, li, h1, h2, h3, h4") == null)
                .map(row -> new Row(row, List.copyOf(row.children())))
                .toList();
        boolean even = rows.stream().mapToInt(row -> row.cells().size()).distinct().count() == 1;
        if (even && rows.size() >= FEWEST_CELLS) {
          grids.add(new Grid(rows));
        }
      }
    }
    return grids;
  }
}
