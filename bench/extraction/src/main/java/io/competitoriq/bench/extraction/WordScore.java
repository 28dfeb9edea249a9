package io.competitoriq.bench.extraction;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// WCXB's measure: the multiset of lower-case `\w+` words of a text against that of the main
/// content. Two empty texts agree; an empty one and another do not.
record WordScore(double precision, double recall, double f1) {

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}_]+");

  static WordScore of(String text, String mainContent) {
    Map<String, Integer> found = words(text);
    Map<String, Integer> wanted = words(mainContent);
    int foundWords = sum(found);
    int wantedWords = sum(wanted);
    if (foundWords == 0 || wantedWords == 0) {
      double agreed = foundWords == wantedWords ? 1 : 0;
      return new WordScore(agreed, agreed, agreed);
    }
    int common = 0;
    for (Map.Entry<String, Integer> word : found.entrySet()) {
      common += Math.min(word.getValue(), wanted.getOrDefault(word.getKey(), 0));
    }
    double precision = (double) common / foundWords;
    double recall = (double) common / wantedWords;
    double f1 = common == 0 ? 0 : 2 * precision * recall / (precision + recall);
    return new WordScore(precision, recall, f1);
  }

  private static Map<String, Integer> words(String text) {
    Map<String, Integer> words = new HashMap<>();
    Matcher word = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (word.find()) {
      words.merge(word.group(), 1, Integer::sum);
    }
    return words;
  }

  private static int sum(Map<String, Integer> words) {
    return words.values().stream().mapToInt(Integer::intValue).sum();
  }
}
