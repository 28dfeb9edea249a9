package io.competitoriq.process.noise;

import java.util.List;

/// What the latest visits of a source taught about texts that come and go by themselves. A place
/// that has shown three texts or one that came back is a variant, not news.
///
/// @param visit number of the visit at hand
public record Volatility(List<Sighting> sightings, long visit) {

  /// How many visits back the memory reaches: later, a former text is a decision, not a rotation.
  public static final int MEMORY = 10;

  /// How many visits have to show the new label of a button or another currency, beside the one
  /// that saw it first.
  public static final int PATIENCE = 3;

  private static final int VALUES = 3;

  public Volatility {
    sightings = sightings.stream().filter(seen -> seen.lastVisit() >= visit - MEMORY).toList();
  }

  /// Whether the place shows different texts on different visits.
  ///
  /// @param textKey what it shows now
  public boolean isVolatile(String slot, String textKey) {
    long others =
        sightings.stream()
            .filter(seen -> seen.slot().equals(slot) && !seen.textKey().equals(textKey))
            .map(Sighting::textKey)
            .distinct()
            .count();
    return others + 1 >= VALUES || alternates(slot);
  }

  /// Whether a text of this place was seen, went and came back.
  public boolean alternates(String slot) {
    return sightings.stream().anyMatch(seen -> seen.slot().equals(slot) && seen.returns() > 0);
  }

  /// Whether the page showed this text before, anywhere, and not at the last visit.
  public boolean isFormer(String textKey) {
    return sightings.stream()
        .anyMatch(
            seen ->
                seen.textKey().equals(textKey)
                    && (seen.lastVisit() < visit - 1 || seen.returns() > 0));
  }

  /// Whether a text that is gone now has gone before.
  public boolean comesAndGoes(String textKey) {
    return sightings.stream()
        .anyMatch(seen -> seen.textKey().equals(textKey) && seen.returns() > 0);
  }

  /// How many visits ago a text came to its place or left it; very many when it is not known.
  public long visitsSince(String slot, String textKey) {
    return sightings.stream()
        .filter(seen -> seen.slot().equals(slot) && seen.textKey().equals(textKey))
        .mapToLong(seen -> visit - seen.lastVisit())
        .max()
        .orElse(Long.MAX_VALUE);
  }
}
