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
    for (int level = 0; level < CLIMB && at != null && !at.normalName().equals("body"); level++) {
      Element first = at.selectFirst("> h2, > h3, > header h2");
      boolean said = level > 0 && first != null && CardOffers.ADD_ON.matcher(first.text()).find();
      if (said || CLASS.matcher(at.className() + " " + at.id()).find()) {
        return true;
      }
      at = at.parent();
    }
    return false;
  }
}
