package io.competitoriq.process.fact.pricing;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Parts of a page that sell what comes on top of a plan.
final class AddOnSection {

  private static final int CLIMB = 4;
  private static final Pattern CLASS =
      Pattern.compile("(?i)(?:^|[\\s_-])add-?_?ons?(?:$|[\\s_-])|[a-z]AddOns?\\b");

  private AddOnSection() {}

  static boolean holds(Element card) {
    Element at = card;
    Element below = card;
    for (int level = 0; level < CLIMB && at != null && !at.normalName().equals("body"); level++) {
      if (level > 0 && isToldAbove(at, below)
          || CLASS.matcher(at.className() + " " + at.id()).find()) {
        return true;
      }
      below = at;
      at = at.parent();
    }
    return false;
  }

  /// Only the heading nearest above speaks for a card; one below it begins another part.
  private static boolean isToldAbove(Element section, Element part) {
    Element nearest = null;
    for (Element heading : section.select("> h2, > h3, > header h2")) {
      if (topOf(heading, section).elementSiblingIndex() < part.elementSiblingIndex()) {
        nearest = heading;
      }
    }
    return nearest != null && CardOffers.ADD_ON.matcher(nearest.text()).find();
  }

  private static Element topOf(Element inner, Element section) {
    Element at = inner;
    for (Element up = at.parent(); up != null && up != section; up = at.parent()) {
      at = up;
    }
    return at;
  }
}
