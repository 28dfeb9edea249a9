package io.competitoriq.crawl.politeness;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.competitoriq.crawl.fetch.UserAgent;
import io.competitoriq.egress.Egress;
import io.competitoriq.egress.EgressLimits;
import io.competitoriq.egress.EgressRequest;
import io.competitoriq.egress.EgressResult;
import io.competitoriq.egress.EgressResult.Answered;
import io.competitoriq.egress.EgressResult.Failed;
import io.competitoriq.egress.EgressResult.Refused;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// robots.txt by RFC 9309: asked once a day per site, believed while fresh, and the old one still
/// believed while the site is in trouble.
@ApplicationScoped
class Robots {
  private static final EgressLimits LIMITS = EgressLimits.DEFAULT.withMaxBytes(512 * 1024);

  /// A file this broken is not worth more lines in the log.
  private static final int WARNINGS = 5;

  private static final List<String> OUR_NAME = List.of(UserAgent.PRODUCT.toLowerCase(Locale.ROOT));

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
    if (known != null && known.until.isAfter(clock.instant())) {
      return Uni.createFrom().item(answer(known.rules, url));
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
              List<URI> named = known == null ? List.of() : named(known.rules);
              return named.isEmpty() ? List.of(url.resolve("/sitemap.xml")) : named;
            });
  }

  private static List<URI> named(SimpleRobotRules rules) {
    List<URI> named = new ArrayList<>();
    for (String sitemap : rules.getSitemaps()) {
      try {
        named.add(new URI(sitemap));
      } catch (URISyntaxException unreadable) {
        // A line nobody can follow is no sitemap.
      }
    }
    return named;
  }

  private Uni<RobotsAnswer> learn(
      URI file, URI url, @Nullable Remembered known, EgressResult result) {
    return switch (result) {
      case Answered answer when answer.status() >= 200 && answer.status() < 300 ->
          parse(file, answer).map(rules -> answer(remember(file, rules), url));
      case Answered answer when answer.status() >= 500 || answer.status() == 429 ->
          item(stale(known, url, "robots.txt answers HTTP %d.".formatted(answer.status())));
      // No such file, or none for us to see: everything is allowed.
      case Answered _ -> item(answer(remember(file, allowAll()), url));
      case Failed failure when failure.worthRetrying() -> item(stale(known, url, failure.detail()));
      // Whatever keeps us from this file keeps us from the page, whose visit says so in full.
      case Failed _, Refused _ -> item(answer(allowAll(), url));
    };
  }

  /// The parser's own cap on crawl-delay would turn a long one into "stay out"; ours follows later.
  private Uni<SimpleRobotRules> parse(URI file, Answered answer) {
    String type = answer.header("content-type").orElse("text/plain");
    byte[] body = answer.body().getBytes();
    return Uni.createFrom()
        .emitter(
            emitter ->
                vertx
                    .executeBlocking(
                        () ->
                            new SimpleRobotRulesParser(Long.MAX_VALUE, WARNINGS)
                                .parseContent(file.toString(), body, type, OUR_NAME),
                        false)
                    .onComplete(emitter::complete, emitter::fail));
  }

  private SimpleRobotRules remember(URI file, SimpleRobotRules rules) {
    remembered.put(file, new Remembered(rules, clock.instant().plus(config.robotsAge())));
    return rules;
  }

  private RobotsAnswer stale(@Nullable Remembered known, URI url, String trouble) {
    return known == null ? new RobotsAnswer.Unknown(trouble) : answer(known.rules, url);
  }

  private RobotsAnswer answer(BaseRobotRules rules, URI url) {
    if (!rules.isAllowed(url.toString())) {
      return new RobotsAnswer.Disallowed();
    }
    long millis = rules.getCrawlDelay();
    if (millis == BaseRobotRules.UNSET_CRAWL_DELAY || millis <= 0) {
      return new RobotsAnswer.Allowed(Optional.empty());
    }
    long obeyed = Math.min(millis, config.longestDelay().toMillis());
    return new RobotsAnswer.Allowed(Optional.of(Duration.ofMillis(obeyed)));
  }

  private static SimpleRobotRules allowAll() {
    return new SimpleRobotRules(RobotRulesMode.ALLOW_ALL);
  }

  private static Uni<RobotsAnswer> item(RobotsAnswer answer) {
    return Uni.createFrom().item(answer);
  }

  private record Remembered(SimpleRobotRules rules, Instant until) {}
}
