package io.competitoriq.process.noise;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// One kind of words that differ on every visit and mean nothing.
///
/// @param mark what stands for such words in a masked text
/// @param signs lower-case pieces one of which such words always hold; none: a digit is enough
record VolatileRule(String mark, Pattern pattern, List<String> signs) {

  static final int FLAGS =
      Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS;

  private static final String UNITS =
      "(?:seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|months?|years?|sekunden?|minuten?|stunden?|tage?n?|wochen?|monate?n?|jahre?n?"
          + "|secondes?|heures?|jours?|semaines?|mois|ans?|segundos?|minutos?|horas?|días?|semanas?|mes(?:es)?|años?)";
  private static final String COUNTED =
      "(?:views?|likes?|shares?|comments?|followers?|subscribers?|reads?|claps?|votes?|upvotes?|reactions?|replies|retweets?|visitors?|visits?"
          + "|stars?|people|downloads?|favou?rites?|saves?|reviews?|ratings?|aufrufe|kommentare|vues|commentaires|visitas|comentarios)";
  private static final String NUMBER = "[\\d.,]*\\d\\s*[km]?\\+?";

  /// Of texts that need no digit.
  static final List<VolatileRule> WORDS =
      List.of(
          rule(
              "<ago>",
              "\\b(?:(?:about|over|almost|around|less than)\\s+)?(?:\\d+|an?|a few|few|several)\\s*(?:[smhdw]|"
                  + UNITS
                  + ")\\s+ago\\b",
              "ago"),
          rule(
              "<ago>",
              "\\b(?:vor|il y a|hace|há)\\s+(?:\\d+|eine[mr]?|einigen|une?|unos?)\\s+"
                  + UNITS
                  + "(?!\\p{L})",
              "vor ",
              "il y a",
              "hace ",
              "há "),
          rule(
              "<ago>",
              "\\b(?:yesterday|just now|a moment ago|moments ago|gestern|gerade eben|hier soir|à l'instant|ayer)\\b",
              "yesterday",
              "just now",
              "moment",
              "gestern",
              "gerade",
              "hier soir",
              "à l'instant",
              "ayer"),
          // "Someone in Berlin bought this <ago>" tells of somebody else on every visit.
          rule(
              "<count>",
              "^.{0,60}\\b(?:bought|purchased|ordered|booked|signed up|joined|subscribed|reserved|downloaded)\\b.{0,60}<ago>[.!]?$",
              "<ago>"));

