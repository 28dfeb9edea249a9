package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.source.PageUrl;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/// What one look around may still ask for: nothing robots.txt forbids, no more than its budget of
/// pages and time, and few hosts.
final class Requests {

  private static final int MOST_HOSTS = 4;

  private final SiteFetcher fetcher;
  private final DiscoveryConfig config;
  private final Trail trail;
  private final Clock clock;
  private final Instant end;
  private int pagesLeft;

  Requests(SiteFetcher fetcher, DiscoveryConfig config, Trail trail, Clock clock) {
    this.fetcher = fetcher;
    this.config = config;
    this.trail = trail;
    this.clock = clock;
    this.end = clock.instant().plus(config.budget());
    this.pagesLeft = config.maxPages();
  }

  /// The answer to one of the budgeted requests; empty when it may not be made.
  Uni<Optional<Fetched>> page(PageUrl url) {
    boolean far = !trail.hasRobots(url.value()) && trail.hosts() >= MOST_HOSTS;
    if (pagesLeft <= 0 || isOver() || far) {
      return Uni.createFrom().item(Optional.empty());
    }
    return robots(url.value()).chain(() -> allowed(url));
  }

  private Uni<Optional<Fetched>> allowed(PageUrl url) {
    if (trail.robots(url.value()) == RobotsState.DISALLOWED) {
      return Uni.createFrom().item(Optional.empty());
    }
    pagesLeft--;
    return fetcher.fetch(url.value()).map(Optional::of);
  }

  /// A request outside the budget: the home page, a sitemap.
  Uni<Fetched> extra(URI url) {
    return fetcher.fetch(url);
  }

  /// Reads the robots.txt of the page's host, once.
  Uni<Void> robots(URI page) {
    if (trail.hasRobots(page)) {
      return Uni.createFrom().voidItem();
    }
    URI url = page.resolve("/robots.txt");
    return fetcher
        .fetch(url)
        .invoke(fetched -> trail.robots(page, robots(url, fetched)))
        .replaceWithVoid();
  }

  private RobotsFile robots(URI url, Fetched fetched) {
    return switch (fetched) {
      case Fetched.Body body -> RobotsFile.read(url, body.bytes().getBytes(), config.robotName());
      case Fetched.Answer answer when answer.status() < 500 -> RobotsFile.absent(url);
      case Fetched.Answer _, Fetched.Nothing _ -> RobotsFile.UNKNOWN;
    };
  }

  Uni<PageOutline> outline(Fetched.Body body) {
    return fetcher.read(
        () -> PageReader.read(body.bytes().getBytes(), body.charset().orElse(null), body.url()));
  }

  Uni<Optional<FeedPreview>> feed(Fetched.Body body) {
    return fetcher.read(
        () -> FeedPreview.read(body.bytes().getBytes(), body.charset().orElse(null)));
  }

  Uni<SitemapFile> sitemap(Fetched.Body body) {
    return fetcher.read(() -> SitemapFile.read(body.bytes().getBytes()));
  }

  boolean isOver() {
    return clock.instant().isAfter(end);
  }
}
