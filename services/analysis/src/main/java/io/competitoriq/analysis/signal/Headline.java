package io.competitoriq.analysis.signal;

import io.competitoriq.messages.RaiseSignal;
import java.util.List;

/// The one line that says what changed, written from facts and diffs alone, so that it exists
/// without any language model and never says more than the evidence.
final class Headline {

  static final int MAX_LENGTH = 240;

  private Headline() {}

  static String of(RaiseSignal change) {
    List<Line> facts = FactLines.of(change.facts(), change.sourceKind());
    List<Line> lines =
        facts.isEmpty()
            ? TextLines.of(change.texts(), change.sourceKind(), change.pageTitle())
            : facts;
    int more = lines.size() - 1;
    String others =
        more == 0 ? "" : more == 1 ? ", and 1 more change" : ", and " + more + " more changes";
    return Excerpt.of(lines.getFirst().brief(), MAX_LENGTH - others.length()) + others;
  }
}
