package io.competitoriq.crawl.site;

import io.competitoriq.crawl.fetch.Outline;
import io.competitoriq.crawl.fetch.PageFetcher;
import io.competitoriq.crawl.fetch.Skimmed;
import io.competitoriq.crawl.politeness.Politeness;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads the pages of a frontier and adds the pages they lead to, until it is done, time is up or
/// the site wants to be left alone.
@ApplicationScoped
class SiteWalk {
  private final PageFetcher fetcher;
  private final Politeness politeness;
  private final Clock clock;

  SiteWalk(PageFetcher fetcher, Politeness politeness, Clock clock) {
    this.fetcher = fetcher;
    this.politeness = politeness;
    this.clock = clock;
  }

  /// How one leg of the walk ended.
  sealed interface Leg {
    /// Done, or out of time.
    record Walked() implements Leg {}

    /// The site is in trouble or asked us to stay away for so long.
    record Interrupted(Duration pause, String reason) implements Leg {}
  }

  /// One leg, on the caller's context.
  Uni<Leg> go(Frontier frontier, Gait gait) {
    CanonicalLinks links = new CanonicalLinks();
    List<Uni<Leg>> lanes = new ArrayList<>();
    for (int lane = 0; lane < gait.lanes(); lane++) {
      lanes.add(lane(frontier, gait, links));
    }
    return Uni.join().all(lanes).andFailFast().map(SiteWalk::worst);
  }

  private static Leg worst(List<Leg> legs) {
    return legs.stream()
        .filter(Leg.Interrupted.class::isInstance)
        .findFirst()
        .orElseGet(Leg.Walked::new);
  }

  private Uni<Leg> lane(Frontier frontier, Gait gait, CanonicalLinks links) {
    return Multi.createBy()
        .repeating()
        .uni(() -> step(frontier, gait, links))
        .whilst(step -> step instanceof Step.Further)
        .collect()
        .last()
        .map(
            last ->
                last instanceof Step.Stopped(Duration pause, String reason)
                    ? new Leg.Interrupted(pause, reason)
                    : new Leg.Walked());
  }

  private sealed interface Step {
    record Further() implements Step {}

    record Over() implements Step {}

    record Stopped(Duration pause, String reason) implements Step {}
  }

  private Uni<Step> step(Frontier frontier, Gait gait, CanonicalLinks links) {
    Optional<SitePage> next = gait.isOver(clock.instant()) ? Optional.empty() : frontier.next();
    if (next.isEmpty()) {
      return Uni.createFrom().item(new Step.Over());
    }
    SitePage page = next.get();
    return read(page, frontier, links).call(gait::rest);
  }

  private Uni<Step> read(SitePage page, Frontier frontier, CanonicalLinks links) {
    URI url = URI.create(page.url());
    return politeness
        .allows(url)
        .chain(
            allowed -> {
              if (!allowed) {
                frontier.dismiss(page);
                return Uni.createFrom().item(new Step.Further());
              }
              return fetcher.skim(url).map(seen -> settle(page, seen, frontier, links));
            });
  }

  private static Step settle(SitePage page, Skimmed seen, Frontier frontier, CanonicalLinks links) {
    return switch (seen) {
      case Skimmed.Page(URI at, Outline outline) -> {
        frontier.read(page, outline.title());
        follow(page, at, outline, frontier, links);
        yield new Step.Further();
      }
      case Skimmed.NoPage() -> {
        frontier.dismiss(page);
        yield new Step.Further();
      }
      case Skimmed.Throttled(Duration pause, String reason) -> {
        frontier.postpone(page);
        yield new Step.Stopped(pause, reason);
      }
      case Skimmed.Unavailable() -> {
        frontier.giveUp(page);
        yield new Step.Further();
      }
    };
  }

  private static void follow(
      SitePage page, URI at, Outline outline, Frontier frontier, CanonicalLinks links) {
    URI base = links.canonical(at, outline.base()).map(URI::create).orElse(at);
    for (String link : outline.links()) {
      links.canonical(base, link).ifPresent(url -> frontier.offer(url, page.depth() + 1, true));
    }
  }
}
