package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A block of text that is no longer what it was.
///
/// @param path headings above the block, outermost first
/// @param before at most [#MAX_LENGTH] characters; null when the block is new
/// @param after at most [#MAX_LENGTH] characters; null when the block is gone
public record TextChange(
    ChangeKind kind,
    List<String> path,
    @Nullable String before,
    @Nullable String after,
    List<Evidence> evidence) {

  public static final int MAX_LENGTH = 2000;

  public TextChange {
    requireNonNull(kind, "kind");
    path = List.copyOf(path);
    evidence = List.copyOf(evidence);
    if (before == null && after == null) {
      throw new IllegalArgumentException("a text change has a before or an after");
    }
    requireShort(before);
    requireShort(after);
  }

  private static void requireShort(@Nullable String text) {
    if (text != null && text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException(
          "a changed text has at most " + MAX_LENGTH + " characters");
    }
  }
}
