package io.competitoriq.process.ignore;

import io.competitoriq.http.ProblemException;
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

  /// A rule that is tried and belongs to nobody yet.
  ///
  /// @throws io.competitoriq.http.ProblemException 400 that says where the pattern is wrong
  public static IgnoreRule tried(RuleKind kind, String pattern) {
    RulePattern.check(kind, pattern);
    UUID nobody = new UUID(0, 0);
    return new IgnoreRule(
        nobody, RuleLevel.SOURCE, null, nobody, kind, pattern, nobody, Instant.EPOCH);
  }

  public static boolean isValid(RuleKind kind, String pattern) {
    try {
      RulePattern.check(kind, pattern);
      return true;
    } catch (ProblemException refused) {
      return false;
    }
  }

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
