package io.competitoriq.process.evidence;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.content.Content;
import io.competitoriq.process.content.SourcedBlock;
import io.competitoriq.process.content.Texts;
import java.util.List;
import java.util.Optional;

/// Finds where a document says some words. Whole words only, upper and lower case as given.
public final class QuoteFinder {

  private QuoteFinder() {}

  /// The words inside one block.
  public static Optional<Quote> in(Block block, String words) {
    String wanted = Texts.collapse(words);
    int at = wanted.isEmpty() ? -1 : find(block.text(), wanted);
    return at < 0
        ? Optional.empty()
        : Optional.of(
            new Quote(
                block.id(), wanted, block.start() + at, block.start() + at + wanted.length()));
  }

  /// The first block that says the words.
  public static Optional<Quote> in(Content content, String words) {
    return in(content.sourced(), words);
  }

  /// The first of some blocks that says the words.
  public static Optional<Quote> in(List<SourcedBlock> blocks, String words) {
    return blocks.stream().flatMap(each -> in(each.block(), words).stream()).findFirst();
  }

  private static int find(String text, String words) {
    for (int at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
      int end = at + words.length();
      boolean begins = at == 0 || !joins(text.charAt(at - 1), text.charAt(at));
      boolean ends = end == text.length() || !joins(text.charAt(end - 1), text.charAt(end));
      if (begins && ends) {
        return at;
      }
    }
    return -1;
  }

  private static boolean joins(char left, char right) {
    return Character.isLetterOrDigit(left) && Character.isLetterOrDigit(right);
  }
}
