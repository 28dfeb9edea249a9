package io.competitoriq.process.change;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// Whose changes are to be counted.
public record WantedTallies(
    @NotNull @Size(min = 1, max = 500) List<@NotNull @Valid Since> sources) {

  /// @param since only snapshots fetched after it count
  public record Since(@NotNull UUID sourceId, @NotNull Instant since) {}
}
