package io.competitoriq.analysis.model;

import io.smallrye.mutiny.Uni;

/// Answers a question about data in a given JSON shape. It is given no tools.
public interface LanguageModel {

  Availability availability();

  /// One call, bounded in time, without retries: the job that asks is retried. Expected failures
  /// are values; the Uni fails on bugs only.
  ///
  /// @param maxOutputTokens most tokens of the answer, reasoning included
  Uni<ModelReply> ask(ModelQuestion question, int maxOutputTokens);
}
