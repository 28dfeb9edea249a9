package io.competitoriq.crawl.collector.builtin;

import io.competitoriq.crawl.collector.SourceCollector;
import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.Expectation;
import io.competitoriq.crawl.fetch.PageFetcher;
import io.competitoriq.crawl.fetch.Validators;
import io.competitoriq.crawl.visit.Attempt;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Collector;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/// Collects a web page by fetching it, and in a browser where the page or its owner wants one.
@ApplicationScoped
class PageCollector implements SourceCollector {
  private final PageFetcher fetcher;
  private final PageShowing showing;

  PageCollector(PageFetcher fetcher, PageShowing showing) {
    this.fetcher = fetcher;
    this.showing = showing;
  }

  @Override
  public Collector way() {
    return Collector.BUILTIN;
  }

  @Override
  public Uni<Collected> collect(Attempt attempt, Validators known) {
    CollectSource request = attempt.request();
    return switch (request.rendering()) {
      case NEVER -> fetcher.fetch(request.url(), Expectation.WEB_PAGE, known);
      case AUTO ->
          fetcher.see(request.url(), Expectation.WEB_PAGE, known).chain(showing::ifItIsAShell);
      // The server cannot know whether what the page loads has changed, so it is not asked.
      case ALWAYS ->
          fetcher
              .see(request.url(), Expectation.WEB_PAGE, Validators.NONE)
              .chain(showing::whateverItIs);
    };
  }
}
