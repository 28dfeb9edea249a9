package io.competitoriq.crawl.site;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.crawl.collector.SourceCollector;
import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.Validators;
import io.competitoriq.crawl.politeness.Politeness;
import io.competitoriq.crawl.visit.Attempt;
import io.competitoriq.crawl.visit.VisitOutcome;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Collector;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/// Collects the list of a site's pages by walking through it, in legs that each fit into a job.
@ApplicationScoped
class SiteCollector implements SourceCollector {
  /// Between two legs, so that other sources of the host get their turn.
  private static final Duration REST = Duration.ofSeconds(2);

  private final SiteWalk walk;
  private final Sitemaps sitemaps;
  private final WalkState state;
  private final Politeness politeness;
  private final SiteConfig config;
  private final ObjectMapper mapper;
  private final Clock clock;

  /// Seven collaborators: the parts of a walk meet here.
  SiteCollector(
      SiteWalk walk,
      Sitemaps sitemaps,
      WalkState state,
      Politeness politeness,
      SiteConfig config,
      ObjectMapper mapper,
      Clock clock) {
    this.walk = walk;
    this.sitemaps = sitemaps;
    this.state = state;
    this.politeness = politeness;
    this.config = config;
    this.mapper = mapper;
    this.clock = clock;
  }

  @Override
  public Collector way() {
    return Collector.SITE;
  }

  @Override
  public Uni<Collected> collect(Attempt attempt, Validators known) {
    CollectSource request = attempt.request();
    Scope scope =
        Scope.of(
            request.url(),
            number(request, "maxPages", config.maxPages(), config.mostPages()),
            number(request, "maxDepth", config.maxDepth(), 50));
    return politeness
        .delayOf(request.url())
        .map(asked -> asked.compareTo(config.pause()) > 0 ? asked : config.pause())
        .map(pause -> new Gait(1, pause, clock.instant().plus(config.leg())))
        .chain(
            gait ->
                state
                    .load(attempt.workspaceId(), request.sourceId(), request.slot())
                    .chain(
                        pages ->
                            pages
                                .map(some -> Uni.createFrom().item(Frontier.resumed(scope, some)))
                                .orElseGet(() -> begun(scope, request.url(), gait)))
                    .chain(frontier -> leg(attempt, frontier, gait)));
  }

  private static int number(CollectSource request, String option, int usual, int most) {
    return request.options().get(option) instanceof Number given
        ? Math.clamp(given.intValue(), 1, most)
        : usual;
  }

  private Uni<Frontier> begun(Scope scope, URI start, Gait gait) {
    CanonicalLinks links = new CanonicalLinks();
    Frontier frontier = new Frontier(scope);
    frontier.offer(links.canonical(start, start.toString()).orElse(start.toString()), 0, true);
    return sitemaps
        .pages(start, 10 * scope.maxPages(), gait)
        .invoke(
            pages ->
                pages.forEach(
                    page ->
                        links
                            .canonical(start, page.toString())
                            .ifPresent(url -> frontier.offer(url, 0, false))))
        .replaceWith(frontier);
  }

  private Uni<Collected> leg(Attempt attempt, Frontier frontier, Gait gait) {
    CollectSource request = attempt.request();
    return walk.go(frontier, gait)
        .call(
            () ->
                state.save(
                    attempt.workspaceId(), request.sourceId(), request.slot(), frontier.pages()))
        .map(leg -> collected(request, frontier, leg));
  }

  private Collected collected(CollectSource request, Frontier frontier, SiteWalk.Leg leg) {
    if (leg instanceof SiteWalk.Leg.Interrupted(Duration pause, String reason)) {
      return new Collected.Throttled(pause, 429, reason);
    }
    if (!frontier.isDone()) {
      return new Collected.Unfinished(
          REST,
          request.slot(),
          "%d pages of the site read so far.".formatted(frontier.pagesRead()));
    }
    if (frontier.pagesRead() == 0) {
      return Collected.Rejected.because(
          VisitOutcome.ERROR,
          "No page of the site could be read.",
          "Open the address in a browser and correct it.");
    }
    return new Collected.Kept(
        SiteInventory.of(
            request.url(),
            frontier.pages(),
            mapper,
            clock.instant().truncatedTo(ChronoUnit.MICROS)));
  }
}
