package io.competitoriq.bench.change;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Rows of cards: siblings of one make with main content in nearly each.
final class Cards {

  private static final int FEWEST = 3;
  private static final int MOST = 60;
  private static final Set<String> TAGS = Set.of("li", "div", "article", "section");

  private Cards() {}

  static List<Element> rows(Document page, MainContent main) {
    List<Element> rows = new ArrayList<>();
    for (Element row : page.body().getAllElements()) {
      if (row.childrenSize() >= FEWEST && row.childrenSize() <= MOST && isRow(row, main)) {
        rows.add(row);
      }
    }
    return rows;
  }

  private static boolean isRow(Element row, MainContent main) {
    Element first = row.child(0);
    boolean named = !first.className().isEmpty() || first.normalName().equals("li");
    return named
        && TAGS.contains(first.normalName())
        && row.children().stream()
            .allMatch(
                card ->
                    card.normalName().equals(first.normalName())
                        && card.className().equals(first.className()))
        && row.children().stream().filter(card -> says(card, main)).count()
            >= 0.8 * row.childrenSize();
  }

  private static boolean says(Element card, MainContent main) {
    return card.getAllElements().stream()
        .anyMatch(element -> !element.ownText().isBlank() && main.isMain(element));
  }
}
