package io.competitoriq.gateway.oidc;

import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import io.competitoriq.egress.Egress;
import io.competitoriq.egress.EgressLimits;
import io.competitoriq.egress.EgressRequest;
import io.competitoriq.egress.EgressResult;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Sends the library's messages through the guarded way out: without a blocked thread, with one
/// limit of time, and never after a redirect.
@ApplicationScoped
class ProviderCalls {

  private static final int LONGEST_ANSWER = 1 << 20;
  private static final int SERVER_ERROR = 500;

  private final Egress egress;
  private final OidcConfig config;

  ProviderCalls(Egress egress, OidcConfig config) {
    this.egress = egress;
    this.config = config;
  }

  /// The provider's answer, be it a refusal.
  ///
  /// Fails with [ProviderAway] when there is none or it reports a fault of the provider's own.
  Uni<HTTPResponse> send(HTTPRequest request) {
    return egress.send(outgoing(request)).map(result -> answer(request, result));
  }

  private EgressRequest outgoing(HTTPRequest request) {
    Map<String, String> headers = new HashMap<>();
    request.getHeaderMap().forEach((name, values) -> headers.put(name, values.getFirst()));
    headers.putIfAbsent("Accept", "application/json");
    return new EgressRequest(
        request.getMethod().name(),
        request.getURI(),
        headers,
        Optional.ofNullable(request.getBody()).map(Buffer::buffer),
        new EgressLimits(LONGEST_ANSWER, config.timeout(), 0),
        true);
  }

  private static HTTPResponse answer(HTTPRequest request, EgressResult result) {
    return switch (result) {
      case EgressResult.Answered answered when answered.status() < SERVER_ERROR ->
          response(request, answered);
      case EgressResult.Answered answered ->
          throw new ProviderAway("%s: status %d".formatted(request.getURI(), answered.status()));
      case EgressResult.Refused refused ->
          throw new ProviderAway(
              "%s: %s (ciq.egress.allow names networks that may be visited)"
                  .formatted(request.getURI(), refused.detail()));
      case EgressResult.Failed failed ->
          throw new ProviderAway("%s: %s".formatted(request.getURI(), failed.detail()));
    };
  }

  private static HTTPResponse response(HTTPRequest request, EgressResult.Answered answered) {
    var response = new HTTPResponse(answered.status());
    try {
      var type = answered.header("content-type");
      if (type.isPresent()) {
        response.setContentType(type.get());
      }
    } catch (ParseException unknown) {
      throw new ProviderAway(
          "%s: unreadable content type, status %d".formatted(request.getURI(), answered.status()));
    }
    response.setBody(answered.text(StandardCharsets.UTF_8));
    return response;
  }
}
