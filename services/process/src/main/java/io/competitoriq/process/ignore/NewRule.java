package io.competitoriq.process.ignore;

import io.competitoriq.http.Problems;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An ignore rule to be added.
///
/// @param tag with level `TAG` only
/// @param sourceId with level `SOURCE` only
public record NewRule(
    @NotNull RuleLevel level,
    @Nullable @Size(min = 1, max = 40) @Pattern(regexp = "[^\\x00]*") String tag,
    @Nullable UUID sourceId,
    @NotNull RuleKind kind,
    @NotNull @Pattern(regexp = "[^\\x00]*") String pattern) {

  /// @throws io.competitoriq.http.ProblemException 400 when the level and its target do not fit, or
  ///   the pattern is wrong
  void check() {
    if ((level == RuleLevel.TAG) != (tag != null)) {
      throw Problems.badField(
          "ignore-rule-invalid", "tag", "Name a tag with level TAG, and with no other level.");
    }
    if ((level == RuleLevel.SOURCE) != (sourceId != null)) {
      throw Problems.badField(
          "ignore-rule-invalid",
          "sourceId",
          "Name a source with level SOURCE, and with no other level.");
    }
    RulePattern.check(kind, pattern);
  }
}
