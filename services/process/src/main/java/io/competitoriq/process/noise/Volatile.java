package io.competitoriq.process.noise;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Takes out of a text what differs on every visit and means nothing: times, dates, clocks, live
/// counters, ids. Two texts that mask to the same are the same to a reader. Amounts of money are
/// never touched, and neither are limits such as "10 users" or "5 GB".
public final class Volatile {

  private static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;
  private static final String MONTHS =
      "(?:jan(?:uary|uar|vier|eiro)?|feb(?:ruary|ruar|rero)?|févr?(?:ier)?|mar(?:ch|s|zo|ço)?|märz|apr(?:il)?|avr(?:il)?|abril|ma[iy]o?"
          + "|june?|juni|juin|junio|jul[yi]?|juillet|julio|aug(?:ust)?|août|agosto|sep(?:t(?:ember|iembre|embre)?)?|o[ck]t(?:ober|obre|ubre)?"
          + "|nov(?:ember|embre|iembre)?|de[cz](?:ember|iembre)?|déc(?:embre)?)\\.?";
  private static final String UNITS =
      "(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?"
          + "|secondes?|heures?|jours?|semaines?|mois|ans?|segundos?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?)";

  private static final Pattern MONEY =
      Pattern.compile(
          "(?:[$€£¥₹₩₺₽₪฿]|\\b(?:USD|EUR|GBP|CHF|CAD|AUD|JPY|INR)\\b)\\s?\\d[\\d.,'’ ]*\\d|(?:[$€£¥₹₩₺₽₪฿]|\\b(?:USD|EUR|GBP|CHF|CAD|AUD|JPY|INR))\\s?\\d"
              + "|\\d[\\d.,'’]*\\s?(?:[€£$¥₽₺]|(?:USD|EUR|GBP|CHF|SEK|NOK|DKK|PLN|zł|Kč|kr)(?!\\p{L}))");

  private static final List<Rule> RULES =
      List.of(
          rule(
              "<ago>",
              "\\b(?:(?:about|over|almost|around)\\s+)?(?:\\d+|an?|a few|few|several)\\s*(?:[smhdw]|"
                  + UNITS
                  + ")\\s+ago\\b"),
          rule(
              "<ago>",
              "\\b(?:vor|il y a|hace|há)\\s+(?:\\d+|eine[mr]?|einigen|une?|unos?)\\s+"
                  + UNITS
                  + "(?!\\p{L})"),
          rule(
              "<ago>",
              "\\b(?:yesterday|just now|a moment ago|gestern|gerade eben|hier soir|à l'instant|ayer)\\b"),
          rule(
              "<clock>",
              "\\b\\d{1,3}\\s*d(?:ays?)?\\s*:?\\s*\\d{1,2}\\s*h(?:ours?|rs?)?\\s*:?\\s*\\d{1,2}\\s*m(?:in(?:ute)?s?)?(?:\\s*:?\\s*\\d{1,2}\\s*s(?:ec(?:ond)?s?)?)?"),
          rule(
              "<date>",
              "\\b\\d{4}-\\d{2}-\\d{2}(?:[t ]\\d{2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?(?:z|[+-]\\d{2}:?\\d{2})?)?\\b"),
          rule(
              "<date>",
              "\\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?"
                  + MONTHS
                  + "\\s+\\d{1,2}(?:st|nd|rd|th)?\\b(?:,?\\s+\\d{4}\\b)?"),
          rule(
              "<date>",
              "\\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?,?\\s+)?\\d{1,2}(?:st|nd|rd|th|\\.)?\\s+(?:de\\s+)?"
                  + MONTHS
                  + "(?!\\p{L})(?:,?\\s+(?:de\\s+)?\\d{4}\\b)?"),
          rule("<date>", "\\b" + MONTHS + "\\s+(?:19|20)\\d{2}\\b"),
          rule("<date>", "\\b\\d{1,2}[./-]\\d{1,2}[./-](?:19|20)?\\d{2}\\b"),
          rule("<date>", "\\b\\d{4}年\\d{1,2}月\\d{1,2}日"),
          rule(
              "<clock>",
              "\\b\\d{1,2}:\\d{2}(?::\\d{2})?(?:\\.\\d+)?\\s*(?:[ap]\\.?m\\b\\.?|uhr|utc|gmt|cet|est|pst)?"),
          rule("<clock>", "\\b\\d{1,2}\\s?[ap]m\\b"),
          rule(
              "<year>",
              "(?<=©|\\(c\\)|copyright)(?:\\s*©)?\\s*(?:19|20)\\d{2}(?:\\s*[-–]\\s*(?:19|20)\\d{2})?"),
          rule(
              "<left>",
              "\\b(?:only\\s+)?\\d+\\s+(?:hours?|days?|minutes?|seconds?|spots?|seats?|items?|tickets?|rooms?)\\s+(?:left|remaining|to go)\\b"),
          rule(
              "<count>",
              "\\b[\\d.,]+\\s*[km]?\\+?\\s+(?:\\p{L}+\\s+){0,2}(?:(?:are|is|were|have|has|just)\\s+)?(?:\\p{L}+\\s+)?(?:viewing|watching|looking|online|browsing|reading this|shopping|signed up|joined|bought|ordered|purchased|right now|in (?:your )?(?:cart|basket))\\b"),
          rule("<count>", "\\b(?:cart|basket|warenkorb)\\s*\\(?\\d+\\)?"),
          rule(
              "<count>",
              "\\b(?:views?|likes?|shares?|reads?|visitors?|visits?|online|followers?|downloads today)\\s*[:(]\\s*[\\d.,]+\\s*[km]?\\)?"),
          rule(
              "<count>",
              "^[\\d.,]+\\s*[km]?\\+?\\s*(?:views?|likes?|shares?|comments?|followers?|subscribers?|reads?|claps?|votes?|reactions?|replies|retweets?|visitors?|stars?|people)(?:\\s+(?:today|so far|this week|online))?[.!]?$"),
          rule(
              "<took>",
              "\\b(?:generated|rendered|loaded|served|took)\\b.{0,20}?\\d+(?:[.,]\\d+)?\\s*(?:ms|milliseconds|seconds?|secs?|s)\\b"),
          rule("<id>", "\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b"),
          rule(
              "<id>",
              "\\b(?:session|request|trace|correlation|ray|visitor|build|csrf|nonce|token|ref(?:erence)?)(?:\\s*(?:id|no|number|token)\\s*[:#=]?|\\s*[:#=])\\s*(?=[\\w-]*\\d)[\\w-]{4,}"),
          rule("<id>", "\\b(?=[0-9a-f]*\\d)(?=[0-9a-f]*[a-f])[0-9a-f]{8,}\\b"),
          rule(
              "<id>",
              "(?<![\\w/])(?=[\\w-]*\\d)(?=[\\w-]*[A-Za-z])[A-Za-z0-9_-]{20,}={0,2}(?![\\w/])"));

