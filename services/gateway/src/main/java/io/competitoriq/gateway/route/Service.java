package io.competitoriq.gateway.route;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// A service behind the gateway and the resources it owns.
public enum Service {
  COMPETITORS("competitors", "sources", "discoveries", "source-packs", "imports"),
  CRAWL("visits", "snapshots", "providers", "provider-usage", "retention"),
  PROCESS("documents", "facts", "changes", "ignore-rules", "reprocessings"),
  ANALYSIS(
      "signals",
      "stories",
      "model",
      "ai",
      "company-profile",
      "setting-changes",
      "alert-rules",
      "channels",
      "deliveries",
      "outbox",
      "view-feeds",
      "ask",
      "battlecards",
      "deal-outcomes",
      "digests",
      "share-links");

  private final Set<String> resources;

  Service(String... resources) {
    this.resources = Set.of(resources);
  }

  /// The service that owns `/api/v1/<resource>`.
  static Optional<Service> owning(String resource) {
    return Arrays.stream(values())
        .filter(service -> service.resources.contains(resource))
        .findFirst();
  }

  /// As people and log lines name it.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
