package io.competitoriq.process.maintext;

import java.util.Locale;
import java.util.function.LongConsumer;

/// What a text says, whatever its case and punctuation.
final class Wording {

  private static final int SEQUENCE = 3;
  private static final long MIX = 0x9E3779B97F4A7C15L;

  private Wording() {}

  /// Its words in lower case, with single blanks between them.
  static String of(String text) {
    StringBuilder words = new StringBuilder(text.length());
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean wordLike = Character.isLetterOrDigit(c);
      if (wordLike) {
        words.append(c);
      } else if (inWord) {
        words.append(' ');
      }
      inWord = wordLike;
    }
    return words.toString().toLowerCase(Locale.ROOT).strip();
  }

  /// Hashes of the first sequences of three words, in their order.
  static void eachSequence(String text, int most, LongConsumer sequence) {
    String[] words = of(text).split(" ", most + SEQUENCE);
    for (int i = 0; i + SEQUENCE <= words.length && i < most; i++) {
      long hash = 0;
      for (int word = i; word < i + SEQUENCE; word++) {
        hash = (hash + words[word].hashCode()) * MIX;
      }
      sequence.accept(hash);
    }
  }
}
