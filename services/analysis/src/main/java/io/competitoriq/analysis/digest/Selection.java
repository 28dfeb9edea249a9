package io.competitoriq.analysis.digest;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.competitoriq.messages.Category;
import io.quarkus.runtime.annotations.RegisterForReflection;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Set;
import java.util.UUID;

/// Which signals a digest tells of: all of it must hold, an empty set asks nothing. Muted and
/// dismissed signals are never told.
///
/// @param competitorIds one of these, or one with one of `tags`
/// @param tags such as `tier-1`
/// @param leastSignificance 0 to 100
@RegisterForReflection
@JsonIgnoreProperties(ignoreUnknown = true)
public record Selection(
    @NotNull @Size(max = 200) Set<@NotNull UUID> competitorIds,
    @NotNull @Size(max = 50) Set<@NotBlank @Size(max = 50) String> tags,
    @NotNull Set<@NotNull Category> categories,
    @Min(0) @Max(100) int leastSignificance) {

  /// True when it is about every competitor.
  boolean everybody() {
    return competitorIds.isEmpty() && tags.isEmpty();
  }
}
