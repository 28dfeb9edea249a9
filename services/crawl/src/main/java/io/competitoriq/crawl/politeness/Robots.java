package io.competitoriq.crawl.politeness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.competitoriq.crawl.fetch.UserAgent;
import io.competitoriq.egress.Egress;
import io.competitoriq.egress.EgressLimits;
import io.competitoriq.egress.EgressRequest;
import io.competitoriq.egress.EgressResult;
import io.competitoriq.egress.EgressResult.Answered;
import io.competitoriq.egress.EgressResult.Failed;
import io.competitoriq.egress.EgressResult.Reason;
import io.competitoriq.egress.EgressResult.Refused;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// robots.txt by RFC 9309: asked once a day per site, believed while fresh, and the last good one
/// for a month more while the site is in trouble.
@ApplicationScoped
class Robots {
  private static final EgressLimits LIMITS =
      EgressLimits.DEFAULT.withMaxBytes(RobotsFile.MOST_BYTES).cutting();

  private final Egress egress;
  private final UserAgent userAgent;
  private final PolitenessConfig config;
  private final Clock clock;
  private final Vertx vertx;
  private final Cache<URI, Remembered> remembered;

  Robots(Egress egress, UserAgent userAgent, PolitenessConfig config, Clock clock, Vertx vertx) {
    this.egress = egress;
    this.userAgent = userAgent;
    this.config = config;
    this.clock = clock;
    this.vertx = vertx;
    this.remembered = Caffeine.newBuilder().maximumSize(config.robotsRemembered()).build();
  }

  /// What the site of `url` says about it.
  Uni<RobotsAnswer> ask(URI url) {
    URI file = url.resolve("/robots.txt");
    Remembered known = remembered.getIfPresent(file);
    if (known != null && known.youngerThan(config.robotsAge(), clock.instant())) {
      return Uni.createFrom().item(answer(known.file, url, false));
    }
    EgressRequest request =
        EgressRequest.get(file)
            .header("user-agent", userAgent.full())
            .header("accept", "text/plain,*/*;q=0.1")
            .within(LIMITS.withTimeout(config.robotsTimeout()));
    return egress.send(request).chain(result -> learn(file, url, known, result));
  }

  /// The sitemaps that robots.txt names, or the usual place when it names none.
  Uni<List<URI>> sitemaps(URI url) {
    return ask(url)
        .map(
            _ -> {
              Remembered known = remembered.getIfPresent(url.resolve("/robots.txt"));
              List<URI> named = known == null ? List.of() : known.file.sitemaps();
              return named.isEmpty() ? List.of(url.resolve("/sitemap.xml")) : named;
            });
  }

  private Uni<RobotsAnswer> learn(
      URI file, URI url, @Nullable Remembered known, EgressResult result) {
    return switch (result) {
      case Answered answer when answer.status() >= 200 && answer.status() < 300 ->
          parse(answer).map(rules -> answer(remember(file, rules), url, true));
      case Answered answer when answer.status() >= 500 || answer.status() == 429 ->
          item(stale(known, url, "robots.txt answers HTTP %d.".formatted(answer.status())));
      // No such file, or none for us to see: everything is allowed.
      case Answered _ -> item(answer(remember(file, RobotsFile.EMPTY), url, true));
      case Refused refusal when refusal.reason() == Reason.TOO_MANY_REDIRECTS ->
          item(answer(remember(file, RobotsFile.EMPTY), url, true));
      case Failed failure when failure.worthRetrying() -> item(stale(known, url, failure.detail()));
      // Whatever keeps us from this file keeps us from the page, whose visit says so in full.
      case Failed _, Refused _ -> item(answer(RobotsFile.EMPTY, url, true));
    };
  }

  private Uni<RobotsFile> parse(Answered answer) {
    String type = answer.header("content-type").orElse("text/plain");
    byte[] body = answer.body().getBytes();
    return Uni.createFrom()
        .emitter(
            emitter ->
                vertx
                    .executeBlocking(() -> RobotsFile.read(body, type, UserAgent.PRODUCT), false)
                    .onComplete(emitter::complete, emitter::fail));
  }

  private RobotsFile remember(URI address, RobotsFile file) {
    remembered.put(address, new Remembered(file, clock.instant()));
    return file;
  }

  private RobotsAnswer stale(@Nullable Remembered known, URI url, String trouble) {
    return known != null && known.youngerThan(config.robotsInTrouble(), clock.instant())
        ? answer(known.file, url, true)
        : new RobotsAnswer.Unknown(trouble);
  }

  private RobotsAnswer answer(RobotsFile file, URI url, boolean askedNow) {
    if (!file.allows(url)) {
      return new RobotsAnswer.Disallowed();
    }
    return new RobotsAnswer.Allowed(
        file.crawlDelay()
            .map(
                delay ->
                    delay.compareTo(config.longestDelay()) > 0 ? config.longestDelay() : delay),
        askedNow);
  }

  private static Uni<RobotsAnswer> item(RobotsAnswer answer) {
    return Uni.createFrom().item(answer);
  }

  private record Remembered(RobotsFile file, Instant readAt) {
    boolean youngerThan(Duration age, Instant now) {
      return readAt.plus(age).isAfter(now);
    }
  }
}
