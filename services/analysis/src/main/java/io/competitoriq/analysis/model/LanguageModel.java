package io.competitoriq.analysis.model;

import io.smallrye.mutiny.Uni;
import java.util.Optional;

/// Answers a question about data in a given JSON shape. It is given no tools.
public interface LanguageModel {

  Availability availability();

  /// Until when its provider is left alone, by any process; empty when it may be asked.
  Uni<Optional<ModelReply.Paused>> resting();

  /// One call, bounded in time, without retries: the job that asks is retried. Expected failures
  /// are values; the Uni fails on bugs only.
  ///
  /// @param maxOutputTokens most tokens of the answer, reasoning included
  Uni<ModelReply> ask(ModelQuestion question, int maxOutputTokens);
}
