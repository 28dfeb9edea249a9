package io.competitoriq.gateway.live;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// A place in the Redis stream: `<milliseconds>-<sequence>`.
record Position(long millis, long sequence) implements Comparable<Position> {

  static final Position START = new Position(0, 0);

  private static final Pattern SHAPE = Pattern.compile("(\\d{1,18})-(\\d{1,18})");
  private static final Comparator<Position> ORDER =
      Comparator.comparingLong(Position::millis).thenComparingLong(Position::sequence);

  /// Empty when the text is no position, such as a `Last-Event-ID` somebody made up.
  static Optional<Position> parse(@Nullable String text) {
    var parts = SHAPE.matcher(text == null ? "" : text);
    return parts.matches()
        ? Optional.of(new Position(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
        : Optional.empty();
  }

  @Override
  public int compareTo(Position other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    return millis + "-" + sequence;
  }
}
