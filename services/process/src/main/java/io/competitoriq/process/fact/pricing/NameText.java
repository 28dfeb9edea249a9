package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// The part of a block that names something: "Plus" of a heading that a badge "Most popular" stands
/// in, "Essentials" of two lines that are one only without the page's style sheet.
final class NameText {

  private static final int MOST_PARTS = 6;
  private static final int FEWEST_WORDS = 3;
  private static final Set<String> TAGLINE = Set.of("span", "em", "i", "small");
  private static final Pattern ASIDE =
      Pattern.compile(
          "(?i)badge|chip|pill|ribbon|label|(?:^|[\\s_-])tag(?:$|[\\s_-])|popular|second|desc|sub|muted|hint|note");

  private NameText() {}

  static String of(SourcedBlock sourced) {
    String whole = sourced.block().text();
    return sourced.holdsMore() ? whole : of(sourced.element(), whole);
  }

  /// The same for the first cell of a row.
  static String ofCell(Element row, String text) {
    Element cell = row.firstElementChild();
    return cell == null ? text : of(cell, text);
  }

  private static String of(Element element, String whole) {
    List<Node> parts = parts(element);
    while (parts.size() == 1 && parts.getFirst() instanceof Element only) {
      parts = parts(only);
    }
    if (parts.size() < 2 || parts.size() > MOST_PARTS) {
      return whole;
    }
    String first = text(parts.getFirst());
    boolean apart = parts.subList(1, parts.size()).stream().allMatch(NameText::isAside);
    boolean named = apart || isGlued(whole, first) || isTagline(parts);
    return named && PlanNames.isPlausible(first) ? first : whole;
  }

  private static List<Node> parts(Element element) {
    return element.childNodes().stream().filter(node -> !text(node).isEmpty()).toList();
  }

  private static boolean isAside(Node node) {
    return node instanceof Element element
        && (element.normalName().equals("small") || ASIDE.matcher(element.className()).find());
  }

  /// "Beginner <span>Put your first things away</span>", "Small <br>
  /// <span>(one page)</span>".
  private static boolean isTagline(List<Node> parts) {
    if (parts.size() != 2
        || !(parts.getFirst() instanceof TextNode)
        || !(parts.getLast() instanceof Element told)
        || !TAGLINE.contains(told.normalName())) {
      return false;
    }
    return Texts.words(told.text()) >= FEWEST_WORDS || text(told).startsWith("(");
  }

  /// No reader sees two words without a blank: each stands on a line of its own.
  private static boolean isGlued(String whole, String first) {
    return whole.startsWith(first)
        && whole.length() > first.length()
        && Character.isLetterOrDigit(whole.charAt(first.length()))
        && Character.isLetterOrDigit(first.charAt(first.length() - 1));
  }

  private static String text(Node node) {
    return switch (node) {
      case TextNode words -> Texts.collapse(words.getWholeText());
      case Element element -> Texts.collapse(element.text());
      default -> "";
    };
  }
}
