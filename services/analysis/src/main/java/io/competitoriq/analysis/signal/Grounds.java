package io.competitoriq.analysis.signal;

import io.competitoriq.messages.Evidence;
import java.util.List;
import java.util.Locale;

/// How well a signal's evidence stands: how many quotes there are, and how many were found again in
/// the stored page.
record Grounds(int quotes, int verified) {

  static Grounds of(List<Evidence> evidence) {
    return new Grounds(evidence.size(), (int) evidence.stream().filter(Evidence::verified).count());
  }

  /// 0..1: how far the source of this signal is to be believed.
  double reliability() {
    if (quotes == 0) {
      return 0.6;
    }
    return verified == quotes ? 1.0 : 0.7 + 0.2 * verified / quotes;
  }

  /// 0..1, two decimals: how sure the system is that the change is as told.
  double confidence(boolean typedFacts) {
    double share = quotes == 0 ? 0 : (double) verified / quotes;
    double confidence = 0.5 + 0.4 * share + (typedFacts ? 0.05 : 0);
    return Math.round(confidence * 100) / 100.0;
  }

  String sentence() {
    String reliability = String.format(Locale.ROOT, "%.2f", reliability());
    if (quotes == 0) {
      return "No quote backs the change: source reliability " + reliability + ".";
    }
    if (verified == quotes) {
      String subject = quotes == 1 ? "Its quote was" : "All " + quotes + " quotes were";
      return subject + " found in the stored page: source reliability " + reliability + ".";
    }
    return "%d of %d quotes were found in the stored page: source reliability %s."
        .formatted(verified, quotes, reliability);
  }
}
