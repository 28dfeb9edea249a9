package io.competitoriq.analysis.signal;

/// One sentence about a change, without the full stop.
///
/// @param weight orders the sentences of a signal, heaviest first
/// @param brief for the headline
/// @param full for the summary
record Line(double weight, String brief, String full) {

  static Line of(double weight, String text) {
    return new Line(weight, text, text);
  }
}
