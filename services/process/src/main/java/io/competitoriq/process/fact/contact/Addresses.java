package io.competitoriq.process.fact.contact;

import io.competitoriq.process.content.Texts;
import java.util.regex.Pattern;

/// Tells postal addresses: a street and a postal code in one short text.
final class Addresses {

  private static final int MOST_WORDS = 24;
  private static final Pattern STREET =
      Pattern.compile(
          "(?iuU)\\d+[\\w-]*,? ([\\p{L}.'’-]+ ){0,4}(street|st|avenue|ave|road|rd|boulevard|blvd|lane|ln|drive|dr|way|court|ct|place|pl|square|sq|parkway|pkwy|highway|hwy|terrace|circle|broadway|row|walk|quay)\\b"
              + "|\\b[\\p{L}.-]*(straße|strasse|str\\.|weg|allee|platz|gasse|ring|damm|ufer|straat|laan|gade|vej|gatan|vägen) \\d+"
              + "|\\b\\d+( ?bis)?,? (rue|avenue|boulevard|place|chemin|quai|impasse|cours)\\b"
              + "|\\b(calle|avenida|via|viale|piazza|ul\\.|rua|plaza) [\\p{L}.' ]+,? \\d+");
  private static final Pattern CODE =
      Pattern.compile(
          "(?uU)\\b[A-Z]{2},? \\d{5}(-\\d{4})?\\b|\\b[A-Z]{1,2}\\d[A-Z\\d]? ?\\d[A-Z]{2}\\b|\\b(?:[A-Z]{1,2}-)?\\d{4,5},? \\p{Lu}\\p{L}+|\\b\\d{4} ?[A-Z]{2} \\p{Lu}\\p{L}+|\\b\\d{2}-\\d{3} \\p{Lu}|\\b[A-Z]\\d[A-Z] ?\\d[A-Z]\\d\\b");

  private Addresses() {}

  static boolean isAddress(String text) {
    return text.length() <= 200
        && Texts.words(text) <= MOST_WORDS
        && STREET.matcher(text).find()
        && CODE.matcher(text).find();
  }
}
