package io.competitoriq.jobs.admin;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Where the next page of a list of jobs begins: after this row. Opaque to the client.
///
/// @param order which order it is a place in
public record JobCursor(String order, int priority, Instant at, long id) {

  private static final int PARTS = 4;

  /// The text handed to the client.
  public String text() {
    String plain = order + "~" + priority + "~" + at + "~" + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads what a client gave back; empty when it is not one that a list of this state gave out.
  public static Optional<JobCursor> parse(String text, @Nullable JobState state) {
    try {
      String[] parts =
          new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split("~", -1);
      if (parts.length != PARTS || !parts[0].equals(JobOrder.of(state).name())) {
        return Optional.empty();
      }
      return Optional.of(
          new JobCursor(
              parts[0],
              Integer.parseInt(parts[1]),
              Instant.parse(parts[2]),
              Long.parseLong(parts[3])));
    } catch (IllegalArgumentException | DateTimeException forged) {
      return Optional.empty();
    }
  }
}
