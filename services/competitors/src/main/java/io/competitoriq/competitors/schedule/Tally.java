package io.competitoriq.competitors.schedule;

/// Of the last visits that could be compared with the one before, how many brought a confirmed
/// change.
///
/// @param visits 0 or more
/// @param changes at most `visits`
public record Tally(int visits, int changes) {

  /// Nothing is known yet.
  public static final Tally NONE = new Tally(0, 0);

  public Tally {
    if (changes < 0 || changes > visits) {
      throw new IllegalArgumentException("%d changes in %d visits".formatted(changes, visits));
    }
  }

  /// How many changes to expect from one visit to the next, 0 or more, by the estimator of Cho and
  /// Garcia-Molina ("Estimating frequency of change", ACM TOIT 3(3), 2003): -log((n - X + 0.5) / (n
  /// + 0.5)). Counting changed visits alone would take several changes between two visits for one,
  ///   and would be infinite or zero where its better known form, without the halves, is: after a
  ///   change at every visit.
  double changesPerVisit() {
    return Math.max(0, -Math.log((visits - changes + 0.5) / (visits + 0.5)));
  }
}
