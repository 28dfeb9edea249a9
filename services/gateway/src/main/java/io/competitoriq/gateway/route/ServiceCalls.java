package io.competitoriq.gateway.route;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import io.competitoriq.gateway.apikey.ApiKeyCaller;
import io.competitoriq.gateway.session.SignedIn;
import io.competitoriq.http.EntityTags;
import io.competitoriq.http.Problem.FieldError;
import io.competitoriq.http.ProblemException;
import io.competitoriq.telemetry.TraceContext;
import io.competitoriq.tenancy.ServiceTokens;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// What the gateway asks the services in the name of whoever sent a request: the same addresses,
/// token, rights and circuit breakers as if the request had been forwarded.
@ApplicationScoped
public class ServiceCalls {

  private static final long WHOLE_ANSWER_SECONDS = 15;

  private final Upstreams upstreams;
  private final ServiceTokens tokens;
  private final ObjectMapper json;
  private final RouteConfig config;

  ServiceCalls(Upstreams upstreams, ServiceTokens tokens, ObjectMapper json, RouteConfig config) {
    this.upstreams = upstreams;
    this.tokens = tokens;
    this.json = json;
    this.config = config;
  }

  /// The answer's body. Fails with the service's own refusal, or with 503 or 504 when it is silent.
  ///
  /// @param path with the query, as below `/api/v1`
  public Uni<JsonNode> get(RoutingContext caller, Service service, String path) {
    return ask(caller, service, new Ask("GET", path, null, null));
  }

  /// The same with a JSON body.
  public Uni<JsonNode> post(RoutingContext caller, Service service, String path, JsonNode body) {
    return ask(caller, service, new Ask("POST", path, body, null));
  }

  /// What is asked of a service.
  ///
  /// @param path with the query, as below `/api/v1`
  /// @param body null for none
  /// @param version that an edit was made on; null for what has none
  public record Ask(String method, String path, @Nullable JsonNode body, @Nullable Long version) {}

  /// Anything; fails as [#get].
  public Uni<JsonNode> ask(RoutingContext caller, Service service, Ask ask) {
    Buffer body = ask.body() == null ? Buffer.buffer() : Buffer.buffer(ask.body().toString());
    MultiMap headers = headers(caller, body);
    if (ask.version() != null) {
      headers.set(HttpHeaders.IF_MATCH, EntityTags.of(ask.version()));
    }
    var call = new Upstreams.Call(HttpMethod.valueOf(ask.method()), ask.path(), headers, body);
    return upstreams
        .send(service, call)
        .chain(answer -> Uni.createFrom().completionStage(() -> read(answer).toCompletionStage()))
        .onFailure(failure -> !(failure instanceof ProblemException))
        .transform(failure -> SilentService.problem(service, failure, config.route().retryAfter()));
  }

  private MultiMap headers(RoutingContext caller, Buffer body) {
    SignedIn who = SignedIn.of(caller);
    String token =
        tokens.issue(who.workspaceId(), who.memberId(), who.role(), ApiKeyCaller.actorOf(caller));
    MultiMap headers =
        MultiMap.caseInsensitiveMultiMap()
            .set(HttpHeaders.AUTHORIZATION, "Bearer " + token)
            .set(HttpHeaders.ACCEPT, "application/json")
            .set(TraceContext.HEADER, TraceContext.current().toHeader());
    return body.length() == 0 ? headers : headers.set(HttpHeaders.CONTENT_TYPE, "application/json");
  }

  private Future<JsonNode> read(HttpClientResponse answer) {
    Future<Buffer> body = answer.body();
    answer.resume();
    return body.timeout(WHOLE_ANSWER_SECONDS, TimeUnit.SECONDS)
        .map(
            bytes -> {
              JsonNode node = parsed(bytes);
              if (answer.statusCode() >= 400) {
                throw refusal(answer.statusCode(), node);
              }
              return node;
            });
  }

  private JsonNode parsed(Buffer bytes) {
    try {
      return bytes.length() == 0 ? NullNode.getInstance() : json.readTree(bytes.getBytes());
    } catch (JsonProcessingException noJson) {
      throw new IllegalStateException("a service answered with something that is not JSON", noJson);
    } catch (IOException impossible) {
      throw new IllegalStateException("the bytes are here", impossible);
    }
  }

  private static ProblemException refusal(int status, JsonNode problem) {
    return new ProblemException(
        status,
        problem.path("type").asText("refused").replace("urn:ciq:problem:", ""),
        problem.path("detail").asText("The service refused with status " + status + "."),
        problem.path("errors").valueStream().map(ServiceCalls::error).toList(),
        null);
  }

  private static FieldError error(JsonNode error) {
    return new FieldError(error.path("field").asText(), error.path("message").asText());
  }
}
