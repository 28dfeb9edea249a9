package io.competitoriq.bench.queue;

import java.util.List;

/// Figures as people read them.
final class Numbers {

  private Numbers() {}

  static double median(List<Double> values) {
    return quantile(values, 0.5);
  }

  /// The smallest value that at least this part of the values does not exceed.
  static double quantile(List<Double> values, double part) {
    List<Double> sorted = values.stream().sorted().toList();
    return sorted.get(Math.clamp((int) Math.ceil(part * sorted.size()) - 1, 0, sorted.size() - 1));
  }

  /// Three digits that count.
  static double rounded(double value) {
    if (value == 0 || Double.isNaN(value) || Double.isInfinite(value)) {
      return 0;
    }
    double scale = Math.pow(10, 2 - Math.floor(Math.log10(Math.abs(value))));
    return Math.abs(value) >= 100 ? Math.round(value) : Math.round(value * scale) / scale;
  }

  static String shortest(double value) {
    return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
  }
}
