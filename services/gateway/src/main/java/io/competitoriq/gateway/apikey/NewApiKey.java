package io.competitoriq.gateway.apikey;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/// What making a key asks for.
///
/// @param expiresInDays null: 90
/// @param neverExpires only an owner may ask for that
record NewApiKey(
    @NotBlank @Size(max = 100) String name,
    @NotNull ApiKeyScope scope,
    @Min(1) @Max(365) @Nullable Integer expiresInDays,
    boolean neverExpires) {

  private static final int DEFAULT_DAYS = 90;

  /// Null for a key that does not expire.
  @Nullable Integer lifetimeDays() {
    if (neverExpires) {
      return null;
    }
    return expiresInDays == null ? Integer.valueOf(DEFAULT_DAYS) : expiresInDays;
  }
}
