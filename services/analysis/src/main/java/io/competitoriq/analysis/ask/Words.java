package io.competitoriq.analysis.ask;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Words of a question and of a sentence, and when two are the same word. Pure.
final class Words {

  private static final Pattern WORD =
      Pattern.compile("[\\p{L}\\p{N}]+(?:[.'’&/+-][\\p{L}\\p{N}]+)*\\+*");

  /// Words that ask, bind or wish, and tell nothing of what is looked for.
  private static final Set<String> EMPTY =
      Set.copyOf(
          List.of(
              ("a an and any anybody anyone anything are as at be been being but by can could current currently did do does"
                      + " doing done each either else ever every everyone for from get gets give had has have having how i if"
                      + " in into is it its itself just know kind let like list long make makes many may me might more most"
                      + " much must my need new no not now of off on one only or other our out over own per please she he"
                      + " should show so some still such tell than that the their them then there these they thing things"
                      + " this those to too towards us use used uses using very was we were what what's whats when where"
                      + " which while who whom whose why will with within would yes you your about say says said according"
                      + " exactly explain describe compare compared difference between versus vs competitor competitors rival rivals"
                      + " company companies anybody's sort type types available exist exists called name names happen happened"
                      + " offer offers offered offering provide provides provided support supports supported include includes"
                      + " included including come comes today right page pages website site recently lately latest last since"
                      + " tomorrow number count big")
                  .split(" ")));

  /// Short forms and what pages write instead; either is looked for.
  private static final Map<String, String> SHORT_FORMS =
      Map.ofEntries(
          Map.entry("sso", "single sign-on"),
          Map.entry("2fa", "two-factor"),
          Map.entry("mfa", "multi-factor"),
          Map.entry("sla", "service-level"),
          Map.entry("uptime", "availability"),
          Map.entry("ceo", "chief executive"),
          Map.entry("cto", "chief technology"),
          Map.entry("cpo", "chief product"),
          Map.entry("cfo", "chief financial"),
          Map.entry("hq", "headquarters"),
          Map.entry("kb", "knowledge base"));

  private Words() {}

  /// The words as they are written.
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    var found = WORD.matcher(text);
    while (found.find()) {
      words.add(found.group());
    }
    return words;
  }

  static boolean isEmpty(String word) {
    return EMPTY.contains(folded(word));
  }

  /// Lower case, without accents and the genitive.
  static String folded(String word) {
    return Normalizer.normalize(word, Normalizer.Form.NFKD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("['’]s$", "");
  }

  /// A term as the full text search reads it: the word, or what it is short for.
  static String term(String word) {
    String whole = SHORT_FORMS.get(folded(word));
    String plain = word.replaceAll("['’]s$", "").replaceAll("[\"\\\\]", "");
    return whole == null ? plain : plain + " or \"" + whole + "\"";
  }

  /// Whether a text holds the word, whatever its ending, or what it is short for.
  static boolean holds(String text, String word) {
    String whole = SHORT_FORMS.get(folded(word));
    if (whole != null && folded(text).contains(whole)) {
      return true;
    }
    String stem = stem(folded(word));
    return of(text).stream().anyMatch(each -> alike(stem, folded(each)));
  }

  private static boolean alike(String stem, String word) {
    return stem(word).equals(stem)
        || List.of(word.split("[.'’&/+-]")).stream().anyMatch(part -> stem(part).equals(stem));
  }

  /// A light stemmer for English: endings of number, time and person.
  private static String stem(String word) {
    String stem = word;
    for (String ending :
        List.of(
            "ations", "ation", "ions", "ion", "ings", "ing", "ers", "ies", "ed", "es", "er", "s",
            "e", "y")) {
      if (stem.endsWith(ending) && stem.length() - ending.length() >= 3) {
        return stem.substring(0, stem.length() - ending.length());
      }
    }
    return stem;
  }
}
