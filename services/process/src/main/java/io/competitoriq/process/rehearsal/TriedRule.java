package io.competitoriq.process.rehearsal;

import io.competitoriq.process.ignore.RuleKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/// A rule to be tried on a source's history.
///
/// @param versions how many versions to look at, 2 to 50, those that changed something first; 20
///   when left out
public record TriedRule(
    @NotNull RuleKind kind,
    @NotNull @Pattern(regexp = "[^\\x00]*") String pattern,
    @Nullable @Min(2) @Max(50) Integer versions) {

  static final int USUAL_VERSIONS = 20;

  int most() {
    return versions == null ? USUAL_VERSIONS : versions;
  }
}
