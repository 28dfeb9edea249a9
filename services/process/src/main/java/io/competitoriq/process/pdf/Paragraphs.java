package io.competitoriq.process.pdf;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/// Which lines belong together. A PDF does not say, so a line goes on where it is as wide as its
/// column and the next one follows closely in the same letters. Pure.
final class Paragraphs {
  private static final float CLOSE = 1.7f;
  private static final float FULL = 0.85f;
  private static final int SHORT = 25;
  private static final int COLUMN_GRAIN = 6;
  private static final int OFFER_LENGTH = 90;
  private static final Pattern STARTS_ANEW =
      Pattern.compile("^(?:[•‣▪▫◦●○■□–—➢➤✓✔*·-]|\\d{1,2}[.)])\\s.*");
  private static final String HYPHENS = "-\u00ad\u2010";

  private final List<Line> lines;
  private final Predicate<String> namesMoney;
  private final Map<Column, Float> widths = new HashMap<>();

  Paragraphs(List<Line> lines, Predicate<String> namesMoney) {
    this.lines = lines;
    this.namesMoney = namesMoney;
    lines.forEach(line -> widths.merge(Column.of(line), line.right() - line.left(), Math::max));
  }

  /// How many rows of one table begin with this line; 0 when it is none.
  int rows(int at) {
    int end = at;
    while (end < lines.size()
        && lines.get(end).isRow()
        && lines.get(end).page() == lines.get(at).page()) {
      end++;
    }
    return end - at;
  }

  /// How many lines the paragraph has that begins with this line.
  int length(int at) {
    int end = at + 1;
    while (end < lines.size() && goesOn(lines.get(end - 1), lines.get(end))) {
      end++;
    }
    return end - at;
  }

  private boolean goesOn(Line line, Line next) {
    return line.page() == next.page()
        && line.size() == next.size()
        && !line.isRow()
        && !next.isRow()
        && next.y() > line.y()
        && next.y() - line.y() <= CLOSE * line.size()
        && isFull(line)
        && !STARTS_ANEW.matcher(next.text()).matches()
        && !isOffer(line)
        && !isOffer(next);
  }

  private boolean isFull(Line line) {
    float width = line.right() - line.left();
    return line.text().length() >= SHORT
        && width >= FULL * widths.getOrDefault(Column.of(line), width);
  }

  private boolean isOffer(Line line) {
    return line.text().length() <= OFFER_LENGTH && namesMoney.test(line.text());
  }

  /// One text of several lines; words parted at the end of a line are whole again.
  static String joined(List<Line> lines) {
    StringBuilder text = new StringBuilder();
    for (Line line : lines) {
      if (endsInsideAWord(text) && Character.isLowerCase(line.text().charAt(0))) {
        text.setLength(text.length() - 1);
      } else if (!text.isEmpty()) {
        text.append(' ');
      }
      text.append(line.text());
    }
    return text.toString();
  }

  private static boolean endsInsideAWord(StringBuilder text) {
    int end = text.length();
    return end > 1
        && HYPHENS.indexOf(text.charAt(end - 1)) >= 0
        && Character.isLowerCase(text.charAt(end - 2));
  }

  private record Column(int page, int left, float size) {
    static Column of(Line line) {
      return new Column(line.page(), Math.round(line.left() / COLUMN_GRAIN), line.size());
    }
  }
}
