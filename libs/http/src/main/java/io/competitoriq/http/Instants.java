package io.competitoriq.http;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Times a client may name: Java's reach a thousand million years beyond what a database holds.
public final class Instants {

  private static final Instant FIRST = Instant.parse("0001-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-12-31T23:59:59Z");

  private Instants() {}

  /// The time itself, null for none.
  ///
  /// @throws ProblemException 400 outside of the years 1 to 9999
  public static @Nullable Instant requireStorable(String field, @Nullable Instant time) {
    if (time != null && !isStorable(time)) {
      throw Problems.badField(
          "request-invalid", field, field + " must be in the years 0001 to 9999.");
    }
    return time;
  }

  static boolean isStorable(Instant time) {
    return !time.isBefore(FIRST) && !time.isAfter(LAST);
  }
}
