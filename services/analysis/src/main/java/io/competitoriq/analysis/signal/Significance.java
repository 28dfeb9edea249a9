package io.competitoriq.analysis.signal;

import io.competitoriq.messages.Category;
import java.util.List;
import java.util.Locale;

/// How much a signal matters by rules: category weight x magnitude x source reliability. Each
/// factor is told in a sentence, so that nobody has to guess.
///
/// @param score 0..100
record Significance(int score, Severity severity, List<String> reasons) {

  static Significance of(Category category, Magnitude magnitude, Grounds grounds) {
    double weight = weight(category);
    int score = (int) Math.round(100 * weight * magnitude.value() * grounds.reliability());
    return new Significance(
        score,
        Severity.of(score),
        List.of(
            String.format(Locale.ROOT, "Signals about %s weigh %.2f.", words(category), weight),
            String.format(
                Locale.ROOT, "%s: magnitude %.2f.", magnitude.because(), magnitude.value()),
            grounds.sentence(),
            String.format(
                Locale.ROOT,
                "%.2f x %.2f x %.2f gives %d of 100.",
                weight,
                magnitude.value(),
                grounds.reliability(),
                score)));
  }

  private static double weight(Category category) {
    return switch (category) {
      case PRICING -> 1.0;
      case PRODUCT, POSITIONING -> 0.85;
      case LEADERSHIP -> 0.8;
      case NEWS, LEGAL -> 0.7;
      case HIRING -> 0.6;
      case OTHER -> 0.4;
    };
  }

  private static String words(Category category) {
    return switch (category) {
      case OTHER -> "anything else";
      case PRICING, PRODUCT, POSITIONING, HIRING, NEWS, LEADERSHIP, LEGAL ->
          category.name().toLowerCase(Locale.ROOT);
    };
  }
}
