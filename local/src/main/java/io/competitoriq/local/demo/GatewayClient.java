package io.competitoriq.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.local.Refusal;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/// The public API as a client sees it: JSON over HTTP, signed in by a cookie.
final class GatewayClient implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String base;
  private final HttpClient http;

  /// @param base address of the gateway
  GatewayClient(String base) {
    this.base = base + "/api/v1";
    this.http =
        HttpClient.newBuilder()
            .cookieHandler(new CookieManager())
            .connectTimeout(Duration.ofSeconds(5))
            .version(HttpClient.Version.HTTP_1_1)
            .build();
  }

  JsonNode get(String path) {
    return send(request(path).GET().build());
  }

  JsonNode post(String path, Object body) {
    return send("POST", path, body);
  }

  JsonNode put(String path, Object body) {
    return send("PUT", path, body);
  }

  /// The same on the version of what is there.
  JsonNode post(String path, Object body, long version) {
    return send("POST", request(path).header("If-Match", "\"" + version + "\""), body);
  }

  /// The same on the version of what is there.
  JsonNode put(String path, Object body, long version) {
    return send("PUT", request(path).header("If-Match", "\"" + version + "\""), body);
  }

  private JsonNode send(String method, String path, Object body) {
    return send(method, request(path), body);
  }

  private JsonNode send(String method, HttpRequest.Builder request, Object body) {
    return send(
        request
            .header("Content-Type", "application/json")
            .method(method, BodyPublishers.ofString(JSON.valueToTree(body).toString()))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(base + path))
        .timeout(PATIENCE)
        .header("Accept", "application/json")
        .header("X-CIQ-CSRF", "1");
  }

  /// @throws Refusal with the problem's own words when the answer is no success
  private JsonNode send(HttpRequest request) {
    try {
      HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 300) {
        throw new Refusal(
            "%s %s answered %d: %s"
                .formatted(
                    request.method(),
                    request.uri().getPath(),
                    response.statusCode(),
                    response.body()));
      }
      return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
    } catch (IOException failed) {
      throw new Refusal(
          "%s %s failed: %s".formatted(request.method(), request.uri().getPath(), failed), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new Refusal("interrupted", interrupted);
    }
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
