package io.competitoriq.process.maintext;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Passages that a page lays out alike, such as the prices of all its cards, are main text or not
/// together: the score of each is drawn half way to what its like have on average.
final class Alikes {

  private static final double OWN = 0.5;
  private static final double SUREST = 13.8;

  private Alikes() {}

  /// @param scores log-odds of each passage being main text
  /// @return their probabilities, 0 to 1
  static double[] odds(List<Passage> passages, double[] scores) {
    Map<Long, Mean> means = new HashMap<>();
    Mean[] meanOf = new Mean[scores.length];
    for (int i = 0; i < scores.length; i++) {
      Passage passage = passages.get(i);
      meanOf[i] = means.computeIfAbsent(passage.layout(), _ -> new Mean());
      meanOf[i].add(bounded(scores[i]), Math.sqrt(passage.words() + 1.0));
    }
    double[] odds = new double[scores.length];
    for (int i = 0; i < scores.length; i++) {
      double score = OWN * bounded(scores[i]) + (1 - OWN) * meanOf[i].value();
      odds[i] = 1 / (1 + Math.exp(-score));
    }
    return odds;
  }

  private static double bounded(double score) {
    return Math.clamp(score, -SUREST, SUREST);
  }

  private static final class Mean {

    private double sum;
    private double weight;

    void add(double value, double weightOfValue) {
      sum += value * weightOfValue;
      weight += weightOfValue;
    }

    double value() {
      return sum / weight;
    }
  }
}
