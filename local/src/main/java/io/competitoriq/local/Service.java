package io.competitoriq.local;

import java.util.List;
import java.util.Locale;

/// The five services, in the order of their ports.
public enum Service {
  GATEWAY,
  COMPETITORS,
  CRAWL,
  PROCESS,
  ANALYSIS;

  /// Those the gateway calls.
  static final List<Service> BEHIND_GATEWAY = List.of(COMPETITORS, CRAWL, PROCESS, ANALYSIS);

  /// As the service is called in folders, logs and on the screen.
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
