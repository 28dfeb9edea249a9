package io.competitoriq.crawl.collector.builtin;

import io.competitoriq.crawl.collector.SourceCollector;
import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.Expectation;
import io.competitoriq.crawl.fetch.PageFetcher;
import io.competitoriq.crawl.fetch.Validators;
import io.competitoriq.crawl.visit.Attempt;
import io.competitoriq.messages.Collector;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Collects a web page by fetching it.
@ApplicationScoped
class PageCollector implements SourceCollector {
  private final PageFetcher fetcher;

  PageCollector(PageFetcher fetcher) {
    this.fetcher = fetcher;
  }

  @Override
  public Collector way() {
    return Collector.BUILTIN;
  }

  @Override
  public Uni<Collected> collect(Attempt attempt, Validators known) {
    return fetcher.fetch(attempt.request().url(), Expectation.WEB_PAGE, known);
  }
}
