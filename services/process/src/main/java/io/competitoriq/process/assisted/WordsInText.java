package io.competitoriq.process.assisted;

import io.competitoriq.process.content.Block;
import io.competitoriq.process.evidence.Quote;
import io.competitoriq.process.evidence.Version;
import java.util.Optional;

/// Finds a model's quote in a text. Models break lines as they like, so white space counts for
/// nothing; every other character must stand there.
final class WordsInText {

  private static final int SHORTEST = 2;
  private static final int LONGEST = 400;

  private WordsInText() {}

  static Optional<Quote> find(Version version, String words) {
    String wanted = dense(words);
    if (wanted.length() < SHORTEST || wanted.length() > LONGEST) {
      return Optional.empty();
    }
    String text = version.text();
    int[] places = new int[text.length()];
    StringBuilder dense = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isBlank(c)) {
        places[dense.length()] = i;
        dense.append(c);
      }
    }
    int at = dense.indexOf(wanted);
    if (at < 0) {
      return Optional.empty();
    }
    int start = places[at];
    int end = places[at + wanted.length() - 1] + 1;
    return version.blocks().stream()
        .filter(block -> block.start() < end && block.end() > start)
        .reduce((_, last) -> last)
        .map(Block::id)
        .map(block -> new Quote(block, text.substring(start, end), start, end));
  }

  private static String dense(String words) {
    StringBuilder dense = new StringBuilder(words.length());
    words.chars().filter(c -> !isBlank((char) c)).forEach(c -> dense.append((char) c));
    return dense.toString();
  }

  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c);
  }
}
