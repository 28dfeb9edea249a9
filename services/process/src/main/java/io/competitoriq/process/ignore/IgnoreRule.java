package io.competitoriq.process.ignore;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Something a user declared to be no news.
///
/// @param tag set on rules of [RuleLevel#TAG] only
/// @param sourceId set on rules of [RuleLevel#SOURCE] only
/// @param pattern a text, a regular expression or a selector, 1 to 300 characters
public record IgnoreRule(
    UUID id,
    RuleLevel level,
    @Nullable String tag,
    @Nullable UUID sourceId,
    RuleKind kind,
    String pattern,
    UUID createdBy,
    Instant createdAt) {

  /// Why something is ignored, in words for readers; says where the rule comes from.
  public String reason() {
    String what =
        switch (kind) {
          case TEXT -> "text “" + pattern + "”";
          case REGEX -> "pattern /" + pattern + "/";
          case SELECTOR -> "selector " + pattern;
        };
    return what
        + switch (level) {
          case WORKSPACE -> " (rule of the workspace)";
          case TAG -> " (rule of the tag " + tag + ")";
          case SOURCE -> " (rule of the source)";
        };
  }
}
