package io.competitoriq.process.maintext;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Element;

/// Reads the marks of a page's elements. Names repeat a lot on a page, alone and together, so each
/// is looked at once.
final class MarkReader {

  private static final int LONGEST_NAME = 300;
  private static final Mark[] MARKS = Mark.values();

  private final Map<String, Integer> known = new HashMap<>();
  private final Map<String, Integer> knownParts = new HashMap<>();

  /// Bits of the marks an element gives to all that stands in it.
  int read(Element element) {
    return byName(element) | byRole(element) | byTag(element) | byVisibility(element);
  }

  private int byName(Element element) {
    String classes = element.attr("class");
    String id = element.id();
    if (classes.isEmpty() && id.isEmpty()) {
      return 0;
    }
    String name = classes + " " + id;
    return known.computeIfAbsent(
        name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name, this::together);
  }

  private int together(String names) {
    int marks = 0;
    for (String name : names.toLowerCase(Locale.ROOT).split(" ")) {
      marks |= knownParts.computeIfAbsent(name, MarkReader::named);
    }
    return marks;
  }

  private static int named(String name) {
    int marks = 0;
    for (Mark mark : MARKS) {
      marks |= mark.named(name) ? mark.bit() : 0;
    }
    return marks;
  }

  private static int byRole(Element element) {
    return switch (element.attr("role")) {
      case "navigation", "menu", "menubar" -> Mark.NAV_ELEMENT.bit();
      case "banner" -> Mark.HEADER_ELEMENT.bit();
      case "contentinfo" -> Mark.FOOTER_ELEMENT.bit();
      case "complementary" -> Mark.ASIDE_ELEMENT.bit();
      case "main" -> Mark.MAIN_ELEMENT.bit();
      case "dialog", "alertdialog" -> Mark.DIALOG_ELEMENT.bit();
      case "search" -> Mark.FORM_ELEMENT.bit();
      case "button" -> Mark.CONTROL_ELEMENT.bit();
      case "article" -> Mark.ARTICLE_ELEMENT.bit();
      default -> 0;
    };
  }

  private static int byTag(Element element) {
    return switch (element.normalName()) {
      case "nav" -> Mark.NAV_ELEMENT.bit();
      case "header" -> Mark.HEADER_ELEMENT.bit();
      case "footer" -> Mark.FOOTER_ELEMENT.bit();
      case "aside" -> Mark.ASIDE_ELEMENT.bit();
      case "form", "fieldset" -> Mark.FORM_ELEMENT.bit();
      case "main" -> Mark.MAIN_ELEMENT.bit();
      case "article" -> Mark.ARTICLE_ELEMENT.bit();
      case "table" -> Mark.TABLE_ELEMENT.bit();
      case "ul", "ol" -> Mark.LIST_ELEMENT.bit();
      case "button", "select", "option", "label" -> Mark.CONTROL_ELEMENT.bit();
      case "dialog" -> Mark.DIALOG_ELEMENT.bit();
      case "noscript" -> Mark.NOSCRIPT_ELEMENT.bit();
      case "figure", "figcaption" -> Mark.FIGURE_ELEMENT.bit();
      default -> 0;
    };
  }

  private static int byVisibility(Element element) {
    String style = element.attr("style");
    boolean hidden =
        element.hasAttr("hidden")
            || element.attr("aria-hidden").equals("true")
            || (!style.isEmpty() && style.replace(" ", "").contains("display:none"));
    return hidden ? Mark.HIDDEN_ELEMENT.bit() : 0;
  }
}
