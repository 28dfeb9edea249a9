package io.competitoriq.analysis.signal;

import java.util.Arrays;
import java.util.regex.Pattern;

/// Crawled words made fit for one line of a headline: no line breaks, no control or direction
/// characters, bounded, cut at a word.
final class Excerpt {

  private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Z}\\s]+");
  private static final int LEAD_WORDS = 2;

  private Excerpt() {}

  /// At most `max` characters; a cut is marked by an ellipsis.
  static String of(String text, int max) {
    String line = INVISIBLE.matcher(text).replaceAll(" ").strip();
    if (line.length() <= max) {
      return line;
    }
    int space = line.lastIndexOf(' ', max - 1);
    int cut = space > max / 2 ? space : max - 1;
    if (Character.isHighSurrogate(line.charAt(cut - 1))) {
      cut--;
    }
    return line.substring(0, cut).stripTrailing() + "…";
  }

  static String quoted(String text, int max) {
    return "“" + of(text, max) + "”";
  }

  /// Two versions of one text as quotes that begin where they start to differ.
  static String change(String before, String after, int max) {
    String[] old = of(before, Integer.MAX_VALUE).split(" ");
    String[] now = of(after, Integer.MAX_VALUE).split(" ");
    int same = 0;
    while (same < Math.min(old.length, now.length) && old[same].equals(now[same])) {
      same++;
    }
    int from = Math.max(0, Math.min(same, Math.min(old.length, now.length) - 1) - LEAD_WORDS);
    return from(old, from, max) + " is now " + from(now, from, max);
  }

  private static String from(String[] words, int first, int max) {
    String text = String.join(" ", Arrays.asList(words).subList(first, words.length));
    return quoted(first == 0 ? text : "… " + text, max);
  }
}
