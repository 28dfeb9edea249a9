package io.competitoriq.gateway.apikey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// What rotating a key asks for.
///
/// @param graceHours how long the old secret goes on beside the new one; null: 24, at most a week
record Rotation(@Min(0) @Max(168) @Nullable Integer graceHours) {

  private static final int DEFAULT_HOURS = 24;

  Duration grace() {
    return Duration.ofHours(graceHours == null ? DEFAULT_HOURS : graceHours);
  }
}
