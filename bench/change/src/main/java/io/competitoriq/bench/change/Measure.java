package io.competitoriq.bench.change;

import io.competitoriq.bench.change.Corpus.Case;
import io.competitoriq.bench.change.Edit.Made;
import io.competitoriq.bench.change.PairFolder.Entry;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/// Judges cases, ours and by the peers' rules, and counts.
final class Measure {

  static final String OURS = "ours";

  private final Map<String, Tally> changed = new LinkedHashMap<>();
  private final Tally status = new Tally();
  private final Map<String, UnaryOperator<String>> peers;
  private final PrintStream mistakes;
  private final boolean wordy;

  /// @param wordy whether mistakes are written down
  Measure(Map<String, UnaryOperator<String>> peers, PrintStream mistakes, boolean wordy) {
    this.peers = peers;
    this.mistakes = mistakes;
    this.wordy = wordy;
  }

  /// @param pairOnly whether only the visit before the edit is known, as a peer sees it
  void judge(Case each, boolean pairOnly) {
    Verdict verdict =
        pairOnly
            ? Judge.pair(each.page().url(), each.before(), each.after())
            : Judge.visits(
                each.page().url(), each.earlier(), each.after(), each.visits().getLast());
    Made made = each.made();
    count(OURS, each.name(), verdict.changed());
    status.count(each.name(), made != null && made.isTold(verdict));
    if (made != null ? !made.isTold(verdict) : verdict.changed()) {
      report(each.name(), each.page().id(), made != null ? made.toString() : "", verdict);
    }
    peers.forEach(
        (peer, rule) ->
            count(peer, each.name(), !rule.apply(each.before()).equals(rule.apply(each.after()))));
  }

  void judge(Entry pair, URI url) throws IOException {
    String before = PairFolder.page(pair.before());
    String after = PairFolder.page(pair.after());
    String kind = (pair.changed() ? "edit: " : "noise: ") + pair.operator();
    Verdict verdict = Judge.pair(url, before, after);
    count(OURS, kind, verdict.changed());
    if (verdict.changed() != pair.changed()) {
      report(kind, pair.id(), "", verdict);
    }
    peers.forEach((peer, rule) -> count(peer, kind, !rule.apply(before).equals(rule.apply(after))));
  }

  private void count(String who, String kind, boolean hit) {
    changed.computeIfAbsent(who, _ -> new Tally()).count(kind, hit);
  }

  private void report(String kind, String id, String made, Verdict verdict) {
    if (wordy) {
      List<Verdict.Told> some =
          (verdict.hunks().isEmpty() ? verdict.ignored() : verdict.hunks())
              .stream().filter(told -> !"order".equals(told.reason())).limit(4).toList();
      mistakes.println(kind + " [" + id + "] " + made + " " + some);
    }
  }

  /// How often each said that something changed.
  Map<String, Tally> changed() {
    return changed;
  }

  /// Edits told with the right status.
  Tally status() {
    return status;
  }
}
