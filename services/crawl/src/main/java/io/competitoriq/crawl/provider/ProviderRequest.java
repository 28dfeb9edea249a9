package io.competitoriq.crawl.provider;

import io.competitoriq.egress.EgressRequest;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One call to a provider.
///
/// @param call the ledger's word for it
/// @param usageId the ledger row that was opened for it; null: it costs nothing and gets a row
///   afterwards
/// @param repeatable whether it may be sent again when no proper answer comes
public record ProviderRequest(
    Purpose purpose, String call, EgressRequest http, @Nullable UUID usageId, boolean repeatable) {

  /// A free call that may be repeated.
  public static ProviderRequest free(Purpose purpose, String call, EgressRequest http) {
    return new ProviderRequest(purpose, call, http, null, true);
  }

  /// A call whose reservation is settled by the caller. It is sent once.
  public static ProviderRequest paid(
      Purpose purpose, String call, EgressRequest http, UUID usageId) {
    return new ProviderRequest(purpose, call, http, usageId, false);
  }

  /// A free call that is sent once.
  public ProviderRequest once() {
    return new ProviderRequest(purpose, call, http, usageId, false);
  }

  Optional<UUID> usage() {
    return Optional.ofNullable(usageId);
  }
}
