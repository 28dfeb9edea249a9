package io.competitoriq.crawl.collector.feed;

import io.competitoriq.crawl.collector.SourceCollector;
import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.Expectation;
import io.competitoriq.crawl.fetch.PageFetcher;
import io.competitoriq.crawl.fetch.Validators;
import io.competitoriq.crawl.visit.Attempt;
import io.competitoriq.messages.Collector;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Collects a feed as it is; what is in it is read later, from the snapshot.
@ApplicationScoped
class FeedCollector implements SourceCollector {
  private final PageFetcher fetcher;

  FeedCollector(PageFetcher fetcher) {
    this.fetcher = fetcher;
  }

  @Override
  public Collector way() {
    return Collector.FEED;
  }

  @Override
  public Uni<Collected> collect(Attempt attempt, Validators known) {
    return fetcher.fetch(attempt.request().url(), Expectation.FEED, known);
  }
}
