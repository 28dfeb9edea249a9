package io.competitoriq.analysis.signal;

import io.competitoriq.messages.RaiseSignal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Every change in one sentence each, heaviest first, bounded; what is left out is counted.
final class SignalSummary {

  private static final int FACT_LINES = 8;
  private static final int TEXT_LINES = 5;

  private SignalSummary() {}

  static String of(RaiseSignal change) {
    List<Line> facts = FactLines.of(change.facts(), change.sourceKind());
    List<Line> texts = TextLines.of(change.texts(), change.sourceKind(), change.pageTitle());
    if (facts.isEmpty()) {
      return sentences(texts, TEXT_LINES);
    }
    String place = TextLines.place(change.sourceKind(), change.pageTitle());
    return texts.isEmpty()
        ? sentences(facts, FACT_LINES)
        : sentences(facts, FACT_LINES) + " " + places(texts.size(), place);
  }

  private static String places(int count, String place) {
    return count == 1
        ? "The text of " + place + " changed in 1 place."
        : "The text of " + place + " changed in " + count + " places.";
  }

  private static String sentences(List<Line> lines, int most) {
    Stream<String> shown = lines.stream().limit(most).map(line -> line.full() + ".");
    int more = lines.size() - most;
    Stream<String> rest =
        more <= 0
            ? Stream.empty()
            : Stream.of(more == 1 ? "1 more change." : more + " more changes.");
    return Stream.concat(shown, rest).collect(Collectors.joining(" "));
  }
}
