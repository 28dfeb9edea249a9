package io.competitoriq.analysis.story;

/// Why two signals are of one story.
///
/// @param detail a sentence for the reader
public record Tie(Reason reason, String detail) {

  /// What ties.
  public enum Reason {
    /// One version of a page showed both.
    SAME_VERSION,
    /// The same fact of the same competitor moved the same way.
    SAME_MOVE,
    /// Both are about, or link to, the same address.
    SAME_ADDRESS,
    /// Word for word the same new text.
    SAME_TEXT,
    /// Nearly the same new text, or one holds the other.
    NEAR_TEXT,
    /// They name the same things.
    SAME_NAMES
  }
}
