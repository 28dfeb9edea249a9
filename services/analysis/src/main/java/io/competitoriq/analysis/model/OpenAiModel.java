package io.competitoriq.analysis.model;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.analysis.model.ModelReply.Later;
import io.competitoriq.analysis.model.ModelReply.Paused;
import io.competitoriq.analysis.model.ModelReply.Unusable;
import io.competitoriq.analysis.model.ModelUsage.Tokens;
import io.competitoriq.egress.Egress;
import io.competitoriq.egress.EgressLimits;
import io.competitoriq.egress.EgressRequest;
import io.competitoriq.egress.EgressResult;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/// Any server that speaks OpenAI's `POST /responses`, or else `POST /chat/completions`. Its address
/// passes the egress guard like every other; redirects are not followed, they would carry the key
/// away.
final class OpenAiModel implements LanguageModel {

  private static final int MAX_ANSWER_BYTES = 2 << 20;

  /// How servers answer at an address they do not have.
  private static final Set<Integer> UNKNOWN_PATH = Set.of(404, 405, 501);

  private static final String NOT_ANSWERING = "The provider does not answer at the moment.";
  private static final String QUOTA_USED_UP = "The provider's quota is used up.";
  private static final String NEARLY_LIMITED = "The provider's rate limit is reached.";

  private final Rest rest;
  private final Availability.Ready ready;
  private final ModelTraits traits;
  private final ModelConfig config;
  private final Egress egress;
  private final ObjectMapper json;
  private final Clock clock;
  private final TypedGuard<Uni<ModelReply>> guard;
  private volatile Dialect dialect;
  private volatile Instant openUntil = Instant.MIN;

  OpenAiModel(
      Availability.Ready ready,
      ModelConfig config,
      ModelTraits traits,
      Egress egress,
      ObjectMapper json,
      Rest rest,
      Clock clock) {
    this.rest = rest;
    this.ready = ready;
    this.traits = traits;
    this.dialect =
        traits.api(ready.model()) == ModelConfig.Api.CHAT
            ? new ChatDialect()
            : new ResponsesDialect();
    this.config = config;
    this.egress = egress;
    this.json = json;
    this.clock = clock;
    this.guard = breaker(config.breaker());
  }

  @Override
  public Availability availability() {
    return ready;
  }

  @Override
  public Uni<ModelReply> ask(ModelQuestion question, int maxOutputTokens) {
    return resting()
        .chain(
            paused ->
                paused
                    .<Uni<ModelReply>>map(rests -> Uni.createFrom().item(rests))
                    .orElseGet(() -> guarded(question, maxOutputTokens)));
  }

  @Override
  public Uni<Optional<Paused>> resting() {
    return rest.at(clock.instant());
  }

  private Uni<ModelReply> guarded(ModelQuestion question, int maxOutputTokens) {
    return guard
        .get(
            () ->
                exchange(question, maxOutputTokens).onItem().transformToUni(OpenAiModel::asHealth))
        .onFailure(Unhealthy.class)
        .recoverWithUni(failure -> shared(((Unhealthy) failure).reply))
        .onFailure(CircuitBreakerOpenException.class)
        .recoverWithItem(() -> new Paused(config.breaker().pause(), NOT_ANSWERING));
  }

  private Uni<ModelReply> exchange(ModelQuestion question, int maxOutputTokens) {
    Dialect spoken = dialect;
    return exchange(spoken, question, maxOutputTokens)
        .chain(
            seen ->
                mustSpeakOtherwise(spoken, seen.result())
                    ? exchange(new ChatDialect(), question, maxOutputTokens).invoke(this::remember)
                    : Uni.createFrom().item(seen))
        .chain(seen -> reply(seen, maxOutputTokens));
  }

  private Uni<Seen> exchange(Dialect spoken, ModelQuestion question, int maxOutputTokens) {
    Instant start = clock.instant();
    return egress
        .send(request(spoken, question, maxOutputTokens))
        .map(result -> new Seen(spoken, result, Duration.between(start, clock.instant())));
  }

  /// A server that does not know the newer protocol says so; one that does not know the model is
  /// not asked again.
  private boolean mustSpeakOtherwise(Dialect spoken, EgressResult result) {
    return spoken instanceof ResponsesDialect
        && traits.api(ready.model()) == ModelConfig.Api.AUTO
        && result instanceof EgressResult.Answered answered
        && UNKNOWN_PATH.contains(answered.status())
        && !answered.text(StandardCharsets.UTF_8).contains("model_not_found");
  }

  private void remember(Seen seen) {
    if (seen.result() instanceof EgressResult.Answered answered
        && !UNKNOWN_PATH.contains(answered.status())) {
      dialect = seen.spoken();
    }
  }

  /// What came back, and in which protocol it was asked for.
  private record Seen(Dialect spoken, EgressResult result, Duration latency) {}

