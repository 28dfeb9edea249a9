package io.competitoriq.analysis.ask;

import io.competitoriq.messages.Category;
import io.competitoriq.messages.FactKind;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What kind of thing a question asks for: which typed facts and which signals may answer it.
public enum Topic {
  PRICE(
      "prices?|pricing|priced?|costs?|charges?|charged|charging|pays?|paying|expensive|cheap|cheaper|cheapest|dear|dearer|dearest|fees?"
          + "|how much|discounts?|price list|per seat|per month|a month|monthly|yearly|annually",
      Set.of(FactKind.PRICE),
      Set.of(Category.PRICING)),
  PLAN(
      "plans?|tiers?|editions?|packages?|bundles?",
      Set.of(FactKind.PLAN, FactKind.PRICE),
      Set.of(Category.PRICING)),
  FEATURE(
      "features?|includes?|included|supports?|integrates?|integrations?|capabilit(?:y|ies)|functionality|limits?|limited",
      Set.of(FactKind.FEATURE),
      Set.of(Category.PRODUCT)),
  HIRING(
      "hire|hires|hiring|jobs?|openings?|open (?:roles?|positions?)|roles?|positions?|vacanc(?:y|ies)|careers?|recruit(?:s|ing)?",
      Set.of(FactKind.JOB_OPENING),
      Set.of(Category.HIRING)),
  NEWS(
      "blog|posts?|posted|articles?|announce[sd]?|announcements?|launch(?:es|ed)?|releases?|released|news|changelog|ship(?:s|ped)?"
          + "|publish(?:es|ed)?|wr(?:ite|ites|ote|itten)",
      Set.of(FactKind.POST),
      Set.of(Category.NEWS, Category.PRODUCT)),
  PEOPLE(
      "ceo|cto|cfo|cpo|coo|founders?|executives?|leadership|leads?|head of|chief|management|runs?|who is|boss",
      Set.of(FactKind.PERSON),
      Set.of(Category.LEADERSHIP)),
  CONTACT(
      "e-?mails?|phone|telephone|contact|linkedin|twitter|address",
      Set.of(FactKind.CONTACT),
      Set.of(Category.OTHER)),
  TECHNOLOGY(
      "technolog(?:y|ies)|tech stack|stack|built (?:with|on)|cms",
      Set.of(FactKind.TECHNOLOGY),
      Set.of()),
  PRODUCT("products?|sells?", Set.of(FactKind.PRODUCT, FactKind.PLAN), Set.of(Category.PRODUCT)),
  LEGAL("terms of (?:service|use)|privacy policy|gdpr|dpa|legal", Set.of(), Set.of(Category.LEGAL)),
  POSITIONING(
      "positioning|messaging|headlines?|slogan|tagline|claims?",
      Set.of(),
      Set.of(Category.POSITIONING));

  private final Pattern words;
  private final Set<FactKind> kinds;
  private final Set<Category> categories;

  Topic(String words, Set<FactKind> kinds, Set<Category> categories) {
    this.words = Pattern.compile("(?<![\\p{L}\\p{N}])(?:" + words + ")(?![\\p{L}\\p{N}])");
    this.kinds = kinds;
    this.categories = categories;
  }

  Set<FactKind> kinds() {
    return kinds;
  }

  Set<Category> categories() {
    return categories;
  }

  /// Topics a question names, in this order.
  static Set<Topic> in(String question) {
    String text = question.toLowerCase(Locale.ROOT);
    Set<Topic> found = EnumSet.noneOf(Topic.class);
    Arrays.stream(values()).filter(topic -> topic.words.matcher(text).find()).forEach(found::add);
    return found;
  }

  /// Whether the word names a topic rather than something on a page.
  static boolean isTopic(String word) {
    String folded = Words.folded(word);
    return Arrays.stream(values()).anyMatch(topic -> topic.words.matcher(folded).matches());
  }

  /// In words, for a sentence about what can be asked.
  static List<String> askable() {
    return List.of(
        "prices and plans",
        "what a plan includes",
        "open positions",
        "posts and releases",
        "people",
        "what changed since a date",
        "anything their pages say");
  }
}
