package io.competitoriq.stack;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The text in which a process exposes its metrics (OpenMetrics, or Prometheus 0.0.4), by family.
final class Exposition {

  private static final Pattern TYPE = Pattern.compile("# TYPE (\\S+) (\\S+)");
  private static final Pattern SERIES = Pattern.compile("([a-zA-Z_:][\\w:]*)(?:\\{(.*)})? \\S+.*");
  private static final Pattern LABEL = Pattern.compile("(\\w+)=\"(?:[^\"\\\\]|\\\\.)*\"");
  private static final Set<String> OF_BUCKETS = Set.of("le", "quantile");
  private static final List<String> ENDINGS = List.of("_bucket", "_count", "_sum");

  private Exposition() {}

  /// Series of one name.
  ///
  /// @param type counter, gauge, histogram or summary
  /// @param labels of all its series, buckets apart
  record Family(String type, Set<String> labels) {}

  /// @return families by name; a counter's name ends in `_total` in both forms of the text
  static Map<String, Family> of(String text) {
    Map<String, Family> families = new HashMap<>();
    text.lines()
        .forEach(
            line -> {
              Matcher type = TYPE.matcher(line);
              if (type.matches()) {
                families.put(
                    familyName(type.group(1), type.group(2)),
                    new Family(type.group(2), new TreeSet<>()));
              } else if (!line.startsWith("#")) {
                read(line, families);
              }
            });
    return families;
  }

  private static String familyName(String name, String type) {
    return type.equals("counter") && !name.endsWith("_total") ? name + "_total" : name;
  }

  private static void read(String line, Map<String, Family> families) {
    Matcher series = SERIES.matcher(line);
    if (!series.matches()) {
      return;
    }
    Family family = familyOf(series.group(1), families);
    if (family != null && series.group(2) != null) {
      LABEL
          .matcher(series.group(2))
          .results()
          .map(label -> label.group(1))
          .filter(label -> !OF_BUCKETS.contains(label))
          .forEach(family.labels()::add);
    }
  }

  private static @org.jspecify.annotations.Nullable Family familyOf(
      String name, Map<String, Family> families) {
    for (String ending : ENDINGS) {
      Family family =
          name.endsWith(ending)
              ? families.get(name.substring(0, name.length() - ending.length()))
              : null;
      if (family != null) {
        return family;
      }
    }
    return families.get(name);
  }
}
