package io.competitoriq.process.fact.features;

import io.competitoriq.process.content.Texts;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// What a cell of a matrix says of a feature: included, not included, or how much of it.
final class Cell {

  static final String YES = "yes";
  static final String NO = "no";

  private static final int LONGEST = 120;
  private static final String ASIDES =
      "[role=tooltip], [class*=tooltip], sup, script, style, template";
  private static final Pattern YES_WORDS =
      Pattern.compile(
          "(?iuU)[✓✔☑✅●•√🗸]\\uFE0F?|yes|y|ja|oui|s[ií]|included|inclus(e)?|inklusive|enthalten|available|incluido|true");
  private static final Pattern NO_WORDS =
      Pattern.compile(
          "(?iuU)[-–—✗✘✕✖×x❌○·]\\uFE0F?|no|n|nein|non|nej|not included|not available|non inclus|nicht enthalten|n/a|none|false");
  private static final Pattern NO_SIGN =
      Pattern.compile(
          "(?<![a-z])(not|no|non|un|cross(ed)?|times|close|xmark|x|minus|dash|false|exclu(ded|ido)|unavailable|remove|disabled|nope|empty|off|negative)(?![a-z])");
  private static final Pattern YES_SIGN =
      Pattern.compile(
          "(?<![a-z])(check(ed|mark|circle)?|tick|yes|included?|true|success|done|available|on|positive|ok|circle|dot)(?![a-z])");

  private Cell() {}

  /// Empty when the cell's sign is none we know.
  static Optional<String> value(Element cell) {
    String text = text(cell);
    if (!text.isEmpty()) {
      return Optional.of(ofWords(text));
    }
    if (cell.children().isEmpty()) {
      return Optional.of(NO);
    }
    String signs = signs(cell);
    if (NO_SIGN.matcher(signs).find()) {
      return Optional.of(NO);
    }
    return YES_SIGN.matcher(signs).find() ? Optional.of(YES) : Optional.empty();
  }

  /// Whether the cell carries neither words nor a sign.
  static boolean isBlank(Element cell) {
    return text(cell).isEmpty() && cell.select("svg, img, i, span, use").isEmpty();
  }

  /// Whether it says yes or no by a sign.
  static boolean isMarked(Element cell) {
    return value(cell).filter(value -> value.equals(YES)).isPresent();
  }

  private static String ofWords(String text) {
    if (YES_WORDS.matcher(text).matches()) {
      return YES;
    }
    if (NO_WORDS.matcher(text).matches()) {
      return NO;
    }
    return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
  }

  /// The words a reader sees, without explanations that open on demand.
  static String text(Element cell) {
    if (cell.selectFirst(ASIDES) == null) {
      return Texts.collapse(cell.text());
    }
    Element copy = cell.clone();
    copy.select(ASIDES).remove();
    return Texts.collapse(copy.text());
  }

  private static String signs(Element cell) {
    StringBuilder signs = new StringBuilder();
    for (Element each : cell.getAllElements()) {
      for (String attribute :
          new String[] {
            "aria-label", "alt", "title", "class", "data-icon", "name", "href", "xlink:href", "id"
          }) {
        signs.append(' ').append(each.attr(attribute));
      }
      String source = each.attr("src");
      signs.append(' ').append(source.substring(source.lastIndexOf('/') + 1));
    }
    return signs
        .toString()
        .replaceAll("([a-z])([A-Z])", "$1 $2")
        .replace('_', ' ')
        .toLowerCase(Locale.ROOT);
  }
}
