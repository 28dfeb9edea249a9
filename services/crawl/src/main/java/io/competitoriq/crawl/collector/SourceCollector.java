package io.competitoriq.crawl.collector;

import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.Validators;
import io.competitoriq.crawl.visit.Attempt;
import io.competitoriq.messages.Collector;
import io.smallrye.mutiny.Uni;

/// One way of collecting a source. A bean of this type is all it takes.
public interface SourceCollector {

  /// The way this one implements.
  Collector way();

  /// Collects the source once. What can go wrong is a `Collected`, not a failure.
  ///
  /// @param attempt whose source, in which slot: a collection that takes several starts is known by
  ///   it
  /// @param known what the last snapshot lets us ask the server ("only if it changed")
  Uni<Collected> collect(Attempt attempt, Validators known);
}
