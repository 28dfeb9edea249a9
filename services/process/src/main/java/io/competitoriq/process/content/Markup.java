package io.competitoriq.process.content;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// How HTML elements lay out their text.
final class Markup {

  private static final Set<String> SKIPPED =
      Set.of(
          "script",
          "style",
          "template",
          "svg",
          "head",
          "iframe",
          "object",
          "math",
          "canvas",
          "video",
          "audio",
          "textarea",
          "noscript",
          "select",
          "option",
          "datalist",
          "del",
          "s",
          "strike",
          "input");
  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "div",
          "section",
          "article",
          "main",
          "li",
          "ul",
          "ol",
          "tr",
          "table",
          "td",
          "th",
          "h1",
          "h2",
          "h3",
          "h4",
          "h5",
          "h6",
          "hr",
          "blockquote",
          "pre",
          "dl",
          "dt",
          "dd",
          "figure",
          "figcaption",
          "header",
          "footer",
          "nav",
          "aside",
          "form",
          "fieldset",
          "details",
          "summary",
          "button",
          "label",
          "tbody",
          "thead",
          "tfoot",
          "caption",
          "body",
          "address",
          "dialog",
          "center",
          "legend",
          "hgroup",
          "menu");
  private static final Pattern STRUCK =
      Pattern.compile(
          "(^|[\\s_-])(strike(d|through)?|struck|old-?price|price-?old|was-?price|price-?was|original-?price)($|[\\s_-])");
  private static final Pattern UNSEEN =
      Pattern.compile("(^|\\s)(sr-only|visually-?hidden|screen-reader-text)($|\\s)");

  private Markup() {}

  static boolean isBlock(Element element) {
    return BLOCKS.contains(element.normalName()) || element.normalName().indexOf('-') > 0;
  }

  /// Elements whose text a reader does not see, or sees crossed out.
  static boolean isSkipped(Element element) {
    String name = element.normalName();
    if (SKIPPED.contains(name)) {
      return true;
    }
    String classes = element.className().toLowerCase(Locale.ROOT);
    String style = element.attr("style").replace(" ", "").toLowerCase(Locale.ROOT);
    boolean struck = STRUCK.matcher(classes).find() || style.contains("line-through");
    boolean hidden = element.hasAttr("hidden") || style.contains("display:none");
    return struck || UNSEEN.matcher(classes).find() || (hidden && !isBlock(element));
  }

  /// 1 to 6 for headings, 0 for everything else.
  static int headingLevel(Element element) {
    String name = element.normalName();
    if (name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1))) {
      return name.charAt(1) - '0';
    }
    if (element.attr("role").equals("heading")) {
      String level = element.attr("aria-level");
      return level.matches("[1-6]") ? level.charAt(0) - '0' : 2;
    }
    return 0;
  }

  /// Cards, items and sections: what stands inside them says nothing about what follows.
  static boolean isEnclosed(Element element) {
    return switch (element.normalName()) {
      case "li", "article", "section", "td", "aside", "details", "dd", "blockquote" -> true;
      case "div" -> hasTwin(element);
      default -> false;
    };
  }

  private static boolean hasTwin(Element element) {
    Element next = element.nextElementSibling();
    Element previous = element.previousElementSibling();
    return isTwin(element, next) || isTwin(element, previous);
  }

  private static boolean isTwin(Element element, @Nullable Element other) {
    return other != null
        && other.normalName().equals(element.normalName())
        && other.className().equals(element.className());
  }
}
