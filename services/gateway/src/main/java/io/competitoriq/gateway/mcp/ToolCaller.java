package io.competitoriq.gateway.mcp;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.gateway.route.Service;
import io.competitoriq.gateway.route.ServiceCalls;
import io.competitoriq.http.ProblemException;
import io.quarkiverse.mcp.server.ToolCallException;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// Asks the services as the key that called the tool. What a service refuses is told to the model
/// in the service's own words.
@ApplicationScoped
class ToolCaller {

  private final ServiceCalls services;
  private final CurrentVertxRequest current;

  ToolCaller(ServiceCalls services, CurrentVertxRequest current) {
    this.services = services;
    this.current = current;
  }

  /// The request at hand; to be asked for before the first wait.
  RoutingContext request() {
    return current.getCurrent();
  }

  Uni<JsonNode> get(
      RoutingContext caller, Service service, String path, Map<String, Optional<String>> query) {
    String text =
        query.entrySet().stream()
            .filter(entry -> entry.getValue().isPresent())
            .map(entry -> entry.getKey() + "=" + encoded(entry.getValue().get()))
            .collect(Collectors.joining("&"));
    return told(services.get(caller, service, text.isEmpty() ? path : path + "?" + text));
  }

  Uni<JsonNode> post(RoutingContext caller, Service service, String path, JsonNode body) {
    return told(services.post(caller, service, path, body));
  }

  /// @throws ToolCallException for what is no id
  static String id(String argument, String value) {
    try {
      return UUID.fromString(value.strip()).toString();
    } catch (IllegalArgumentException noId) {
      throw new ToolCallException(
          argument
              + " must be an id as the other tools give it, such as"
              + " 0198c0de-0000-7000-8000-000000000001.");
    }
  }

  private static Uni<JsonNode> told(Uni<JsonNode> answer) {
    return answer
        .onFailure(ProblemException.class)
        .transform(
            failure ->
                failure instanceof ProblemException refusal
                    ? new ToolCallException(refusal.type() + ": " + refusal.detail())
                    : failure);
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }
}
