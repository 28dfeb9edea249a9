package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.util.UUID;

/// A question has its answer from extracts: have the language model word one. Queue
/// `analysis-jobs`, deduplicated by question.
///
/// @param promptVersion version of the prompt in force when the job was made, from 1
public record AnswerQuestion(UUID questionId, int promptVersion) {

  public static final String QUEUE = "analysis-jobs";
  public static final String KIND = "answer-question";

  public AnswerQuestion {
    requireNonNull(questionId, "questionId");
    if (promptVersion < 1) {
      throw new IllegalArgumentException("promptVersion counts from 1: " + promptVersion);
    }
  }
}
