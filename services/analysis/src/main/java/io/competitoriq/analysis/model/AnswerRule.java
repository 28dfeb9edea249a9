package io.competitoriq.analysis.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/// What an answer must be like to be worth keeping. Called on a worker thread.
@FunctionalInterface
public interface AnswerRule {

  Optional<Flaw> flawOf(JsonNode answer);

  /// Why an answer is not used.
  ///
  /// @param detail a sentence for a person, may be empty
  record Flaw(ModelFailure failure, String detail) {}
}