  private EgressRequest request(Dialect spoken, ModelQuestion question, int maxOutputTokens) {
    var settings = new Dialect.Settings(maxOutputTokens, traits.reasoningEffort(ready.model()));
    byte[] body;
    try {
      body = json.writeValueAsBytes(spoken.request(ready.model(), question, settings));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
    URI endpoint = URI.create(ready.baseUrl() + spoken.path());
    EgressRequest request =
        EgressRequest.post(endpoint, "application/json", body)
            .header("accept", "application/json")
            .within(new EgressLimits(MAX_ANSWER_BYTES, config.timeout(), 0));
    return config
        .apiKey()
        .filter(key -> !key.isBlank())
        .map(key -> request.header("authorization", "Bearer " + key.strip()))
        .orElse(request);
  }

  private Uni<ModelReply> reply(Seen seen, int maxOutputTokens) {
    var silent = new ModelUsage(ready.model(), null, null, Tokens.NONE, seen.latency(), null);
    return switch (seen.result()) {
      case EgressResult.Answered answered ->
          heeded(read(seen, answered), new RateLimits(answered.headers()), maxOutputTokens);
      case EgressResult.Refused refused ->
          answer(new Unusable(ModelFailure.BLOCKED_ADDRESS, refused.detail(), silent));
      case EgressResult.Failed failed when failed.worthRetrying() ->
          answer(new Later(trouble(failed.kind()), failed.detail(), Optional.empty(), silent));
      case EgressResult.Failed failed ->
          answer(new Unusable(ModelFailure.NOT_A_COMPLETION, failed.detail(), silent));
    };
  }

  private static Uni<ModelReply> answer(ModelReply reply) {
    return Uni.createFrom().item(reply);
  }

  private ModelReply read(Seen seen, EgressResult.Answered answered) {
    return new ApiAnswer(
            json,
            seen.spoken(),
            ready.model(),
            answered.status(),
            answered.headers(),
            answered.text(StandardCharsets.UTF_8),
            seen.latency(),
            clock.instant())
        .read();
  }

  private static Trouble trouble(EgressResult.Kind kind) {
    return switch (kind) {
      case TIMEOUT -> Trouble.TIMED_OUT;
      case RESET, PROTOCOL -> Trouble.CUT_OFF;
      case DNS, CONNECT, TLS, TOO_LARGE, BUSY -> Trouble.UNAVAILABLE;
    };
  }

  /// What one call learns about limits holds for all.
  private Uni<ModelReply> heeded(ModelReply reply, RateLimits limits, int maxOutputTokens) {
    Instant now = clock.instant();
    Uni<Void> heed =
        switch (reply) {
          case Unusable unusable when unusable.failure() == ModelFailure.QUOTA ->
              rest.until(now.plus(config.breaker().quotaPause()), QUOTA_USED_UP);
          case Later later when later.after().isPresent() ->
              rest.until(now.plus(later.after().get()), later.reason());
          case ModelReply.Answered answered -> {
            long tokens = (long) answered.usage().tokens().input() + maxOutputTokens;
            Duration wait = limits.untilNext(tokens);
            yield wait.isPositive()
                ? rest.until(now.plus(wait), NEARLY_LIMITED)
                : Uni.createFrom().voidItem();
          }
          case Unusable _, Later _, Paused _, ModelReply.Unaffordable _ ->
              Uni.createFrom().voidItem();
        };
    return heed.replaceWith(reply);
  }

  /// The breaker counts exceptions; the callers want values.
  private static Uni<ModelReply> asHealth(ModelReply reply) {
    return reply instanceof Later later && later.trouble().isUnhealthy()
        ? Uni.createFrom().failure(new Unhealthy(later))
        : Uni.createFrom().item(reply);
  }

  private TypedGuard<Uni<ModelReply>> breaker(ModelConfig.Breaker breaker) {
    return TypedGuard.create(new TypeLiteral<Uni<ModelReply>>() {})
        .withCircuitBreaker()
        .requestVolumeThreshold(breaker.calls())
        .failureRatio(0.5)
        .delay(breaker.pause().toMillis(), ChronoUnit.MILLIS)
        .onStateChange(state -> told(state, breaker.pause()))
        .done()
        .build();
  }

  private void told(CircuitBreakerState state, Duration pause) {
    if (state == CircuitBreakerState.OPEN) {
      openUntil = clock.instant().plus(pause);
    }
  }

  /// What half of the calls here failed at is not tried by other processes either.
  private Uni<ModelReply> shared(ModelReply reply) {
    Instant until = openUntil;
    return until.isAfter(clock.instant())
        ? rest.until(until, NOT_ANSWERING).replaceWith(reply)
        : answer(reply);
  }

  private static final class Unhealthy extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient Later reply;

    private Unhealthy(Later reply) {
      super(reply.reason(), null, false, false);
      this.reply = reply;
    }
  }
}
