package io.competitoriq.bench.change;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// Counts, by kind of noise or edit, in how many cases somebody was right.
final class Tally {

  private final Map<String, int[]> kinds = new TreeMap<>();

  void count(String kind, boolean hit) {
    int[] counts = kinds.computeIfAbsent(kind, _ -> new int[2]);
    counts[0]++;
    counts[1] += hit ? 1 : 0;
  }

  int cases(Predicate<String> which) {
    return kinds.entrySet().stream()
        .filter(kind -> which.test(kind.getKey()))
        .mapToInt(kind -> kind.getValue()[0])
        .sum();
  }

  /// Hits among the cases of some kinds, 0 to 100 with one decimal.
  double percent(Predicate<String> which) {
    int hits =
        kinds.entrySet().stream()
            .filter(kind -> which.test(kind.getKey()))
            .mapToInt(kind -> kind.getValue()[1])
            .sum();
    int cases = cases(which);
    return cases == 0 ? 0 : Math.round(1000.0 * hits / cases) / 10.0;
  }

  /// `hits/cases` by kind.
  Map<String, String> byKind() {
    Map<String, String> lines = new TreeMap<>();
    kinds.forEach((kind, counts) -> lines.put(kind, counts[1] + "/" + counts[0]));
    return lines;
  }
}
