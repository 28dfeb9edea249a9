package io.competitoriq.crawl.politeness;

import io.competitoriq.crawl.fetch.Collected;
import io.competitoriq.crawl.fetch.FetchedPage;
import io.competitoriq.crawl.visit.VisitOutcome;
import io.competitoriq.jobs.hosts.Hosts;
import io.competitoriq.messages.CollectSource;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Whether an address may be visited. When its turn is, the job ledger decides; here it is told
/// what the host wants.
@ApplicationScoped
public class Politeness {
  /// A visit waits this long with its slot; for longer it makes room for others.
  private static final Duration LONGEST_BREATH = Duration.ofSeconds(5);

  private final Robots robots;
  private final Hosts hosts;
  private final PolitenessConfig config;

  Politeness(Robots robots, Hosts hosts, PolitenessConfig config) {
    this.robots = robots;
    this.hosts = hosts;
    this.config = config;
  }

  /// What speaks against visiting `url` now; empty when nothing does. A host that was asked for its
  /// robots.txt a moment ago is left alone for its delay before it is asked for the page.
  ///
  /// @param since when the visit was due
  public Uni<Optional<Collected>> objection(URI url, Instant since) {
    return robots
        .ask(url)
        .chain(
            answer ->
                switch (answer) {
                  case RobotsAnswer.Disallowed() -> item(disallowed());
                  case RobotsAnswer.Unknown(String reason) ->
                      item(
                          new Collected.Unavailable(
                              null, "The site could not tell whether we may visit it: " + reason));
                  case RobotsAnswer.Allowed(Optional<Duration> delay, boolean askedNow) ->
                      hosts
                          .space(host(url), delay.orElse(Duration.ZERO))
                          .chain(() -> askedNow ? breathe(pause(delay), since) : clear());
                });
  }

  private Uni<Optional<Collected>> breathe(Duration pause, Instant since) {
    if (pause.isZero() || !config.pauseAfterRobots()) {
      return clear();
    }
    return pause.compareTo(LONGEST_BREATH) > 0
        ? item(
            new Collected.Unfinished(
                pause, since, "The site wants a longer pause after its robots.txt."))
        : clear().onItem().delayIt().by(pause);
  }

  private static Uni<Optional<Collected>> clear() {
    return Uni.createFrom().item(Optional.empty());
  }

  /// The visit of `url` is over: its host is left alone for its delay, counted from here, and for
  /// as long as it took to answer. A site that is slow may be so because of its visitors.
  ///
  /// @param took zero when the site is not to be judged by it
  public Uni<Void> left(URI url, Duration took) {
    Duration rest = took.compareTo(config.longestDelay()) > 0 ? config.longestDelay() : took;
    return hosts.left(CollectSource.QUEUE, host(url), rest);
  }

  private Duration pause(Optional<Duration> asked) {
    Duration ours = hosts.delay(CollectSource.QUEUE);
    return asked.filter(delay -> delay.compareTo(ours) > 0).orElse(ours);
  }

  /// Whether robots.txt lets us read `url`; not when the site cannot tell.
  public Uni<Boolean> allows(URI url) {
    return robots.ask(url).map(RobotsAnswer.Allowed.class::isInstance);
  }

  /// How long the host wants between two readings, when it says so.
  public Uni<Duration> delayOf(URI url) {
    return robots
        .ask(url)
        .map(
            answer ->
                answer instanceof RobotsAnswer.Allowed(Optional<Duration> delay, _)
                    ? delay.orElse(Duration.ZERO)
                    : Duration.ZERO);
  }

  /// The sitemaps the site names, and the usual place.
  public Uni<List<URI>> sitemaps(URI url) {
    return robots.sitemaps(url);
  }

  /// Looks again at what was collected after redirects: the page it came from may be forbidden
  /// although the page asked for was not. Such a page is not kept.
  public Uni<Collected> landing(Collected collected) {
    if (!(collected instanceof Collected.Kept(FetchedPage page))
        || page.finalUrl().equals(page.url())) {
      return Uni.createFrom().item(collected);
    }
    return robots
        .ask(page.finalUrl())
        .map(answer -> answer instanceof RobotsAnswer.Disallowed ? disallowed() : collected);
  }

  /// The host asked to be left alone: no source of it is visited before `delay` is over.
  public Uni<Void> leaveAlone(URI url, Duration delay) {
    return hosts.rest(host(url), delay);
  }

  /// As the jobs name it.
  private static String host(URI url) {
    return String.valueOf(url.getHost());
  }

  private static Collected disallowed() {
    return Collected.Rejected.because(
        VisitOutcome.ROBOTS_DISALLOWED,
        "The site's robots.txt asks us not to visit this page.",
        "Watch a page that is allowed, or ask the site's owner for permission.");
  }

  private static Uni<Optional<Collected>> item(Collected objection) {
    return Uni.createFrom().item(Optional.of(objection));
  }
}
