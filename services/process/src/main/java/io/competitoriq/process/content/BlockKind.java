package io.competitoriq.process.content;

/// What a block is on its page.
public enum BlockKind {
  HEADING,
  PARAGRAPH,
  LIST_ITEM,
  /// The cells of one row, joined by ` | `.
  TABLE_ROW,
  /// A short text that asks for money.
  PRICE,
  CODE,
  QUOTE
}
