package io.competitoriq.process.noise;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Takes out of a text what differs on every visit and means nothing: times, dates of updates,
/// clocks, live counters, ids. Two texts that mask to the same are the same to a reader. Amounts of
/// money are never touched, and neither are limits such as "10 users" or "5 GB", nor dates a text
/// speaks of.
public final class Volatile {

  private static final Pattern APOSTROPHES = Pattern.compile("[’‘`´]");
  private static final Pattern QUOTES = Pattern.compile("[“”„«»]");
  private static final Pattern DASHES = Pattern.compile("[‐‑‒–—―]");
  private static final Pattern MARK = Pattern.compile("<[a-z]+>");

  /// Texts that were masked while the same work goes on.
  private static final ScopedValue<Map<String, String>> KNOWN = ScopedValue.newInstance();

  private Volatile() {}

  /// Does work that asks for the same texts again and again, such as comparing two long versions:
  /// each is masked once. Holds all of them until it ends.
  public static <T> T eachOnce(Supplier<T> work) {
    return ScopedValue.where(KNOWN, new HashMap<>()).call(work::get);
  }

  /// The text to compare by: folded to lower case and plain quotes and dashes, volatile parts
  /// replaced by marks.
  public static String masked(String text) {
    return KNOWN.isBound() ? KNOWN.get().computeIfAbsent(text, Volatile::mask) : mask(text);
  }

  private static String mask(String text) {
    String folded = fold(text);
    if (folded.chars().noneMatch(Character::isDigit)) {
      return replaced(VolatileRule.WORDS, folded).strip();
    }
    String dated = Moments.masked(folded);
    StringBuilder out = new StringBuilder();
    Matcher money = Money.AMOUNT.matcher(dated);
    int from = 0;
    while (money.find()) {
      out.append(maskWords(dated.substring(from, money.start()))).append(money.group());
      from = money.end();
    }
    return out.append(maskWords(dated.substring(from))).toString().strip();
  }

  /// Whether nothing but volatile parts and punctuation is left of a text.
  public static boolean isOnlyNoise(String text) {
    return MARK.matcher(masked(text)).replaceAll("").chars().noneMatch(Character::isLetterOrDigit);
  }

  /// Where a text says what only time changes: ages, clocks, counters, ids. Dates are left out, for
  /// they say something.
  static List<Span> passing(String text) {
    String plain =
        DASHES
            .matcher(APOSTROPHES.matcher(text).replaceAll("'"))
            .replaceAll("-")
            .replace('\u00a0', ' ');
    List<Span> money = spans(Money.AMOUNT, plain);
    Stream<Span> spans =
        VolatileRule.all()
            .filter(rule -> !rule.mark().equals("<year>"))
            .flatMap(rule -> spans(rule.pattern(), plain).stream());
    return Stream.concat(spans, Moments.clocks(plain).stream())
        .filter(span -> money.stream().noneMatch(span::overlaps))
        .toList();
  }

  private static List<Span> spans(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(m -> new Span(m.start(), m.end())).toList();
  }

  private static String maskWords(String words) {
    return replaced(VolatileRule.NUMBERS, replaced(VolatileRule.WORDS, words));
  }

  private static String replaced(List<VolatileRule> rules, String words) {
    String masked = words;
    for (VolatileRule rule : rules) {
      if (rule.mayMatch(masked)) {
        masked = rule.pattern().matcher(masked).replaceAll(rule.mark());
      }
    }
    return masked;
  }

  private static String fold(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    if (plain.chars().anyMatch(c -> c > 127)) {
      plain = APOSTROPHES.matcher(plain).replaceAll("'");
      plain = QUOTES.matcher(plain).replaceAll("\"");
      plain = DASHES.matcher(plain).replaceAll("-");
    }
    return plain.replace('`', '\'').toLowerCase(Locale.ROOT);
  }

  /// Offsets into a text; the end is one past the last character.
  record Span(int start, int end) {
    boolean overlaps(Span other) {
      return start < other.end && other.start < end;
    }
  }
}
