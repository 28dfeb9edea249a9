package io.competitoriq.bench.change;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.competitoriq.messages.ChangeKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What is told of a pair of pages.
///
/// @param changed whether people hear of it
/// @param incident why a page could not be read; such a pair is never a change
/// @param hunks what changed, confirmed
/// @param ignored what differs and is no news, with the reason
@JsonInclude(JsonInclude.Include.NON_NULL)
record Verdict(boolean changed, @Nullable String incident, List<Told> hunks, List<Told> ignored) {

  Verdict {
    hunks = List.copyOf(hunks);
    ignored = List.copyOf(ignored);
  }

  static Verdict unread(String why) {
    return new Verdict(false, why, List.of(), List.of());
  }

  /// @param subject of a fact, e.g. the plan; null for a text
  /// @param reason why it is no news; null when it is
  /// @param words the edit script of a modified text, `[-old-]` and `{+new+}`
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Told(
      ChangeKind status,
      @Nullable String subject,
      @Nullable String before,
      @Nullable String after,
      @Nullable String words,
      @Nullable String reason) {}
}