  private Volatile() {}

  /// The text to compare by: folded to lower case and plain quotes and dashes, volatile parts
  /// replaced by marks.
  public static String masked(String text) {
    String folded = fold(text);
    StringBuilder out = new StringBuilder();
    Matcher money = MONEY.matcher(folded);
    int from = 0;
    while (money.find()) {
      out.append(maskWords(folded.substring(from, money.start()))).append(money.group());
      from = money.end();
    }
    return out.append(maskWords(folded.substring(from))).toString().strip();
  }

  /// Whether nothing but volatile parts and punctuation is left of a text.
  public static boolean isOnlyNoise(String text) {
    return masked(text).replaceAll("<[a-z]+>", "").chars().noneMatch(Character::isLetterOrDigit);
  }

  /// Where a text says what only time changes: ages, clocks, counters, ids. Dates are left out, for
  /// they say something.
  static List<Span> passing(String text) {
    String plain =
        text.replaceAll("[’‘`´]", "'").replaceAll("[‐‑‒–—―]", "-").replace('\u00a0', ' ');
    List<Span> money = spans(MONEY, plain);
    return RULES.stream()
        .filter(rule -> !rule.mark().equals("<date>") && !rule.mark().equals("<year>"))
        .flatMap(rule -> spans(rule.pattern(), plain).stream())
        .filter(span -> money.stream().noneMatch(span::overlaps))
        .toList();
  }

  private static List<Span> spans(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(m -> new Span(m.start(), m.end())).toList();
  }

  private static String maskWords(String words) {
    String masked = words;
    for (Rule rule : RULES) {
      masked = rule.pattern().matcher(masked).replaceAll(rule.mark());
    }
    return masked;
  }

  private static String fold(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[’‘`´]", "'")
        .replaceAll("[“”„«»]", "\"")
        .replaceAll("[‐‑‒–—―]", "-")
        .replace("…", "...")
        .toLowerCase(Locale.ROOT);
  }

  private static Rule rule(String mark, String regex) {
    return new Rule(mark, Pattern.compile(regex, FLAGS));
  }

  /// Offsets into a text; the end is one past the last character.
  record Span(int start, int end) {
    boolean overlaps(Span other) {
      return start < other.end && other.start < end;
    }
  }

  private record Rule(String mark, Pattern pattern) {}
}
