package io.competitoriq.process.search;

/// A part of a document's text.
///
/// @param start first character
/// @param end one past the last
record Span(int start, int end) {

  /// A heading is told with what stands right under it when both together are still short.
  private static final int SHORT = 300;

  /// The block, and before it the heading it stands right under: "Chief Executive" says little
  /// without the name above it.
  ///
  /// @param path headings above the block, ` › ` between them
  static Span withHeading(String text, String path, int start, int end) {
    String heading = path.substring(path.lastIndexOf(" › ") < 0 ? 0 : path.lastIndexOf(" › ") + 3);
    int at = heading.isEmpty() ? -1 : text.lastIndexOf(heading, start - heading.length());
    boolean rightAbove = at >= 0 && text.substring(at + heading.length(), start).isBlank();
    return rightAbove && end - at <= SHORT ? new Span(at, end) : new Span(start, end);
  }

  String of(String text) {
    return text.substring(start, end);
  }
}
