package io.competitoriq.gateway.apikey;

import io.competitoriq.gateway.session.Visitor;
import io.competitoriq.http.ProblemException;
import io.competitoriq.http.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/// Lets programs in that show a key, and slows down whoever tries keys that do not hold.
@ApplicationScoped
public class ApiKeyDoor {

  private static final String SCHEME = "Bearer ";

  private final ApiKeys keys;
  private final ApiKeyFailures failures;
  private final MeterRegistry meters;

  ApiKeyDoor(ApiKeys keys, ApiKeyFailures failures, MeterRegistry meters) {
    this.keys = keys;
    this.failures = failures;
    this.meters = meters;
  }

  /// The key a request shows, whatever it is worth; empty when it shows none of ours.
  public static Optional<String> shown(HttpServerRequest request) {
    return Optional.ofNullable(request.getHeader(HttpHeaders.AUTHORIZATION))
        .filter(value -> value.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
        .map(value -> value.substring(SCHEME.length()).strip())
        .filter(value -> value.startsWith(ApiKeySecret.PREFIX));
  }

  /// Attaches the caller to the request. Fails with a problem: 400 beside a session, 401 for a key
  /// that does not hold, 429 after too many of those.
  public Uni<ApiKeyCaller> enter(RoutingContext request, Visitor visitor, String shown) {
    if (request.request().getCookie(Visitor.COOKIE) != null) {
      throw Problems.badRequest(
          "credentials-mixed",
          "The request carries a session cookie and an API key. Send one of them only.");
    }
    // The key is checked here; what comes behind would take it for a token of its own.
    request.request().headers().remove(HttpHeaders.AUTHORIZATION);
    return ApiKeySecret.parse(shown)
        .map(secret -> keys.resume(secret, ApiKeys.Use.REQUEST))
        .orElse(Uni.createFrom().item(new ApiKeys.Resumed.Mistyped()))
        .chain(
            resumed ->
                resumed instanceof ApiKeys.Resumed.Live(ApiKeyCaller caller)
                    ? Uni.createFrom().item(caller)
                    : refuse(request, visitor, resumed))
        .invoke(caller -> caller.attachTo(request));
  }

  /// Whether a key that was shown still holds, and its workspace is open; does not count as its
  /// use.
  public Uni<Boolean> stillHolds(String shown) {
    return ApiKeySecret.parse(shown)
        .map(secret -> keys.resume(secret, ApiKeys.Use.WATCH))
        .orElse(Uni.createFrom().item(new ApiKeys.Resumed.Mistyped()))
        .map(
            resumed ->
                resumed instanceof ApiKeys.Resumed.Live(ApiKeyCaller caller)
                    && !caller.actsFor().closed());
  }

  private Uni<ApiKeyCaller> refuse(
      RoutingContext request, Visitor visitor, ApiKeys.Resumed resumed) {
    meters.counter("ciq.auth.failures", "reason", "api-key").increment();
    return failures
        .take(visitor.origin().address())
        .chain(wait -> Uni.createFrom().failure(refusal(request, resumed, wait)));
  }

  private static ProblemException refusal(
      RoutingContext request, ApiKeys.Resumed resumed, Duration wait) {
    if (!wait.isZero()) {
      return Problems.tooMany(
          "api-key-throttled",
          "Too many API keys that do not hold came from your address. Mend the key, wait %d seconds"
                  .formatted(wait.toSeconds())
              + " and try again.",
          wait);
    }
    challenge(request, ", error=\"invalid_token\"");
    return switch (resumed) {
      case ApiKeys.Resumed.Expired() ->
          Problems.unauthorized(
              "api-key-expired",
              "This API key has expired. An admin can rotate it under Settings, API keys.");
      case ApiKeys.Resumed.Revoked() ->
          Problems.unauthorized(
              "api-key-revoked",
              "This API key was revoked. An admin can make another under Settings, API keys.");
      case ApiKeys.Resumed.Replaced() ->
          Problems.unauthorized(
              "api-key-replaced",
              "This API key was rotated and its old secret has run out. Use the new one.");
      case ApiKeys.Resumed.Mistyped() ->
          Problems.unauthorized(
              "api-key-mistyped",
              "This is no complete API key: its checksum is wrong. Copy it again, all of it.");
      case ApiKeys.Resumed.Unknown(), ApiKeys.Resumed.Live(_) ->
          Problems.unauthorized(
              "api-key-wrong",
              "This API key is not known here. Check that it belongs to this installation, or have"
                  + " an admin make one under Settings, API keys.");
    };
  }

  /// Says how to come in (RFC 6750, 3).
  public static void challenge(RoutingContext request, String error) {
    request.response().putHeader("WWW-Authenticate", "Bearer realm=\"CompetitorIQ\"" + error);
  }
}
