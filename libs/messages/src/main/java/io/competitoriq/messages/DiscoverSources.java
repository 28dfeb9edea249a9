package io.competitoriq.messages;

import static java.util.Objects.requireNonNull;

import java.net.URI;
import java.util.UUID;

/// Somebody gave a URL: find what is worth watching there. Queue `discovery-jobs`.
public record DiscoverSources(UUID discoveryId, URI url) {

  public static final String QUEUE = "discovery-jobs";
  public static final String KIND = "discover-sources";

  public DiscoverSources {
    requireNonNull(discoveryId, "discoveryId");
    Require.absolute(url, "url");
  }
}
