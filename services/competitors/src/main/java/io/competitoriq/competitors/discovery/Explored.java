package io.competitoriq.competitors.discovery;

/// How a look around ended.
public sealed interface Explored {

  /// The site was read; at least its home page is among the suggestions.
  record Found(Findings findings) implements Explored {}

  /// The site could not be read at all.
  ///
  /// @param sentence what went wrong and what the person can do
  record Failed(String sentence) implements Explored {}
}
