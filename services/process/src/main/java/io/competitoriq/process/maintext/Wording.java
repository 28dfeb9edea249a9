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

  /// Hashes of the first sequences of three words, in their order. Nothing is copied, for a text
  /// may be as long as a page.
  static void eachSequence(String text, int most, LongConsumer sequence) {
    long beforeLast = 0;
    long last = 0;
    long word = 0;
    int words = 0;
    for (int i = 0; i <= text.length() && words < most + SEQUENCE - 1; i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c)) {
        word = (word + Character.toLowerCase(c)) * MIX;
      } else if (word != 0) {
        if (++words >= SEQUENCE) {
          sequence.accept((beforeLast * MIX + last) * MIX + word);
        }
        beforeLast = last;
        last = word;
        word = 0;
      }
    }
  }
}
