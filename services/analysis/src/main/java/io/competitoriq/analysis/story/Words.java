package io.competitoriq.analysis.story;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// The words of a text, as texts are compared: without case, punctuation and compatibility forms.
record Words(List<String> asWritten) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+(?:[.,'’][\\p{L}\\p{N}]+)*");
  private static final int SHINGLE = 3;
  private static final int MOST = 2_000;

  /// Words that begin with a capital in every second sentence and name nothing.
  private static final Set<String> NAMELESS =
      Set.of(
          "the",
          "and",
          "our",
          "your",
          "with",
          "for",
          "from",
          "this",
          "that",
          "now",
          "new",
          "how",
          "why",
          "what",
          "when",
          "plan",
          "plans",
          "pricing",
          "price",
          "team",
          "teams",
          "free",
          "read",
          "more",
          "learn",
          "get",
          "all",
          "you",
          "are",
          "month",
          "year",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");

  static Words of(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
    return new Words(WORD.matcher(plain).results().map(MatchResult::group).limit(MOST).toList());
  }

  int size() {
    return asWritten.size();
  }

  /// All words in lower case, one space between.
  String normalized() {
    return String.join(" ", asWritten).toLowerCase(Locale.ROOT);
  }

  /// Hashes of every three words in a row, ascending, each once.
  int[] shingles() {
    List<String> lower = asWritten.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    return IntStream.rangeClosed(0, lower.size() - SHINGLE)
        .map(i -> String.join(" ", lower.subList(i, i + SHINGLE)).hashCode())
        .sorted()
        .distinct()
        .toArray();
  }

  /// Words that name something: a capital or a digit in them, and not the company's own name.
  Set<String> names(String company) {
    Set<String> names = new TreeSet<>();
    for (String word : asWritten) {
      String lower = word.toLowerCase(Locale.ROOT);
      boolean telling = !word.equals(lower) || word.chars().anyMatch(Character::isDigit);
      if (telling && word.length() > 2 && !NAMELESS.contains(lower) && !lower.equals(company)) {
        names.add(lower);
      }
    }
    return names;
  }
}
