package io.competitoriq.process.evidence;

import io.competitoriq.process.content.Block;

/// Words of a document and where they stand in its text.
///
/// @param blockId the block that carries the value
/// @param text the words between the offsets, exactly
/// @param start first character in the document's text
/// @param end one past the last
public record Quote(String blockId, String text, int start, int end) {

  /// How many characters a quote may span so that a reader still takes it in at once.
  private static final int LONGEST_SPAN = 300;

  /// A whole block.
  public static Quote of(Block block) {
    return new Quote(block.id(), block.text(), block.start(), block.end());
  }

  /// From the block that names the subject to the block that carries the value, when they stand
  /// close together; otherwise the latter alone.
  public static Quote spanning(String documentText, Block subject, Block value) {
    int start = Math.min(subject.start(), value.start());
    int end = Math.max(subject.end(), value.end());
    return end - start <= LONGEST_SPAN
        ? new Quote(value.id(), documentText.substring(start, end), start, end)
        : of(value);
  }
}
