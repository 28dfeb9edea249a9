package io.competitoriq.chart;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Few combinations in which every two values of different switches occur together (all-pairs).
final class Pairs {

  private Pairs() {}

  private record Pair(String left, String leftValue, String right, String rightValue) {}

  static List<Map<String, String>> of(Map<String, List<String>> switches) {
    var sorted = new TreeMap<>(switches);
    List<String> names = List.copyOf(sorted.keySet());
    Set<Pair> open = new HashSet<>();
    for (int i = 0; i < names.size(); i++) {
      for (int j = i + 1; j < names.size(); j++) {
        for (String left : requireNonNull(sorted.get(names.get(i)))) {
          for (String right : requireNonNull(sorted.get(names.get(j)))) {
            open.add(new Pair(names.get(i), left, names.get(j), right));
          }
        }
      }
    }
    List<Map<String, String>> combinations = new ArrayList<>();
    while (!open.isEmpty()) {
      Pair seed = open.stream().min((a, b) -> a.toString().compareTo(b.toString())).orElseThrow();
      Map<String, String> chosen = new HashMap<>();
      chosen.put(seed.left, seed.leftValue);
      chosen.put(seed.right, seed.rightValue);
      for (String name : names) {
        if (!chosen.containsKey(name)) {
          chosen.put(name, best(name, requireNonNull(sorted.get(name)), chosen, open));
        }
      }
      open.removeIf(
          pair ->
              pair.leftValue.equals(chosen.get(pair.left))
                  && pair.rightValue.equals(chosen.get(pair.right)));
      combinations.add(new LinkedHashMap<>(new TreeMap<>(chosen)));
    }
    return combinations;
  }

  private static String best(
      String name, List<String> values, Map<String, String> chosen, Set<Pair> open) {
    String best = values.getFirst();
    long most = -1;
    for (String value : values) {
      long closes = open.stream().filter(pair -> closes(pair, name, value, chosen)).count();
      if (closes > most) {
        most = closes;
        best = value;
      }
    }
    return best;
  }

  private static boolean closes(Pair pair, String name, String value, Map<String, String> chosen) {
    return (pair.left.equals(name)
            && pair.leftValue.equals(value)
            && pair.rightValue.equals(chosen.get(pair.right)))
        || (pair.right.equals(name)
            && pair.rightValue.equals(value)
            && pair.leftValue.equals(chosen.get(pair.left)));
  }
}
