package io.competitoriq.process.fact.features;

import io.competitoriq.process.content.Texts;
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

  private Cell() {}

  /// Empty when the cell's sign is none we know.
  static Optional<String> value(Element cell) {
    String text = text(cell);
    if (!text.isEmpty()) {
      return Optional.of(ofWords(text));
    }
    return Sign.of(cell, Cell::isAside).map(sign -> sign == Sign.YES ? YES : NO);
  }

  private static boolean isAside(Element element) {
    return element.is(ASIDES);
  }

  /// Whether the cell carries neither words nor a sign.
  static boolean isBlank(Element cell) {
    return text(cell).isEmpty()
        && cell.select("svg, img, i, use").isEmpty()
        && Sign.of(cell, Cell::isAside).isEmpty();
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
}
