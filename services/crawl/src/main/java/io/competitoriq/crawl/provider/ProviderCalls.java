package io.competitoriq.crawl.provider;

import static java.util.Objects.requireNonNull;

import io.competitoriq.crawl.provider.ProviderAnswer.Replied;
import io.competitoriq.crawl.provider.ProviderAnswer.Resting;
import io.competitoriq.crawl.provider.ProviderAnswer.Silent;
import io.competitoriq.egress.Egress;
import io.competitoriq.egress.EgressResult;
import io.competitoriq.egress.EgressResult.Answered;
import io.competitoriq.egress.EgressResult.Failed;
import io.competitoriq.egress.EgressResult.Kind;
import io.competitoriq.egress.EgressResult.Refused;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.util.TypeLiteral;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/// Calls providers: through the egress guard, with a circuit breaker per provider, repeating what
/// may be repeated, and leaving a ledger row for every call that went out. Never fails for what a
/// provider does.
@ApplicationScoped
public class ProviderCalls {
  private static final Logger LOG = Logger.getLogger(ProviderCalls.class);
  private static final int REPEATS = 2;
  private static final int TOO_MANY = 429;

  private final Egress egress;
  private final Spending spending;
  private final ProviderConfig config;
  private final MeterRegistry meters;
  private final Clock clock;
  private final Map<Provider, TypedGuard<Uni<ProviderAnswer>>> guards;
  private final Map<Provider, AtomicReference<CircuitBreakerState>> states;

  ProviderCalls(
      Egress egress, Spending spending, ProviderConfig config, MeterRegistry meters, Clock clock) {
    this.egress = egress;
    this.spending = spending;
    this.config = config;
    this.meters = meters;
    this.clock = clock;
    this.states =
        Stream.of(Provider.values())
            .collect(
                Collectors.toMap(
                    provider -> provider, _ -> new AtomicReference<>(CircuitBreakerState.CLOSED)));
    this.guards = new EnumMap<>(Provider.class);
    Stream.of(Provider.values()).forEach(provider -> guards.put(provider, guard(provider)));
  }

  /// Sends the request.
  public Uni<ProviderAnswer> send(ProviderRequest request) {
    TypedGuard<Uni<ProviderAnswer>> guard =
        requireNonNull(guards.get(request.purpose().provider()));
    Uni<ProviderAnswer> once = Uni.createFrom().deferred(() -> guard.get(() -> attempt(request)));
    Uni<ProviderAnswer> sent = request.repeatable() ? repeated(once) : once;
    return sent.onFailure(NoProperAnswer.class)
        .recoverWithItem(failure -> ((NoProperAnswer) failure).answer)
        .onFailure(CircuitBreakerOpenException.class)
        .recoverWithItem(() -> new Resting(config.breakerPause()));
  }

  /// Whether the provider is asked at the moment, in this process.
  boolean resting(Provider provider) {
    return requireNonNull(states.get(provider)).get() == CircuitBreakerState.OPEN;
  }

  /// A random wait between d and 2d, d doubling from the configured one.
  private Uni<ProviderAnswer> repeated(Uni<ProviderAnswer> once) {
    return once.onItem()
        .transformToUni(
            answer ->
                answer instanceof Replied(int status, _, _, _) && status == TOO_MANY
                    ? Uni.createFrom().<ProviderAnswer>failure(new NoProperAnswer(answer))
                    : Uni.createFrom().item(answer))
        .onFailure(NoProperAnswer.class)
        .retry()
        .withBackOff(config.retryWait().multipliedBy(3).dividedBy(2))
        .withJitter(0.33)
        .atMost(REPEATS)
        .onFailure(IllegalStateException.class)
        .transform(failure -> failure.getCause() == null ? failure : failure.getCause());
  }

  private Uni<ProviderAnswer> attempt(ProviderRequest request) {
    Instant start = clock.instant();
    return egress
        .send(request.http())
        .map(result -> read(result, Duration.between(start, clock.instant()).toMillis()))
        .call(answer -> note(request, start, answer))
        .invoke(answer -> count(request, answer))
        .onItem()
        .transformToUni(ProviderCalls::asHealth);
  }

  private static ProviderAnswer read(EgressResult result, long millis) {
    return switch (result) {
      case Answered answered ->
          new Replied(answered.status(), answered.headers(), answered.body().getBytes(), millis);
      case Refused(_, String detail, _) -> new Silent(detail, false, millis);
      case Failed(Kind kind, String detail, _) -> new Silent(detail, maybeSent(kind), millis);
    };
  }

  private static boolean maybeSent(Kind kind) {
    return switch (kind) {
      case DNS, CONNECT, TLS, BUSY -> false;
      case TIMEOUT, TOO_LARGE, RESET, PROTOCOL -> true;
    };
  }

  private Uni<Void> note(ProviderRequest request, Instant start, ProviderAnswer answer) {
    return request.usage().isPresent()
        ? Uni.createFrom().voidItem()
        : spending.note(request.purpose(), request.call(), start, free(answer));
  }

  private static Cost free(ProviderAnswer answer) {
    return switch (answer) {
      case Replied(int status, _, _, long millis) ->
          new Cost(UsageState.ANSWERED, status, 0, 0, millis, null, null);
      case Silent(String reason, boolean sent, long millis) ->
          Cost.none(sent ? UsageState.NO_ANSWER : UsageState.NOT_SENT, null, millis, reason);
      case Resting(Duration pause) ->
          Cost.none(UsageState.NOT_SENT, null, 0, "resting for " + pause.toSeconds() + " s");
    };
  }

  private void count(ProviderRequest request, ProviderAnswer answer) {
    String status = answer instanceof Replied(int code, _, _, _) ? code / 100 + "xx" : "no answer";
    meters
        .counter(
            "ciq_provider_calls",
            "provider",
            request.purpose().provider().path(),
            "call",
            request.call(),
            "status",
            status)
        .increment();
  }

  /// The breaker counts exceptions; the callers want values. A key or a credit that is refused is
  /// the workspace's affair, not the provider's health.
  private static Uni<ProviderAnswer> asHealth(ProviderAnswer answer) {
    boolean unhealthy =
        answer instanceof Silent || answer instanceof Replied(int status, _, _, _) && status >= 500;
    return unhealthy
        ? Uni.createFrom().failure(new NoProperAnswer(answer))
        : Uni.createFrom().item(answer);
  }

  private TypedGuard<Uni<ProviderAnswer>> guard(Provider provider) {
    return TypedGuard.create(new TypeLiteral<Uni<ProviderAnswer>>() {})
        .withDescription(provider.path())
        .withCircuitBreaker()
        .requestVolumeThreshold(config.breakerCalls())
        .failureRatio(0.5)
        .delay(config.breakerPause().toMillis(), ChronoUnit.MILLIS)
        .onStateChange(state -> told(provider, state))
        .done()
        .build();
  }

  private void told(Provider provider, CircuitBreakerState state) {
    requireNonNull(states.get(provider)).set(state);
    LOG.warnf("circuit breaker provider=%s state=%s", provider.path(), state);
  }

  private static final class NoProperAnswer extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient ProviderAnswer answer;

    private NoProperAnswer(ProviderAnswer answer) {
      super("no proper answer", null, false, false);
      this.answer = answer;
    }
  }
}
