package io.competitoriq.analysis.ask;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// One thing that was found and may answer a question.
///
/// @param kind what it was read as
/// @param competitorId whose it is
/// @param text a sentence by rules for facts and changes, the page's own words for a passage
/// @param at when it was seen or happened
/// @param confidence 0..1 that it is as told
/// @param fit 0..1: how many of the question's terms it names
/// @param citations at least one, each held against the stored text
public record Piece(
    Kind kind,
    UUID competitorId,
    String text,
    Instant at,
    double confidence,
    double fit,
    List<Citation> citations) {

  public Piece {
    citations = List.copyOf(citations);
    if (citations.isEmpty()) {
      throw new IllegalArgumentException("nothing is found without a place: " + text);
    }
  }

  /// Where it comes from.
  public enum Kind {
    FACT,
    CHANGE,
    PASSAGE
  }
}
