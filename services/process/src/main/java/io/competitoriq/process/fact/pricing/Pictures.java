package io.competitoriq.process.fact.pricing;

import java.util.Optional;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;

/// Names that cards show as a picture: the text a page gives in its place, where each card has
/// another.
final class Pictures {

  private static final Evaluator PICTURE = QueryParser.parse("img[alt], [role=img][aria-label]");

  private Pictures() {}

  /// The name in the picture of a card; empty where the card beside it has the same or none.
  static Optional<String> name(Element card) {
    Element parent = card.parent();
    String name = told(card);
    boolean names =
        parent != null
            && PlanNames.isPlausible(name)
            && parent.children().stream()
                .filter(other -> other != card && other.normalName().equals(card.normalName()))
                .map(Pictures::told)
                .noneMatch(other -> other.isEmpty() || other.equalsIgnoreCase(name));
    return names ? Optional.of(PlanNames.clean(name)) : Optional.empty();
  }

  private static String told(Element card) {
    Element picture = card.selectFirst(PICTURE);
    return picture == null ? "" : (picture.attr("alt") + picture.attr("aria-label")).strip();
  }
}
