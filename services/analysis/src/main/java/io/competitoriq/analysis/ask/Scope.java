package io.competitoriq.analysis.ask;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// To what a person narrows a question; what the question itself names narrows it further.
///
/// @param competitorIds empty: all that are watched
/// @param from null: since ever
/// @param to null: until now
public record Scope(
    @NotNull @Size(max = 50) List<@NotNull UUID> competitorIds,
    @Nullable Instant from,
    @Nullable Instant to) {

  static final Scope ALL = new Scope(List.of(), null, null);

  public Scope {
    competitorIds = competitorIds == null ? List.of() : List.copyOf(competitorIds);
  }
}
