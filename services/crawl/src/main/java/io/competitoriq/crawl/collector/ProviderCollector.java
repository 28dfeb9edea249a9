package io.competitoriq.crawl.collector;

import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.visit.Attempt;
import io.competitoriq.messages.Collector;
import io.smallrye.mutiny.Uni;

/// A way of collecting in which somebody else goes and is paid for it: we visit no site ourselves,
/// so neither robots.txt nor the host's peace is ours to ask for.
public interface ProviderCollector {

  /// The way this one implements.
  Collector way();

  /// Collects the source once. Called again for the same slot it goes on where the last call
  /// stopped and pays for nothing twice. What can go wrong is a `Collected`, not a failure.
  Uni<Collected> collect(Attempt attempt);
}
