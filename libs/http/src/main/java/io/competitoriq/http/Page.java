package io.competitoriq.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// One page of a list.
///
/// @param nextCursor give it back as `cursor` for the next page; null on the last one
public record Page<T>(List<T> items, @Nullable String nextCursor) {

  /// Most items a page may hold.
  public static final int MAX_LIMIT = 200;

  public Page {
    items = List.copyOf(items);
  }

  /// Cuts a page out of `limit + 1` rows: the extra row tells that there are more.
  public static <T> Page<T> of(List<T> rows, int limit, Function<T, String> cursorOf) {
    if (rows.size() <= limit) {
      return new Page<>(rows, null);
    }
    return new Page<>(rows.subList(0, limit), cursorOf.apply(rows.get(limit - 1)));
  }

  /// Refuses a limit outside 1..200.
  public static int requireLimit(int limit) {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw Problems.badRequest(
          "limit-out-of-range", "limit must be between 1 and " + MAX_LIMIT + ".");
    }
    return limit;
  }
}
