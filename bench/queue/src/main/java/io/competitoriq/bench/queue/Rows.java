package io.competitoriq.bench.queue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The samples of all passes, by metric, in the order in which they first came.
final class Rows {

  private final Map<String, Samples> byMetric = new LinkedHashMap<>();
  private final Map<String, Goal> goals;

  Rows(Map<String, Goal> goals) {
    this.goals = goals;
  }

  private record Samples(
      String unit, @Nullable String peer, List<Double> ours, List<Double> theirs) {}

  /// A row of the result: medians over the passes; the ratio is the median of the passes' ratios.
  record Row(
      String metric,
      String unit,
      double ours,
      @Nullable String peer,
      @Nullable Double theirs,
      @Nullable Double ratio,
      @Nullable String goal,
      @Nullable Boolean met) {}

  void compare(String metric, String unit, double ours, String peer, double theirs) {
    Samples samples = samples(metric, unit, peer);
    samples.ours().add(ours);
    samples.theirs().add(theirs);
    System.err.printf(
        "  %-34s %10s %-10s %s %s%n",
        metric,
        Numbers.shortest(Numbers.rounded(ours)),
        unit,
        peer,
        Numbers.shortest(Numbers.rounded(theirs)));
  }

  void measure(String metric, String unit, double ours) {
    samples(metric, unit, null).ours().add(ours);
    System.err.printf("  %-34s %10s %s%n", metric, Numbers.shortest(Numbers.rounded(ours)), unit);
  }

  private Samples samples(String metric, String unit, @Nullable String peer) {
    return byMetric.computeIfAbsent(
        metric, _ -> new Samples(unit, peer, new ArrayList<>(), new ArrayList<>()));
  }

  List<Row> all() {
    List<Row> rows = new ArrayList<>();
    byMetric.forEach((metric, samples) -> rows.add(row(metric, samples)));
    return rows;
  }

  private Row row(String metric, Samples samples) {
    double ours = Numbers.median(samples.ours());
    Double theirs = samples.peer() == null ? null : Numbers.median(samples.theirs());
    Double ratio = samples.peer() == null ? null : Numbers.median(ratios(samples));
    Goal goal = goals.get(metric);
    double judged = ratio == null ? ours : ratio;
    return new Row(
        metric,
        samples.unit(),
        Numbers.rounded(ours),
        samples.peer(),
        theirs == null ? null : Numbers.rounded(theirs),
        ratio == null ? null : Numbers.rounded(ratio),
        goal == null ? null : goal.toString(),
        goal == null ? null : goal.metBy(judged));
  }

  private static List<Double> ratios(Samples samples) {
    List<Double> ratios = new ArrayList<>();
    for (int i = 0; i < samples.ours().size(); i++) {
      ratios.add(samples.ours().get(i) / samples.theirs().get(i));
    }
    return ratios;
  }
}
