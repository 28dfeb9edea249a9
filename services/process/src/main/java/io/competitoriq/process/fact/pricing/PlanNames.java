package io.competitoriq.process.fact.pricing;

import io.competitoriq.process.content.Texts;
import java.util.Locale;
import java.util.regex.Pattern;

/// What may be the name of a plan, and what is only written like one.
final class PlanNames {

  private static final int MOST_WORDS = 6;
  private static final int LONGEST = 60;
  private static final Pattern BADGE =
      Pattern.compile(
          "(?i)^(?:most popular|popular|recommended|best value|best deal|new|beta|limited offer|special offer|our pick|beliebt|am beliebtesten|empfohlen|save \\d+ ?%|-?\\d+ ?%( off)?)!?$");
  private static final Pattern BADGE_AT_END =
      Pattern.compile(
          "(?i)\\s*[(\\[–—|-]?\\s*(?:most popular|popular|recommended|best value|beliebt|empfohlen)[)\\]!]?$");
  private static final Pattern NO_NAME =
      Pattern.compile(
          "(?i)\\b(?:pricing|prices|plans|choose|compare|comparison|faq|questions?|features|included|includes|everything in|billed|per (?:user|month|year|seat)"
              + "|get started|start (?:free|now)|try|sign up|contact|learn more|buy now|subscribe|monthly|annually|yearly|save|trusted|customers|add-?ons?|preise|tarife"
              + "|free trial|how much|simple|transparent|from|starting at)\\b|^(?:for|perfect|ideal|best) |[?:]$");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private PlanNames() {}

  /// The name without the badge a page sticks to it.
  static String clean(String text) {
    return Texts.collapse(
        BADGE_AT_END.matcher(text).replaceFirst("").replaceAll("[\\s:–—|-]+$", ""));
  }

  static boolean isPlausible(String text) {
    String name = clean(text);
    return !name.isEmpty()
        && name.length() <= LONGEST
        && Texts.words(name) <= MOST_WORDS
        && LETTER.matcher(name).find()
        && !BADGE.matcher(name).matches()
        && !NO_NAME.matcher(name).find()
        && (PriceParser.parse(name, Locale.ENGLISH).isEmpty() || isFreePlan(name));
  }

  /// "Free" and "Custom" are prices and names of plans.
  private static boolean isFreePlan(String name) {
    return name.matches("(?i)free|gratis|kostenlos|gratuit|custom|free plan");
  }
}
