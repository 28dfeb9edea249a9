package io.competitoriq.process.fact;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// How alike two names are, 0 to 1: `Pro` and `Professional` very, `Pro` and `Team` not at all.
final class NameLikeness {

  private static final double BEGINNING = 0.8;
  private static final int SHORTEST_BEGINNING = 3;

  private NameLikeness() {}

  static double of(String one, String other) {
    String a = folded(one);
    String b = folded(other);
    if (a.equals(b)) {
      return 1;
    }
    boolean begins = a.startsWith(b) || b.startsWith(a);
    double likeness = dice(pairs(a), pairs(b));
    return begins && Math.min(a.length(), b.length()) >= SHORTEST_BEGINNING
        ? Math.max(BEGINNING, likeness)
        : likeness;
  }

  static String folded(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static Map<String, Integer> pairs(String text) {
    Map<String, Integer> pairs = new HashMap<>();
    for (int i = 0; i + 2 <= text.length(); i++) {
      pairs.merge(text.substring(i, i + 2), 1, Integer::sum);
    }
    return pairs;
  }

  private static double dice(Map<String, Integer> a, Map<String, Integer> b) {
    int all =
        a.values().stream().mapToInt(Integer::intValue).sum()
            + b.values().stream().mapToInt(Integer::intValue).sum();
    int both =
        a.entrySet().stream()
            .mapToInt(e -> Math.min(e.getValue(), b.getOrDefault(e.getKey(), 0)))
            .sum();
    return all == 0 ? 0 : 2.0 * both / all;
  }
}
