package io.competitoriq.process.pdf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// What stands at the top or the bottom of every page. It is read once, and the numbers of pages
/// never: a page more would change all of them. Pure.
final class RunningLines {
  private static final int AT_THE_EDGE = 2;
  private static final int FEWEST_PAGES = 3;
  private static final Pattern NUMBER =
      Pattern.compile(
          "(?i)(?:[-–—|]\\s*)?(?:page|p\\.|seite|s\\.|página|pagina|strana)?\\s*\\d{1,4}"
              + "(?:\\s*(?:/|of|von|de|di|sur|van|\\|)\\s*\\d{1,4})?(?:\\s*[-–—|])?");

  private RunningLines() {}

  static List<Line> leftOut(List<Line> lines) {
    Map<Integer, List<Line>> pages = new TreeMap<>();
    lines.forEach(line -> pages.computeIfAbsent(line.page(), _ -> new ArrayList<>()).add(line));
    Map<String, Integer> seen = new HashMap<>();
    pages.values().forEach(page -> edges(page).forEach(it -> seen.merge(key(it), 1, Integer::sum)));
    int running = Math.max(FEWEST_PAGES, (pages.size() + 1) / 2);
    Set<String> told = new HashSet<>();
    List<Line> kept = new ArrayList<>();
    for (List<Line> page : pages.values()) {
      Set<Line> edges = edges(page);
      for (Line line : page) {
        boolean number = edges.contains(line) && NUMBER.matcher(line.text()).matches();
        boolean again =
            edges.contains(line)
                && seen.getOrDefault(key(line), 0) >= running
                && !told.add(key(line));
        if (!again && !(number && pages.size() > 1)) {
          kept.add(line);
        }
      }
    }
    return kept;
  }

  private static Set<Line> edges(List<Line> page) {
    Set<Line> edges = new HashSet<>(page.subList(0, Math.min(AT_THE_EDGE, page.size())));
    edges.addAll(page.subList(Math.max(0, page.size() - AT_THE_EDGE), page.size()));
    return edges;
  }

  /// Only its own number tells a line from the same one on another page.
  private static String key(Line line) {
    return line.text().replaceAll("\\b" + line.page() + "\\b", "#");
  }
}
