package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.source.PageUrl;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;

/// What one look around may still ask for: nothing robots.txt forbids, no more than its budget of
/// pages and time, few hosts, and each host only now and then.
final class Requests {

  private final SiteFetcher fetcher;
  private final DiscoveryConfig config;
  private final Trail trail;
  private final Clock clock;
  private final Instant end;
  private final Map<String, Instant> asked = new HashMap<>();
  private int pagesLeft;
  private int guessesLeft;

  Requests(SiteFetcher fetcher, DiscoveryConfig config, Trail trail, Clock clock) {
    this.fetcher = fetcher;
    this.config = config;
    this.trail = trail;
    this.clock = clock;
    this.end = clock.instant().plus(config.budget());
    this.pagesLeft = config.maxPages();
    this.guessesLeft = config.maxGuesses();
  }

  /// The answer at an address something led to; empty when it may not be asked for.
  Uni<Optional<Fetched>> page(PageUrl url) {
    return pagesLeft > 0 ? ask(url, () -> pagesLeft--) : nothing();
  }

  /// The answer at an address that may exist; empty when it may not be asked for.
  Uni<Optional<Fetched>> guess(PageUrl url) {
    return guessesLeft > 0 ? ask(url, () -> guessesLeft--) : nothing();
  }

  private Uni<Optional<Fetched>> ask(PageUrl url, Runnable spend) {
    return mayMeet(url.value())
        ? robots(url.value()).chain(() -> allowed(url.value(), spend))
        : nothing();
  }

  private boolean mayMeet(URI url) {
    return !isOver() && (trail.hasRobots(url) || trail.hosts() < config.maxHosts());
  }

  private static Uni<Optional<Fetched>> nothing() {
    return Uni.createFrom().item(Optional.empty());
  }

  private Uni<Optional<Fetched>> allowed(URI url, Runnable spend) {
    if (!trail.robotsOf(url).lets(url)) {
      return nothing();
    }
    spend.run();
    return fetch(url).map(Optional::of);
  }

  /// A request outside the budget: the home page, a sitemap.
  Uni<Fetched> extra(URI url) {
    return fetch(url);
  }

  /// The same for a file that may be large: a sitemap.
  Uni<Fetched> large(URI url) {
    return fetch(url, config.maxSitemapBytes());
  }

  /// Reads the robots.txt of the page's host, once.
  Uni<Void> robots(URI page) {
    if (trail.hasRobots(page)) {
      return Uni.createFrom().voidItem();
    }
    URI url = page.resolve("/robots.txt");
    return fetch(url).invoke(fetched -> trail.robots(page, robots(url, fetched))).replaceWithVoid();
  }

  /// Reads the robots.txt of a host nothing else is asked of, so that a suggestion can say whether
  /// it may be visited; not when time or hosts run out.
  Uni<Void> robotsIfPossible(URI page) {
    return mayMeet(page) ? robots(page) : Uni.createFrom().voidItem();
  }

  private RobotsFile robots(URI url, Fetched fetched) {
    return switch (fetched) {
      case Fetched.Body body -> RobotsFile.read(url, body.bytes().getBytes(), config.robotName());
      case Fetched.Answer answer when answer.status() < 500 -> RobotsFile.absent(url);
      case Fetched.Answer _ -> RobotsFile.UNREACHABLE;
      case Fetched.Nothing _ -> RobotsFile.SILENT;
    };
  }

  /// One after the other, each host no faster than it likes.
  private Uni<Fetched> fetch(URI url) {
    return fetch(url, config.maxBytes());
  }

  private Uni<Fetched> fetch(URI url, int maxBytes) {
    String host = String.valueOf(url.getHost());
    Instant now = clock.instant();
    Instant free = asked.getOrDefault(host, Instant.MIN);
    Duration wait = free.isAfter(now) ? Duration.between(now, free) : Duration.ZERO;
    return fetcher
        .fetch(url, wait, maxBytes)
        .invoke(() -> asked.put(host, clock.instant().plus(gap(url))));
  }

  private Duration gap(URI url) {
    Duration wished = trail.robotsOf(url).delay();
    Duration kept = wished.compareTo(config.longestDelay()) < 0 ? wished : config.longestDelay();
    return kept.compareTo(config.pause()) > 0 ? kept : config.pause();
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

  /// Work that costs CPU, on a worker thread.
  <T> Uni<T> read(Callable<T> work) {
    return fetcher.read(work);
  }

  boolean isOver() {
    return clock.instant().isAfter(end);
  }
}
