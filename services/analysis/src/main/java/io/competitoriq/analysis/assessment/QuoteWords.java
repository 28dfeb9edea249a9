package io.competitoriq.analysis.assessment;

import java.text.Normalizer;
import java.util.Locale;

/// The words of a quote, to find them in what they are said to be from: spacing, compatibility
/// forms and quotation marks may differ, words may not. Pure.
public final class QuoteWords {

  private QuoteWords() {}

  public static String folded(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC)
        .replaceAll("[“”„«»]", "\"")
        .replaceAll("[‘’‚`]", "'")
        .replaceAll("[\\p{Cc}\\p{Cf}\\p{Z}\\s]+", " ")
        .strip()
        .toLowerCase(Locale.ROOT);
  }
}
