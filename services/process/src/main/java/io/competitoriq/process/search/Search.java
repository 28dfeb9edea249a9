package io.competitoriq.process.search;

import io.competitoriq.messages.FactKind;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What to look for.
///
/// @param terms words or quoted phrases, in any order; without one only facts are found
/// @param competitorIds of whom; empty: of all
/// @param kinds of facts; empty: of any kind, by terms alone
/// @param from only what was still said then; null: since ever
/// @param to only what was said by then; null: until now
/// @param passages most passages, 0 to 50
/// @param facts most facts, 0 to 200
public record Search(
    @NotNull @Size(max = 16) List<@NotBlank @Size(max = 100) String> terms,
    @NotNull @Size(max = 50) List<@NotNull UUID> competitorIds,
    @NotNull @Size(max = 9) List<@NotNull FactKind> kinds,
    @Nullable Instant from,
    @Nullable Instant to,
    @Min(0) @Max(50) int passages,
    @Min(0) @Max(200) int facts) {

  /// Facts that hold today, unless a time is asked for.
  Instant since(Instant now) {
    return from == null ? now : from;
  }

  Instant until(Instant now) {
    return to == null ? now : to;
  }
}
