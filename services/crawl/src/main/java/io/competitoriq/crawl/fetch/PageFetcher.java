package io.competitoriq.crawl.fetch;

import io.competitoriq.crawl.visit.VisitOutcome;
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
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;

/// Fetches an address once and says what the answer means.
@ApplicationScoped
public class PageFetcher {
  private final Egress egress;
  private final FetchConfig config;
  private final UserAgent userAgent;
  private final Clock clock;
  private final Vertx vertx;

  PageFetcher(Egress egress, FetchConfig config, UserAgent userAgent, Clock clock, Vertx vertx) {
    this.egress = egress;
    this.config = config;
    this.userAgent = userAgent;
    this.clock = clock;
    this.vertx = vertx;
  }

  /// One conditional GET of `url`.
  public Uni<Collected> fetch(URI url, Expectation expected, Validators known) {
    return see(url, expected, known).map(Sighting::collected);
  }

  /// The same, with where the page leads and what a browser would need to know of the answer.
  public Uni<Sighting> see(URI url, Expectation expected, Validators known) {
    return egress
        .send(known.applyTo(request(url, expected)))
        .chain(result -> understand(url, expected, known, result));
  }

  /// Only where the page leads.
  public Uni<Skimmed> skim(URI url) {
    return egress
        .send(request(url, Expectation.WEB_PAGE))
        .chain(
            result ->
                switch (result) {
                  case Answered answer ->
                      throttled(answer)
                          .map(it -> skimmed(new Skimmed.Throttled(it.delay(), it.reason())))
                          .orElseGet(() -> work(() -> AnswerReader.skim(url, answer)));
                  case Failed failure when failure.worthRetrying() ->
                      skimmed(new Skimmed.Unavailable());
                  case Failed _, Refused _ -> skimmed(new Skimmed.NoPage());
                });
  }

  private static Uni<Skimmed> skimmed(Skimmed skimmed) {
    return Uni.createFrom().item(skimmed);
  }

  private EgressRequest request(URI url, Expectation expected) {
    return EgressRequest.get(url)
        .header("user-agent", userAgent.full())
        .header("accept", expected.accept())
        .header("accept-language", "en, *;q=0.5")
        .within(EgressLimits.DEFAULT.withTimeout(config.timeout()).withMaxBytes(config.maxBytes()));
  }

  private Uni<Sighting> understand(
      URI url, Expectation expected, Validators known, EgressResult result) {
    return switch (result) {
      case Answered answer -> answered(url, expected, known, answer);
      case Refused refusal -> item(refused(refusal));
      case Failed failure -> item(failed(failure));
    };
  }

  private Uni<Sighting> answered(URI url, Expectation expected, Validators known, Answered answer) {
    if (answer.status() == 304 && !known.isEmpty()) {
      return item(new Collected.NotModified(304));
    }
    return throttled(answer)
        .map(PageFetcher::item)
        .orElseGet(() -> work(() -> AnswerReader.see(url, expected, answer, now())));
  }

  /// Decoding, hashing and parsing take long enough to leave the event loop.
  private <T> Uni<T> work(Callable<T> reading) {
    return Uni.createFrom()
        .emitter(
            emitter ->
                vertx.executeBlocking(reading, false).onComplete(emitter::complete, emitter::fail));
  }

  /// As the database keeps it: microseconds.
  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private Optional<Collected.Throttled> throttled(Answered answer) {
    Optional<Duration> asked =
        RetryAfter.parse(answer.header("retry-after"), clock.instant(), config.retryAfterCap());
    boolean tooMany = answer.status() == 429;
    if (!tooMany && (answer.status() != 503 || asked.isEmpty())) {
      return Optional.empty();
    }
    Duration delay = asked.orElse(config.retryAfterDefault());
    return Optional.of(
        new Collected.Throttled(
            delay,
            answer.status(),
            "The site asked us to come back in %d seconds (HTTP %d)."
                .formatted(delay.toSeconds(), answer.status())));
  }

  private static Uni<Sighting> item(Collected collected) {
    return Uni.createFrom().item(Sighting.of(collected));
  }

  private static Collected refused(Refused refusal) {
    return Collected.Rejected.because(
        VisitOutcome.ERROR,
        "The address is not visited: " + refusal.detail(),
        refusal.reason() == Reason.TOO_MANY_REDIRECTS
            ? "Open the address in a browser and give the source the address it ends at."
            : "Give the source an address on the public web.");
  }

  private static Collected failed(Failed failure) {
    if (failure.worthRetrying()) {
      return new Collected.Unavailable(null, "The site could not be reached: " + failure.detail());
    }
    return Collected.Rejected.because(
        VisitOutcome.ERROR,
        "The page could not be read: " + failure.detail(),
        switch (failure.kind()) {
          case TOO_LARGE -> "Watch a smaller page, or raise ciq.crawl.fetch.max-bytes.";
          case TLS -> "The site's certificate must be valid; check the address in a browser.";
          case DNS, CONNECT, TIMEOUT, RESET, PROTOCOL, BUSY ->
              "Open the address in a browser and correct it.";
        });
  }
}
