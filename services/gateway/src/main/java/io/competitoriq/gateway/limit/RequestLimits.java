package io.competitoriq.gateway.limit;

import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.competitoriq.telemetry.CountersFromZero;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerResponse;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Who asks too often waits: per person or API key, and per workspace. Without Redis each gateway
/// counts alone, so that nobody is refused because of us.
@Startup
@ApplicationScoped
public class RequestLimits {

  private static final String REFUSED = "ciq.gateway.limit.refused";
  private static final Logger LOG = Logger.getLogger(RequestLimits.class);

  private final SharedBuckets shared;
  private final LocalBuckets local = new LocalBuckets();
  private final LimitConfig config;
  private final Clock clock;
  private final MeterRegistry meters;
  private final Counter alone;
  private final AtomicLong aloneUntil = new AtomicLong();

  RequestLimits(SharedBuckets shared, LimitConfig config, Clock clock, MeterRegistry meters) {
    this.shared = shared;
    this.config = config;
    this.clock = clock;
    this.meters = meters;
    this.alone = meters.counter("ciq.gateway.limit.local");
    CountersFromZero.in(
        meters,
        REFUSED,
        "caller",
        Stream.of(Caller.Kind.values()).map(Caller.Kind::label).toList());
  }

  /// What one more request found.
  public record Taken(List<Limit.Standing> standings) {

    /// Tells the client where it stands (draft-ietf-httpapi-ratelimit-headers).
    public void tell(HttpServerResponse response) {
      response.putHeader(
          "RateLimit-Policy",
          standings.stream().map(each -> each.limit().policy()).collect(Collectors.joining(", ")));
      response.putHeader(
          "RateLimit",
          standings.stream().map(Limit.Standing::header).collect(Collectors.joining(", ")));
    }

    /// The refusal, naming the limit that takes longest; empty when the request may go on.
    public Optional<ProblemException> refusal() {
      return standings.stream()
          .filter(each -> each.waitMillis() > 0)
          .max(java.util.Comparator.comparingLong(Limit.Standing::waitMillis))
          .map(Taken::refusal);
    }

    private static ProblemException refusal(Limit.Standing standing) {
      Limit limit = standing.limit();
      long seconds = Limit.Standing.seconds(standing.waitMillis());
      return Problems.tooMany(
          "rate-limited",
          "The limit '%s' of %d requests a minute (%d at once) is used up. Go on in %d s."
              .formatted(limit.name(), limit.perMinute(), limit.burst(), seconds),
          Duration.ofSeconds(seconds));
    }
  }

  /// Takes one request of the caller; never fails.
  public Uni<Taken> take(Caller caller) {
    List<Limit> limits = List.of(own(caller), ofWorkspace(caller));
    long now = clock.millis();
    Uni<List<Limit.Standing>> standings =
        now < aloneUntil.get()
            ? Uni.createFrom().item(() -> takeAlone(limits))
            : shared
                .take(limits)
                .ifNoItem()
                .after(config.redisTimeout())
                .fail()
                .onFailure()
                .recoverWithItem(failure -> withoutRedis(limits, failure));
    return standings.map(Taken::new).invoke(taken -> count(taken, caller));
  }

  private void count(Taken taken, Caller caller) {
    if (taken.refusal().isPresent()) {
      meters.counter(REFUSED, "caller", caller.kind().label()).increment();
    }
  }

  private List<Limit.Standing> withoutRedis(List<Limit> limits, Throwable failure) {
    LOG.warnf("limits counted here alone error=%s", failure.toString());
    aloneUntil.set(clock.millis() + config.redisPause().toMillis());
    return takeAlone(limits);
  }

  private List<Limit.Standing> takeAlone(List<Limit> limits) {
    alone.increment();
    return local.take(limits, clock.millis());
  }

  private Limit own(Caller caller) {
    String bucket =
        "ciq:limit:{%s}:%s:%s".formatted(caller.workspaceId(), caller.kind().label(), caller.id());
    String name = caller.kind().label();
    return switch (caller.kind()) {
      case USER -> new Limit(name, bucket, config.user().perMinute(), config.user().burst());
      case API_KEY -> new Limit(name, bucket, config.apiKey().perMinute(), config.apiKey().burst());
    };
  }

  /// In braces, so that both buckets lie on one node of a Redis cluster.
  private Limit ofWorkspace(Caller caller) {
    return new Limit(
        "workspace",
        "ciq:limit:{%s}".formatted(caller.workspaceId()),
        config.workspace().perMinute(),
        config.workspace().burst());
  }
}
