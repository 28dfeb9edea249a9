package io.competitoriq.process.fact.pricing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// Finds amounts that are crossed out or marked as the former price by tag, class or style. Some of
/// them stand in the text of a block, others were left out of it.
final class Struck {

  private static final Pattern CLASS =
      Pattern.compile(
          "(?:^|[\\s_:-])(?:strike(?:d|-?through)?|struck|line-?through|old-?price|price[-_]{0,2}old|old|(?:prev(?:ious)?|former)-?price|price[-_]{0,2}(?:prev(?:ious)?|former|crossed|strike|list|compare|original|regular-old)(?=$|\\s)|was-?price|price[-_]{0,2}was|was|original-?price|price-?original|compare-?at|price--compare|rrp|uvp|msrp|(?<!price-)list-?price|price-?list(?=$|\\s)|regular-?price-crossed|crossed(?:-out)?|before-?price|price-?before)(?:$|[\\s_-])");

  private Struck() {}

  /// The amounts struck within an element, in page order.
  static List<Price> in(Element element, Locale locale) {
    List<Price> struck = new ArrayList<>();
    for (Element each : element.select("del, s, strike, [class], [style]")) {
      if (each != element && isStruck(each) && !holdsStruckParent(each, element)) {
        Optional<Price> price =
            PriceParser.withFormer(SpacedText.of(each), locale).stream()
                .filter(Price::namesAmount)
                .findFirst();
        price.ifPresent(struck::add);
      }
    }
    return struck;
  }

  static boolean isWithin(Element element) {
    Element at = element;
    for (int level = 0; level < 3 && at != null; level++, at = at.parent()) {
      if (isStruck(at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean holdsStruckParent(Element each, Element limit) {
    for (Element at = each.parent(); at != null && at != limit; at = at.parent()) {
      if (isStruck(at)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isStruck(Element element) {
    String tag = element.normalName();
    if (tag.equals("del") || tag.equals("s") || tag.equals("strike")) {
      return true;
    }
    String classes = element.className().toLowerCase(Locale.ROOT);
    return element.attr("style").replace(" ", "").contains("line-through")
        || !classes.isEmpty() && CLASS.matcher(classes).find() && element.text().length() < 60;
  }
}
