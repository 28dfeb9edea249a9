package io.competitoriq.http;

import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What the database refuses for a reason that lies in the request. A service that knows more about
/// it says so itself; this is the net beneath.
final class StorageRefusals {

  private StorageRefusals() {}

  /// Empty when the failure is a bug.
  static Optional<ProblemException> of(Throwable failure) {
    return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
        .filter(SQLException.class::isInstance)
        .map(refused -> String.valueOf(((SQLException) refused).getSQLState()))
        .map(StorageRefusals::problem)
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static Optional<ProblemException> problem(String state) {
    return switch (state) {
      // character_not_in_repertoire in a column, untranslatable_character in JSON
      case "22021", "22P05" ->
          Optional.of(
              Problems.badRequest(
                  "text-unstorable",
                  "A text holds the character NUL (U+0000), which cannot be stored; send it"
                      + " without."));
      // unique_violation, serialization_failure, deadlock_detected
      case "23505", "40001", "40P01" ->
          Optional.of(
              Problems.conflict(
                  "changed-meanwhile",
                  "Somebody did the same at the same moment; read it again before you go on."));
      default -> Optional.empty();
    };
  }
}
