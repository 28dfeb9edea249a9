package io.competitoriq.crawl.provider;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A provider as the API shows it; the key itself is never part of it.
///
/// @param state MISSING: no key; VERIFIED or REFUSED: what the provider last said about it
/// @param account whose key it is, where the provider tells
/// @param remainingCredits what the provider last said is left, where it counts in credits
/// @param resting the provider gave no proper answers lately and is left alone for a moment
public record ProviderView(
    String provider,
    String name,
    KeyState state,
    @Nullable String account,
    @Nullable Long remainingCredits,
    @Nullable Instant keySetAt,
    @Nullable Instant checkedAt,
    boolean resting,
    BudgetView budget,
    MonthView month) {

  /// Whether there is a key and whether it works.
  public enum KeyState {
    MISSING,
    VERIFIED,
    REFUSED
  }

  /// Most micro-USD per month: of the provider, of each source, of named sources.
  public record BudgetView(long monthMicros, long sourceMicros, Map<UUID, Long> sources) {}

  /// This month so far, in micro-USD.
  ///
  /// @param reservedMicros set aside for what is under way
  public record MonthView(LocalDate month, long spentMicros, long reservedMicros) {}
}
