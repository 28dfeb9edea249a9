package io.competitoriq.analysis.ask;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The part of a passage that says most of what is looked for. Pure.
final class Sentences {

  /// A passage up to this long is quoted whole.
  private static final int WHOLE = 240;

  /// The longest quote; a reader still takes it in at once.
  private static final int LONGEST = 400;

  private Sentences() {}

  /// @param start first character within the passage
  /// @param end one past the last
  /// @param matched how many of the words it holds
  record Span(int start, int end, int matched) {}

  static Span best(String passage, List<String> words) {
    if (passage.length() <= WHOLE) {
      return new Span(0, passage.length(), matched(passage, words));
    }
    Span best = new Span(0, bounded(passage, 0, passage.length()), -1);
    for (Span each : all(passage)) {
      int matched = matched(passage.substring(each.start, each.end), words);
      if (matched > best.matched) {
        best = new Span(each.start, each.end, matched);
      }
    }
    return best;
  }

  private static List<Span> all(String passage) {
    BreakIterator borders = BreakIterator.getSentenceInstance(Locale.ENGLISH);
    borders.setText(passage);
    List<Span> spans = new ArrayList<>();
    int start = borders.first();
    for (int end = borders.next(); end != BreakIterator.DONE; start = end, end = borders.next()) {
      int last = end;
      while (last > start && Character.isWhitespace(passage.charAt(last - 1))) {
        last--;
      }
      if (last > start) {
        spans.add(new Span(start, bounded(passage, start, last), 0));
      }
    }
    return spans;
  }

  /// At the end of a word.
  private static int bounded(String passage, int start, int end) {
    if (end - start <= LONGEST) {
      return end;
    }
    int space = passage.lastIndexOf(' ', start + LONGEST);
    return space > start ? space : start + LONGEST;
  }

  static int matched(String text, List<String> words) {
    return (int) words.stream().filter(word -> Words.holds(text, word)).count();
  }
}
