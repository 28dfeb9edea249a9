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
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;

/// Any server that speaks OpenAI's `POST /chat/completions`. Its address passes the egress guard
/// like every other; redirects are not followed, they would carry the key away.
final class ChatCompletions implements LanguageModel {

  private static final int MAX_ANSWER_BYTES = 2 << 20;

  private final Availability.Ready ready;
  private final URI endpoint;
  private final ModelConfig config;
  private final Egress egress;
  private final ObjectMapper json;
  private final Clock clock;
  private final TypedGuard<Uni<ModelReply>> guard;

  ChatCompletions(
      Availability.Ready ready, ModelConfig config, Egress egress, ObjectMapper json, Clock clock) {
    this.ready = ready;
    this.endpoint = URI.create(ready.baseUrl() + "/chat/completions");
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
  public Uni<ModelReply> ask(ModelQuestion question) {
    return guard
        .get(() -> exchange(question).onItem().transformToUni(ChatCompletions::asHealth))
        .onFailure(Unhealthy.class)
        .recoverWithItem(failure -> ((Unhealthy) failure).reply)
        .onFailure(CircuitBreakerOpenException.class)
        .recoverWithItem(() -> new Paused(config.breaker().pause()));
  }

  private Uni<ModelReply> exchange(ModelQuestion question) {
    Instant start = clock.instant();
    return egress
        .send(request(question))
        .map(result -> reply(result, Duration.between(start, clock.instant())));
  }

  private EgressRequest request(ModelQuestion question) {
    byte[] body;
    try {
      body =
          json.writeValueAsBytes(ChatRequest.of(ready.model(), question, config.maxOutputTokens()));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
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

  private ModelReply reply(EgressResult result, Duration latency) {
    var silent = new ModelUsage(ready.model(), null, null, Tokens.NONE, latency, null);
    return switch (result) {
      case EgressResult.Answered answered ->
          new ChatResponse(
                  json,
                  ready.model(),
                  answered.status(),
                  answered.headers(),
                  answered.text(StandardCharsets.UTF_8),
                  latency)
              .read();
      case EgressResult.Refused refused ->
          new Unusable(ModelFailure.BLOCKED_ADDRESS, refused.detail(), silent);
      case EgressResult.Failed failed when failed.worthRetrying() ->
          new Later(failed.detail(), Optional.empty(), true, silent);
      case EgressResult.Failed failed ->
          new Unusable(ModelFailure.NOT_A_COMPLETION, failed.detail(), silent);
    };
  }

  /// The breaker counts exceptions; the callers want values.
  private static Uni<ModelReply> asHealth(ModelReply reply) {
    return reply instanceof Later later && later.unhealthy()
        ? Uni.createFrom().failure(new Unhealthy(later))
        : Uni.createFrom().item(reply);
  }

  private static TypedGuard<Uni<ModelReply>> breaker(ModelConfig.Breaker breaker) {
    return TypedGuard.create(new TypeLiteral<Uni<ModelReply>>() {})
        .withCircuitBreaker()
        .requestVolumeThreshold(breaker.calls())
        .failureRatio(0.5)
        .delay(breaker.pause().toMillis(), ChronoUnit.MILLIS)
        .done()
        .build();
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
