package io.competitoriq.crawl.provider;

import org.jspecify.annotations.Nullable;

/// What came of a call and what it cost, exactly.
///
/// @param micros millionths of a US dollar
/// @param answerSha256 where the answer is kept, so that it is not paid for again
public record Cost(
    UsageState state,
    @Nullable Integer httpStatus,
    int credits,
    long micros,
    long millis,
    @Nullable String note,
    @Nullable String answerSha256) {

  /// Stands for the whole reservation, when nobody tells what it really was.
  public static final long ALL_THAT_IS_RESERVED = -1;

  /// Nothing was charged.
  public static Cost none(UsageState state, @Nullable Integer status, long millis, String note) {
    return new Cost(state, status, 0, 0, millis, note, null);
  }
}
