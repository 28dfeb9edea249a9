package io.competitoriq.process.maintext;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/// Chooses the passages that together promise the best F1 of words: the likeliest ones, as many as
/// pay. A threshold would have to be another one for every kind of page.
final class Selection {

  private Selection() {}

  /// @param odds probability of each passage being main text, 0 to 1
  /// @return whether each passage is chosen
  static boolean[] of(List<Passage> passages, double[] odds) {
    int[] likeliest =
        IntStream.range(0, odds.length)
            .boxed()
            .sorted(Comparator.comparingDouble((Integer i) -> -odds[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    boolean[] repeated = Repeats.among(passages, likeliest);
    double expected = 0;
    for (int index : likeliest) {
      expected += repeated[index] ? 0 : odds[index] * passages.get(index).words();
    }
    boolean[] chosen = new boolean[odds.length];
    for (int index : promising(passages, odds, likeliest, repeated, expected)) {
      chosen[index] = !repeated[index];
    }
    return chosen;
  }

  private static int[] promising(
      List<Passage> passages, double[] odds, int[] likeliest, boolean[] repeated, double expected) {
    double found = 0;
    double taken = 0;
    double best = 0;
    int most = 0;
    for (int i = 0; i < likeliest.length; i++) {
      int words = repeated[likeliest[i]] ? 0 : passages.get(likeliest[i]).words();
      found += odds[likeliest[i]] * words;
      taken += words;
      double f1 = 2 * found / (taken + expected + Double.MIN_NORMAL);
      if (f1 > best) {
        best = f1;
        most = i + 1;
      }
    }
    return IntStream.range(0, most).map(i -> likeliest[i]).toArray();
  }
}
