package io.competitoriq.crawl.provider;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What a provider is called for.
///
/// @param sourceId the source that is collected; null: none, the key itself
/// @param jobId the job that collects it
/// @param slot the planned time of the visit, which with the source names it
public record Purpose(
    UUID workspaceId,
    Provider provider,
    @Nullable UUID sourceId,
    @Nullable Long jobId,
    @Nullable Instant slot) {

  public Purpose {
    slot = slot == null ? null : slot.truncatedTo(ChronoUnit.MICROS); // as the database keeps it
  }

  /// To see whether a key is good.
  public static Purpose ofKey(ProviderKey key) {
    return new Purpose(key.workspaceId(), key.provider(), null, null, null);
  }
}
