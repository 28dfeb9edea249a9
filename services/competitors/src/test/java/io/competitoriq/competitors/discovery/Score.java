package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.discovery.Shape.Wanted;
import io.competitoriq.competitors.source.PageUrl;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Found, expected and wrong suggestions, by kind.
final class Score {

  private static final double SURE = 0.5;
  private static final int FOUND = 0;
  private static final int EXPECTED = 1;
  private static final int WRONG = 2;

  private final String title;
  private final Map<String, int[]> rows = new TreeMap<>();
  private final List<String> notes = new ArrayList<>();

  Score(String title) {
    this.title = title;
  }

  /// Counts one shape. A suggestion nobody expects is wrong when it is surer than 0.5.
  void add(Shape shape, List<Suggestion> suggestions) {
    for (Wanted wanted : shape.expected()) {
      boolean found = suggestions.stream().anyMatch(s -> isThat(s, wanted));
      count(wanted.what(), EXPECTED);
      if (found) {
        count(wanted.what(), FOUND);
      } else {
        notes.add("missing  " + shape.name() + ": " + wanted.what() + " " + wanted.url());
      }
    }
    suggestions.stream()
        .filter(s -> s.kind() != SourceKind.HOME && s.confidence() > SURE)
        .filter(s -> shape.expected().stream().noneMatch(wanted -> isThat(s, wanted)))
        .filter(s -> shape.acceptable().stream().noneMatch(url -> isAt(s, url)))
        .forEach(
            s -> {
              count(what(s), WRONG);
              notes.add(
                  "wrong    %s: %s %s %.2f %s"
                      .formatted(shape.name(), what(s), s.url(), s.confidence(), s.why()));
            });
  }

  private void count(String what, int column) {
    rows.computeIfAbsent(what, _ -> new int[3])[column]++;
  }

  private static String what(Suggestion suggestion) {
    return suggestion.collector() == Collector.BUILTIN
        ? suggestion.kind().name()
        : suggestion.kind() + "/" + suggestion.collector();
  }

  private static boolean isThat(Suggestion suggestion, Wanted wanted) {
    return what(suggestion).equals(wanted.what()) && isAt(suggestion, wanted.url());
  }

  private static boolean isAt(Suggestion suggestion, String url) {
    return PageUrl.parse(suggestion.url()).likeness().equals(PageUrl.parse(url).likeness());
  }

  int found() {
    return rows.values().stream().mapToInt(row -> row[FOUND]).sum();
  }

  int expected() {
    return rows.values().stream().mapToInt(row -> row[EXPECTED]).sum();
  }

  int wrong() {
    return rows.values().stream().mapToInt(row -> row[WRONG]).sum();
  }

  double recall() {
    return (double) found() / expected();
  }

  double precision() {
    return (double) found() / (found() + wrong());
  }

  String table() {
    StringBuilder text = new StringBuilder("\n" + title + "\n");
    text.append(
        "%-18s %5s %8s %5s %6s %9s%n"
            .formatted("kind", "found", "expected", "wrong", "recall", "precision"));
    rows.forEach((what, row) -> text.append(line(what, row[FOUND], row[EXPECTED], row[WRONG])));
    text.append(line("all", found(), expected(), wrong()));
    notes.forEach(note -> text.append(note).append('\n'));
    return text.toString();
  }

  private static String line(String what, int found, int expected, int wrong) {
    String recall = expected == 0 ? "-" : "%.2f".formatted((double) found / expected);
    String precision =
        found + wrong == 0 ? "-" : "%.2f".formatted((double) found / (found + wrong));
    return "%-18s %5d %8d %5d %6s %9s%n".formatted(what, found, expected, wrong, recall, precision);
  }
}
