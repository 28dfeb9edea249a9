package io.competitoriq.http;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Where the next page of a list begins: after the row with this time and id. Opaque to the client.
public record Cursor(Instant at, UUID id) {

  /// The text handed to the client.
  public static String of(Instant at, UUID id) {
    String plain = at.getEpochSecond() + "." + at.getNano() + "~" + id;
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(plain.getBytes(StandardCharsets.UTF_8));
  }

  /// Reads what a client gave back.
  ///
  /// @throws ProblemException 400 when it is not one of ours
  public static Optional<Cursor> parse(@Nullable String text) {
    if (text == null || text.isEmpty()) {
      return Optional.empty();
    }
    try {
      String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
      int dot = plain.indexOf('.');
      int tilde = plain.indexOf('~');
      long seconds = Long.parseLong(plain.substring(0, dot));
      long nanos = Long.parseLong(plain.substring(dot + 1, tilde));
      UUID id = UUID.fromString(plain.substring(tilde + 1));
      Instant at = Instant.ofEpochSecond(seconds, nanos);
      if (!Instants.isStorable(at)) {
        throw new DateTimeException("no row has this time");
      }
      return Optional.of(new Cursor(at, id));
    } catch (IllegalArgumentException | IndexOutOfBoundsException | DateTimeException forged) {
      throw Problems.badRequest(
          "cursor-invalid", "The cursor is not one this list gave out; start again without it.");
    }
  }
}