  static final List<VolatileRule> NUMBERS =
      List.of(
          rule(
              "<clock>",
              "\\b\\d{1,3}\\s*d(?:ays?)?\\s*:?\\s*\\d{1,2}\\s*h(?:ours?|rs?)?\\s*:?\\s*\\d{1,2}\\s*m(?:in(?:ute)?s?)?(?:\\s*:?\\s*\\d{1,2}\\s*s(?:ec(?:ond)?s?)?)?"),
          rule(
              "<clock>",
              "\\b\\d{1,3}\\s*(?:h|hours?|hrs?)\\s*(?:and\\s+|:\\s*|,\\s*)?\\d{1,2}\\s*m(?:in(?:ute)?s?)?(?:\\s*:?\\s*\\d{1,2}\\s*s(?:ec(?:ond)?s?)?)?\\b(?=\\s*(?:left|remaining|to go|$))"),
          rule(
              "<clock>",
              "(?<=\\b(?:(?:ends|ending|starts|expires|closes|order|back|available)\\sin|order\\swithin)\\s)(?:\\d{1,3}\\s*"
                  + UNITS
                  + "(?:,?\\s*(?:and\\s+)?|$|\\b)){1,4}"),
          rule(
              "<year>",
              "(?<=©|\\(c\\)|copyright)(?:\\s*©)?\\s*(?:19|20)\\d{2}(?:\\s*[-–]\\s*(?:19|20)\\d{2})?",
              "©",
              "(c)",
              "copyright"),
          rule(
              "<left>",
              "\\b(?:only\\s+|just\\s+)?\\d+\\s+(?:(?:more|other)\\s+)?(?:(?:hours?|days?|minutes?|seconds?|spots?|seats?|items?|tickets?|rooms?|pieces?|units?|places?)\\s+)?(?:left|remaining|to go|in stock|available(?=[.!)]?$)|available now|auf lager|verfügbar|en stock|disponibles?)\\b(?:\\s+in stock)?",
              "left",
              "remaining",
              "to go",
              "stock",
              "available",
              "auf lager",
              "verfügbar",
              "disponible"),
          rule(
              "<left>",
              "\\b(?:in stock|stock|left in stock|auf lager|quantity available)\\s*[:(]\\s*\\d+\\s*(?:pieces|pcs|units|items)?\\)?",
              "stock",
              "auf lager",
              "quantity"),
          rule(
              "<count>",
              "\\b"
                  + NUMBER
                  + "\\s+(?:\\p{L}+\\s+){0,2}(?:(?:are|is|were|have|has|just|also)\\s+){0,2}(?:\\p{L}+\\s+)?(?:viewing|watching|looking|online|browsing|reading this|shopping|signed up|joined|bought|sold|ordered|purchased|booked|right now|added this|in (?:your )?(?:cart|basket|bag)|in their (?:cart|basket|bag))\\b(?:\\s+(?:at|this|it|right|now|in the (?:last|past)).{0,30}$)?"),
          rule("<count>", "\\b(?:cart|basket|bag|warenkorb|wishlist)\\s*\\(?\\d+\\)?"),
          rule(
              "<count>",
              "\\b(?:views?|likes?|shares?|reads?|hits|visitors?|visits?|online|followers?|comments?|downloads?(?: today)?|visitors? today|besucher|aufrufe|vues)\\s*[:(]\\s*"
                  + NUMBER
                  + "\\)?"),
          rule(
              "<count>",
              "\\b(?:viewed|read|watched|downloaded|shared|seen|visited)\\s+(?:by\\s+)?"
                  + NUMBER
                  + "\\s+(?:times?|people|visitors|users)\\b"),
          rule(
              "<count>",
              "\\b(?:visitor|guest|besucher|position)\\s*(?:no\\.?|number|nr\\.?|#)?\\s*[:#]?\\s*\\d[\\d.,]{2,}"),
          // Counters side by side, or between separators.
          rule(
              "<count>",
              "(?<=^|[·|•,;(/]\\s?|<(?:count|date|ago)>\\s)(?:"
                  + NUMBER
                  + "\\s*"
                  + COUNTED
                  + "(?:\\s+(?:today|so far|this week|online))?(?:\\s*[·|•,;/]\\s*|\\s+(?=\\d)|(?=[.!]?$|\\)|\\s*[<(])))+",
              "view",
              "like",
              "share",
              "comment",
              "follower",
              "subscriber",
              "read",
              "clap",
              "vote",
              "reaction",
              "repl",
              "retweet",
              "visit",
              "star",
              "people",
              "download",
              "favo",
              "save",
              "review",
              "rating",
              "aufrufe",
              "kommentare",
              "vues",
              "visitas"),
          rule(
              "<count>",
              "\\b"
                  + NUMBER
                  + "\\s+(?:\\p{L}+\\s+)?(?:reviews?|ratings?|bewertungen|avis|opiniones)\\b",
              "review",
              "rating",
              "bewertung",
              "avis",
              "opiniones"),
          rule(
              "<took>",
              "\\b(?:generated|rendered|loaded|served|took|executed)\\b.{0,20}?\\d+(?:[.,]\\d+)?\\s*(?:ms|milliseconds|seconds?|secs?|s)\\b"),
          rule("<id>", "\\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\\b", "-"),
          rule(
              "<id>",
              "\\b(?:session|request|trace|correlation|ray|visitor|visit|build|csrf|nonce|token|sid|ref(?:erence)?)(?:\\s*(?:id|no|number|token|key)\\s*[:#=]?|\\s*[:#=])\\s*(?=[\\w-]*\\d)[\\w-]{4,}"),
          rule("<id>", "\\byour ip(?: address)?(?: is)?:?\\s*[\\d.:a-f]{7,}", "your ip"),
          rule("<id>", "\\b(?=[0-9a-f]*\\d)(?=[0-9a-f]*[a-f])[0-9a-f]{8,}\\b"),
          rule(
              "<id>",
              "(?<![\\w/])(?=[\\w-]*\\d)(?=[\\w-]*[A-Za-z])[A-Za-z0-9_-]{20,}={0,2}(?![\\w/])"));

  boolean mayMatch(String folded) {
    return signs.isEmpty() || signs.stream().anyMatch(folded::contains);
  }

  static Stream<VolatileRule> all() {
    return Stream.concat(WORDS.stream(), NUMBERS.stream());
  }

  private static VolatileRule rule(String mark, String regex, String... signs) {
    return new VolatileRule(mark, Pattern.compile(regex, FLAGS), List.of(signs));
  }
}
