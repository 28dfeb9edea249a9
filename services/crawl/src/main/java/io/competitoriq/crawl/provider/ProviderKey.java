package io.competitoriq.crawl.provider;

import java.util.UUID;

/// A workspace's key for a provider, opened. It is not printed by accident.
public record ProviderKey(UUID workspaceId, Provider provider, String secret) {

  @Override
  public String toString() {
    return "ProviderKey[" + workspaceId + ", " + provider + "]";
  }
}
