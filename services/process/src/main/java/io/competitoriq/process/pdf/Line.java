package io.competitoriq.process.pdf;

import java.util.List;

/// One line of a page. Lengths are in points; `y` grows downwards.
///
/// @param cells what wide gaps part, at least one, none blank
/// @param left where the line begins
/// @param right where it ends
/// @param y its baseline
/// @param size of the letters most of it is set in
record Line(int page, List<String> cells, float left, float right, float y, float size) {

  Line {
    cells = List.copyOf(cells);
  }

  String text() {
    return String.join(" ", cells);
  }

  boolean isRow() {
    return cells.size() > 1;
  }
}
