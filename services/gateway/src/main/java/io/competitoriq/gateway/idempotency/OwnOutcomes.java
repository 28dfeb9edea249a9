package io.competitoriq.gateway.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.gateway.session.SignedIn;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jboss.resteasy.reactive.server.ServerResponseFilter;
import org.jspecify.annotations.Nullable;

/// The same for POSTs to the gateway's own resources, by people who are signed in.
class OwnOutcomes {

  private static final String LEASE = "ciq.idempotency-lease";

  private final RequestOutcomes outcomes;
  private final ObjectMapper json;

  OwnOutcomes(RequestOutcomes outcomes, ObjectMapper json) {
    this.outcomes = outcomes;
    this.json = json;
  }

  @ServerRequestFilter(readBody = true)
  @Nullable Uni<Response> repeat(ContainerRequestContext call, RoutingContext request) {
    String key = call.getHeaderString(KeyedRequest.HEADER);
    if (key == null || !call.getMethod().equals("POST") || !SignedIn.isIn(request)) {
      return null;
    }
    SignedIn who = SignedIn.of(request);
    return outcomes
        .begin(
            KeyedRequest.of(
                who.workspaceId(),
                who.memberId(),
                key,
                "POST " + request.request().uri(),
                body(call)))
        .map(
            begun ->
                switch (begun) {
                  case RequestOutcomes.Begun.First(RequestOutcomes.Lease lease) -> {
                    request.put(LEASE, lease);
                    yield null;
                  }
                  case RequestOutcomes.Begun.Known(Outcome outcome) -> response(outcome);
                });
  }

  @ServerResponseFilter
  @Nullable Uni<Void> keep(ContainerResponseContext answer, RoutingContext request) {
    RequestOutcomes.Lease lease = request.remove(LEASE);
    return lease == null
        ? null
        : outcomes.end(lease, outcome(answer)).onFailure().recoverWithNull();
  }

  /// Without an announced body (RFC 9112, 6.3) there is nothing to read, though the end of the
  /// request may not be here yet, and waiting for it would block the event loop.
  private static Buffer body(ContainerRequestContext call) {
    if (call.getHeaderString("Transfer-Encoding") == null && call.getLength() <= 0) {
      return Buffer.buffer();
    }
    try {
      byte[] body = call.getEntityStream().readAllBytes();
      call.setEntityStream(new java.io.ByteArrayInputStream(body));
      return Buffer.buffer(body);
    } catch (IOException brokenOff) {
      throw new UncheckedIOException(brokenOff);
    }
  }

  private Outcome outcome(ContainerResponseContext answer) {
    Map<String, String> headers = new HashMap<>();
    answer
        .getStringHeaders()
        .forEach(
            (name, values) -> {
              String lower = name.toLowerCase(Locale.ROOT);
              if (Outcome.HEADERS.contains(lower)) {
                headers.put(lower, values.getFirst());
              }
            });
    Object entity = answer.getEntity();
    if (entity != null) {
      headers.putIfAbsent("content-type", "application/json");
    }
    return new Outcome(
        answer.getStatus(), headers, written(entity), answer.getHeaderString("Retry-After"));
  }

  private Buffer written(@Nullable Object entity) {
    try {
      return switch (entity) {
        case null -> Buffer.buffer();
        case String text -> Buffer.buffer(text);
        default -> Buffer.buffer(json.writeValueAsBytes(entity));
      };
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Response response(Outcome outcome) {
    var response = Response.status(outcome.status());
    outcome.headers().forEach(response::header);
    Buffer body = outcome.body();
    return body == null || body.length() == 0
        ? response.build()
        : response.entity(body.toString()).build();
  }
}
