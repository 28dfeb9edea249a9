package io.competitoriq.crawl.provider;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A budget as a person sets it, in micro-USD per calendar month (UTC). It replaces the last one
/// whole.
public record PutBudget(
    @NotNull @Min(0) @Max(MOST) Long monthMicros,
    @NotNull @Min(0) @Max(MOST) Long sourceMicros,
    @Nullable @Size(max = 500) Map<UUID, @NotNull @Min(0) @Max(MOST) Long> sources) {
  static final long MOST = 1_000_000_000_000L;

  Budget budget() {
    return new Budget(monthMicros, sourceMicros, sources == null ? Map.of() : sources);
  }
}
