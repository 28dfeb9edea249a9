package io.competitoriq.crawl.collector;

import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.snapshot.Snapshots;
import io.competitoriq.crawl.visit.Attempt;
import io.competitoriq.crawl.visit.VisitOutcome;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Collector;
import io.quarkus.arc.All;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Every way of collecting this installation has.
@ApplicationScoped
public class CollectorRegistry {
  private final Map<Collector, SourceCollector> byWay;
  private final Map<Collector, ProviderCollector> byProvider;
  private final Snapshots snapshots;

  CollectorRegistry(
      @All List<SourceCollector> collectors,
      @All List<ProviderCollector> providers,
      Snapshots snapshots) {
    this.snapshots = snapshots;
    this.byProvider =
        providers.stream()
            .collect(Collectors.toUnmodifiableMap(ProviderCollector::way, Function.identity()));
    this.byWay =
        collectors.stream()
            .collect(Collectors.toUnmodifiableMap(SourceCollector::way, Function.identity()));
  }

  /// Collects the source its own way, asking only for what changed since its last snapshot; a way
  /// that is not installed is an answer in words.
  public Uni<Collected> collect(Attempt attempt) {
    CollectSource request = attempt.request();
    ProviderCollector provider = byProvider.get(request.collector());
    if (provider != null) {
      return provider.collect(attempt);
    }
    SourceCollector collector = byWay.get(request.collector());
    return collector == null
        ? missing(request.collector())
        : snapshots
            .validators(attempt.workspaceId(), request)
            .chain(known -> collector.collect(attempt, known));
  }

  private static Uni<Collected> missing(Collector way) {
    return Uni.createFrom()
        .item(
            Collected.Rejected.because(
                VisitOutcome.ERROR,
                "The collector %s is not set up in this installation.".formatted(way),
                "Set the collector up, or let the source be collected by the built-in crawler."));
  }
}
