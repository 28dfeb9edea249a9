package io.competitoriq.process.content;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;

/// Tables that hold data, and the cells of their rows.
public final class Tables {

  /// Stands between two cells of a row's text.
  public static final String CELL_BREAK = " | ";

  private static final int LONGEST_CELL = 300;

  private Tables() {}

  /// Whether a row is one of a data table: at least two cells, none of them a layout of its own.
  static boolean isDataRow(Element row) {
    List<Element> cells = cells(row);
    Element table = row.closest("table");
    if (cells.size() < 2 || table == null || table.attr("role").equals("presentation")) {
      return false;
    }
    return cells.stream()
        .noneMatch(
            cell ->
                cell.selectFirst("table, form, article, section") != null
                    || cell.select("p, li").size() > 4
                    || cell.text().length() > LONGEST_CELL);
  }

  /// The texts of a row's cells; icons speak by their labels.
  public static List<String> cellTexts(Element row) {
    return cells(row).stream().map(Tables::cellText).toList();
  }

  static String rowText(Element row) {
    String joined = cellTexts(row).stream().collect(Collectors.joining(CELL_BREAK));
    return joined.replace("|", "").isBlank() ? "" : Texts.collapse(joined);
  }

  private static List<Element> cells(Element row) {
    return row.children().stream()
        .filter(cell -> Set.of("td", "th").contains(cell.normalName()))
        .toList();
  }

  private static Element withoutAdverts(Element cell) {
    if (adverts(cell).isEmpty()) {
      return cell;
    }
    Element rest = cell.clone();
    adverts(rest).forEach(Element::remove);
    return rest;
  }

  private static List<Element> adverts(Element cell) {
    return cell.getAllElements().stream()
        .filter(inner -> inner != cell)
        .filter(inner -> RegionClassifier.of(inner).filter(Region.ADVERT::equals).isPresent())
        .toList();
  }

  private static String cellText(Element cell) {
    String text = Texts.collapse(withoutAdverts(cell).text());
    if (!text.isEmpty()) {
      return text;
    }
    Element labelled = cell.selectFirst("[aria-label], img[alt], [title]");
    if (labelled == null) {
      return "";
    }
    String label = labelled.attr("aria-label");
    return Texts.collapse(label.isEmpty() ? labelled.attr("alt") + labelled.attr("title") : label);
  }
}
