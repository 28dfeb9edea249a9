package io.competitoriq.analysis.ask;

import java.time.Duration;
import java.util.Optional;

/// What came of asking a model to word an answer.
sealed interface Outcome {

  /// Its answer, held against the sources; without claims the answer from extracts stays.
  ///
  /// @param standing how far it can be trusted, for a person
  record Worded(Answer answer, int dropped, String standing, String inputHash) implements Outcome {}

  /// It came to nothing and will not come to more.
  ///
  /// @param failure by name
  record Failed(String failure, String reason, int dropped) implements Outcome {}

  /// It may well answer in a moment.
  ///
  /// @param failure the name it gets if this was the last attempt
  record Later(String failure, String reason, Optional<Duration> after) implements Outcome {}
}
