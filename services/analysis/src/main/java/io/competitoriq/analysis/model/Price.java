package io.competitoriq.analysis.model;

import io.competitoriq.analysis.model.ModelUsage.Tokens;
import java.nio.charset.StandardCharsets;

/// What a model's tokens cost, in micro-USD per million tokens. Pure.
///
/// @param cached of input the provider had seen before
/// @param output reasoning included
record Price(long input, long cached, long output) {

  static final Price FREE = new Price(0, 0, 0);

  private static final long MILLION = 1_000_000;

  /// What frames the parts of a question on the provider's side.
  private static final long FRAME_TOKENS = 200;

  boolean isFree() {
    return input == 0 && cached == 0 && output == 0;
  }

  /// Micro-USD, rounded up.
  long of(Tokens tokens) {
    long known = Math.min(tokens.cached(), tokens.input());
    long millionths = (tokens.input() - known) * input + known * cached + tokens.output() * output;
    return Math.ceilDiv(millionths, MILLION);
  }

  /// Most a question can cost: a token stands for at least one byte of text.
  long most(ModelQuestion question, int maxOutputTokens) {
    long bytes =
        bytes(question.instructions())
            + bytes(question.data())
            + bytes(question.schema().toString());
    return Math.ceilDiv(
        (bytes + FRAME_TOKENS) * Math.max(input, cached) + maxOutputTokens * output, MILLION);
  }

  private static long bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
