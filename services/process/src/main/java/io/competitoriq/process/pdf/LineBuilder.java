package io.competitoriq.process.pdf;

import io.competitoriq.process.content.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.apache.pdfbox.text.TextPosition;

/// Puts the words of one line together. A gap wider than any between words parts two cells, and so
/// do the dots that lead the eye from a name to its price.
final class LineBuilder {
  private static final float CELL_GAP = 1.5f;
  private static final Pattern LEADER = Pattern.compile("\\s*(?:[.·…_]\\s?){4,}\\s*");

  private final List<String> cells = new ArrayList<>();
  private final StringBuilder cell = new StringBuilder();
  private final Map<Float, Integer> sizes = new TreeMap<>();
  private float left = Float.MAX_VALUE;
  private float right = Float.NEGATIVE_INFINITY;
  private float y;

  /// @param word as it is read, in the order it is read
  /// @param letters where it stands
  void add(String word, List<TextPosition> letters) {
    List<TextPosition> ink = letters.stream().filter(LineBuilder::isInk).toList();
    if (ink.isEmpty()) {
      cell.append(' ');
      return;
    }
    TextPosition first = ink.getFirst();
    TextPosition last = ink.getLast();
    float size = Math.max(1, Math.round(2 * first.getFontSizeInPt()) / 2f);
    if (right > left && first.getX() - right > CELL_GAP * size) {
      endCell();
    }
    y = first.getY();
    left = Math.min(left, first.getX());
    right = Math.max(right, last.getX() + last.getWidth());
    sizes.merge(size, ink.size(), Integer::sum);
    cell.append(word);
  }

  void blank() {
    cell.append(' ');
  }

  private static boolean isInk(TextPosition letter) {
    return letter.getUnicode() != null && !letter.getUnicode().isBlank();
  }

  private void endCell() {
    for (String part : LEADER.split(Texts.collapse(cell))) {
      if (!part.isBlank()) {
        cells.add(part);
      }
    }
    cell.setLength(0);
  }

  Optional<Line> build(int page) {
    endCell();
    if (cells.isEmpty()) {
      return Optional.empty();
    }
    float size =
        sizes.entrySet().stream()
            .max(Map.Entry.comparingByValue())
            .map(Map.Entry::getKey)
            .orElse(1f);
    return Optional.of(new Line(page, cells, left, right, y, size));
  }
}
