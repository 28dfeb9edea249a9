package io.competitoriq.process.noise;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Tells the dates and times that pass by themselves from those a text speaks of. "Updated on 3
/// May" and a date that stands alone pass; "the webinar is on 3 May" says something.
final class Moments {

  private static final String MONTHS =
      "(?:jan(?:uary|uar|vier|eiro)?|feb(?:ruary|ruar|rero)?|févr?(?:ier)?|mar(?:ch|s|zo|ço)?|märz|apr(?:il)?|avr(?:il)?|abril|ma[iy]o?"
          + "|june?|juni|juin|junio|jul[yi]?|juillet|julio|aug(?:ust)?|août|agosto|sep(?:t(?:ember|iembre|embre)?)?|o[ck]t(?:ober|obre|ubre)?"
          + "|nov(?:ember|embre|iembre)?|de[cz](?:ember|iembre)?|déc(?:embre)?)\\.?";
  private static final String WEEKDAY =
      "(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?";
  private static final String TIME =
      "\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?(?:\\s*(?:[ap]\\.?m\\b\\.?|uhr|utc|gmt|cet|est|pst))?";

  private static final Pattern MOMENT =
      Pattern.compile(
          "\\b(?:"
              + String.join(
                  "|",
                  "\\d{4}-\\d{2}-\\d{2}(?:[t ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:z|[+-]\\d{2}:?\\d{2})?)?\\b",
                  WEEKDAY + MONTHS + "\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s+\\d{4}\\b)?",
                  WEEKDAY
                      + "\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+(?:de\\s+)?"
                      + MONTHS
                      + "(?!\\p{L})(?:,?\\s+(?:de\\s+)?\\d{4}\\b)?",
                  MONTHS + "\\s+(?:19|20)\\d{2}\\b",
                  "\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)?\\d{2}\\b",
                  "\\d{4}年\\d{1,2}月\\d{1,2}日",
                  TIME,
                  "\\d{1,2}\\s?[ap]m\\b")
              + ")",
          VolatileRule.FLAGS);

  /// Words that make the moment behind them one that passes.
  private static final Pattern STAMP =
      Pattern.compile(
          "(?:\\b(?:updated?|modified|edited|revised|published|posted|created|generated|rendered|cached|refreshed|checked|synced|fetched"
              + "|accessed|retrieved|as of|as at|today|now|it is|(?:current|server|local|page) (?:time|date)|clock"
              + "|deliver(?:y|ed)?|arrives?|arriving|get it|ships?|dispatch(?:ed)?|estimated|order within"
              + "|ends? in|ending in|starts? in|expires? in|closes? in|countdown"
              + "|stand|aktualisiert|veröffentlicht|geändert|heute|lieferung|mis à jour|publié|modifié|livraison"
              + "|actualizado|publicado|aggiornato|pubblicato|atualizado)\\b|<date>)(?:[^.!?;|]|\\.(?=\\d)){0,32}$",
          VolatileRule.FLAGS);

  private static final Pattern SECONDS = Pattern.compile("\\d:\\d{2}:\\d{2}");
  private static final int REACH = 48;

  private Moments() {}

  /// The text with what passes replaced by `<date>`.
  static String masked(String folded) {
    Matcher moments = MOMENT.matcher(folded);
    if (!moments.find()) {
      return folded;
    }
    boolean alone = standAlone(folded);
    StringBuilder out = new StringBuilder();
    int from = 0;
    do {
      out.append(folded, from, moments.start());
      boolean passes = alone || SECONDS.matcher(moments.group()).find() || stamped(out);
      out.append(passes ? "<date>" : moments.group());
      from = moments.end();
    } while (moments.find());
    return out.append(folded, from, folded.length()).toString();
  }

  /// Where a text tells the time of day to the second, or how much of it is left.
  static List<Volatile.Span> clocks(String plain) {
    String folded = plain.toLowerCase(Locale.ROOT);
    List<Volatile.Span> clocks = new ArrayList<>();
    Matcher moments = MOMENT.matcher(folded);
    while (folded.length() == plain.length() && moments.find()) {
      String moment = moments.group();
      if (moment.contains(":") && !moment.contains("-")) {
        clocks.add(new Volatile.Span(moments.start(), moments.end()));
      }
    }
    return clocks;
  }

  private static boolean stamped(StringBuilder before) {
    return STAMP.matcher(before.substring(Math.max(0, before.length() - REACH))).find();
  }

  private static boolean standAlone(String folded) {
    return MOMENT.matcher(folded).replaceAll(" ").codePoints().noneMatch(Character::isLetter);
  }
}
