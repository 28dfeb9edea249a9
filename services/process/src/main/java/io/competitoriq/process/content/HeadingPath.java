package io.competitoriq.process.content;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/// The headings in force at the place reached while reading a page.
final class HeadingPath {

  private static final int LONGEST = 160;

  private final Deque<Entry> entries = new ArrayDeque<>();

  /// Texts of the headings, outermost first.
  List<String> texts() {
    List<String> texts = new ArrayList<>();
    entries.descendingIterator().forEachRemaining(entry -> texts.add(entry.text()));
    return texts;
  }

  /// Headings above a heading of this level.
  List<String> above(int level) {
    while (!entries.isEmpty() && entries.peek().level() >= level) {
      entries.pop();
    }
    return texts();
  }

  void enter(int level, String text, int depth) {
    above(level);
    entries.push(
        new Entry(level, text.length() > LONGEST ? text.substring(0, LONGEST) : text, depth));
  }

  /// Leaving a card or section ends the headings that stood inside it, so that what follows does
  /// not depend on which card happened to come last.
  void leave(int depth) {
    while (!entries.isEmpty() && entries.peek().depth() > depth) {
      entries.pop();
    }
  }

  private record Entry(int level, String text, int depth) {}
}
