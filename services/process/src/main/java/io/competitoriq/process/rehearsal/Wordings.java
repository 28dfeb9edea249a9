package io.competitoriq.process.rehearsal;

import com.google.re2j.Pattern;
import io.competitoriq.process.rehearsal.Difference.Sides;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Patterns that the words of a difference suggest.
final class Wordings {

  private static final java.util.regex.Pattern NUMBER =
      java.util.regex.Pattern.compile("\\d+(?:[.,:]\\d+)*");

  private static final String ANY_NUMBER = "\\d+(?:[.,:]\\d+)*";
  private static final int LONGEST_TEXT = 120;
  private static final int FEWEST_WORDS = 2;
  private static final int FEWEST_LETTERS = 6;

  private Wordings() {}

  /// An expression for the text whatever its numbers are, when nothing but numbers differs.
  static Optional<String> numbersMasked(Sides sides) {
    String before = sides.before() == null ? null : sides.before().text();
    String after = sides.after() == null ? null : sides.after().text();
    String any = after == null ? before : after;
    if (any == null || !NUMBER.matcher(any).find() || !says(NUMBER.matcher(any).replaceAll(""))) {
      return Optional.empty();
    }
    String expression = expression(any);
    return before == null || after == null || expression.equals(expression(before))
        ? Optional.of(expression)
        : Optional.empty();
  }

  private static String expression(String text) {
    List<String> words = Arrays.stream(NUMBER.split(text, -1)).map(Pattern::quote).toList();
    return "^" + String.join(ANY_NUMBER, words) + "$";
  }

  /// The longest run of words both sides share; the words themselves when there is one side only.
  static Optional<String> sharedText(Sides sides) {
    String before = sides.before() == null ? null : sides.before().text();
    String after = sides.after() == null ? null : sides.after().text();
    String text =
        before == null || after == null
            ? start(after == null ? before : after)
            : longestRun(before.split(" "), after.split(" "));
    return text != null && says(text) ? Optional.of(text) : Optional.empty();
  }

  private static boolean says(String text) {
    return text.codePoints().filter(Character::isLetter).count() >= FEWEST_LETTERS;
  }

  private static @Nullable String start(@Nullable String text) {
    if (text == null || text.length() <= LONGEST_TEXT) {
      return text;
    }
    int end = text.lastIndexOf(' ', LONGEST_TEXT);
    return text.substring(0, end < 0 ? LONGEST_TEXT : end);
  }

  private static @Nullable String longestRun(String[] before, String[] after) {
    int most = 0;
    int end = 0;
    int[] runs = new int[after.length + 1];
    for (String word : before) {
      for (int j = after.length; j > 0; j--) {
        runs[j] = word.equals(after[j - 1]) ? runs[j - 1] + 1 : 0;
        if (runs[j] > most) {
          most = runs[j];
          end = j;
        }
      }
    }
    return most < FEWEST_WORDS
        ? null
        : start(String.join(" ", Arrays.copyOfRange(after, end - most, end)));
  }
}
