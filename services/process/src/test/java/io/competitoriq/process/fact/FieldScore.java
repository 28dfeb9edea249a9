package io.competitoriq.process.fact;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Counts per field how many of the expected values were found, and how many found were not
/// expected.
public final class FieldScore {

  private final List<String> fields;
  private final Map<String, int[]> counts = new TreeMap<>();
  private final List<String> misses = new ArrayList<>();

  /// @param fields the first names the fact
  public FieldScore(String... fields) {
    this.fields = List.of(fields);
  }

  public void add(String page, List<List<String>> expected, List<List<String>> found) {
    Set<String> subjects = new HashSet<>();
    for (List<String> want : expected) {
      List<String> got =
          found.stream()
              .filter(each -> each.getFirst().equals(want.getFirst()))
              .filter(each -> subjects.add(String.join("|", each)))
              .findFirst()
              .orElse(List.of());
      for (int i = 0; i < fields.size(); i++) {
        count(page, want.getFirst(), i, at(want, i), at(got, i));
      }
    }
    found.stream()
        .filter(each -> !subjects.contains(String.join("|", each)))
        .forEach(each -> count(page, each.getFirst(), 0, "-", each.getFirst()));
  }

  private static String at(List<String> values, int index) {
    return index < values.size() ? values.get(index) : "-";
  }

  private void count(String page, String subject, int field, String want, String got) {
    int[] count = counts.computeIfAbsent(fields.get(field), _ -> new int[3]);
    count[0] += want.equals("-") ? 0 : 1;
    count[1] += got.equals("-") ? 0 : 1;
    count[2] += want.equals(got) && !want.equals("-") ? 1 : 0;
    if (!want.equals(got)) {
      misses.add("%s: %s %s: %s, not %s".formatted(page, subject, fields.get(field), got, want));
    }
  }

  /// Values found right of all expected and of all found, 0 to 1.
  public double share() {
    int most = counts.values().stream().mapToInt(c -> Math.max(c[0], c[1])).sum();
    int right = counts.values().stream().mapToInt(c -> c[2]).sum();
    return most == 0 ? 1 : (double) right / most;
  }

  /// One line a field, then what differs.
  public String table() {
    StringBuilder table = new StringBuilder("%-12s expected found right%n".formatted("field"));
    for (String field : fields) {
      int[] c = counts.getOrDefault(field, new int[3]);
      table.append("%-12s %8d %5d %5d%n".formatted(field, c[0], c[1], c[2]));
    }
    misses.forEach(miss -> table.append(miss).append('\n'));
    return table.toString();
  }
}
