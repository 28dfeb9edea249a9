package io.competitoriq.crawl.provider;

import java.util.Map;
import java.util.UUID;

/// Most micro-USD per calendar month (UTC).
///
/// @param monthMicros of the provider, all its sources together
/// @param sourceMicros of each source that is not named
/// @param sources of named sources
public record Budget(long monthMicros, long sourceMicros, Map<UUID, Long> sources) {
  public Budget {
    sources = Map.copyOf(sources);
  }

  long of(UUID sourceId) {
    return sources.getOrDefault(sourceId, sourceMicros);
  }
}
