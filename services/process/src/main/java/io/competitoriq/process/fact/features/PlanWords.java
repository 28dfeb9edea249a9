package io.competitoriq.process.fact.features;

import io.competitoriq.process.content.Texts;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Tells names of plans in the heads of columns and rows.
final class PlanWords {

  private static final int MOST_WORDS = 5;
  private static final Pattern USUAL =
      Pattern.compile(
          "(?iuU)\\b(free|basic|starter|start|lite|light|essentials?|standard|plus|pro|professional|premium|advanced|team|teams|business|company|enterprise|ultimate|unlimited|growth|scale|hobby"
              + "|personal|individual|solo|studio|agency|developer|community|launch|core|silver|gold|platinum|bronze|deluxe|elite|small|medium|large|max|complete|self-?hosted|cloud|paid|trial"
              + "|basis|profi|gratis|kostenlos|d[ée]couverte|[ée]quipe|gratuit|entreprise|b[áa]sico|profesional|empresa)\\b");
  private static final Pattern NO_PLAN =
      Pattern.compile(
          "(?iuU)\\b(features?|funktion(en)?|compare|comparison|what you get|included|price|pricing|cost|day|from|to|name|date|description|all features|fonctionnalit[ée]s|details?|our plans)\\b|[$€£%?]|^\\d");

  private PlanWords() {}

  /// Empty when no plan is named.
  static String name(Element head) {
    StringBuilder first = new StringBuilder();
    head.traverse(
        (Node node, int _) -> {
          if (first.isEmpty() && node instanceof TextNode text) {
            String words = Texts.collapse(text.getWholeText());
            if (isName(words)) {
              first.append(words);
            }
          }
        });
    return first.toString();
  }

  private static boolean isName(String words) {
    return !words.isEmpty()
        && Texts.words(words) <= MOST_WORDS
        && words.length() <= 40
        && words.matches(".*\\p{L}.*")
        && !NO_PLAN.matcher(words).find();
  }

  /// Whether the words are a plan's name on most sites, or one of the page's plans.
  static boolean isPlan(String words, Set<String> known) {
    return known.contains(words.toLowerCase(Locale.ROOT)) || USUAL.matcher(words).find();
  }
}
