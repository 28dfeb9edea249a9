package io.competitoriq.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.NullNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The public API as a signed-in member uses it.
final class Api {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final String base;
  private final String cookie;

  private Api(String base, String cookie) {
    this.base = base;
    this.cookie = cookie;
  }

  static Api signedIn(Stack stack) {
    Api anonymous = new Api(stack.url() + "/api/v1", "");
    var response = anonymous.send("POST", "/session", stack.account());
    String cookie = response.headers().firstValue("set-cookie").orElseThrow().split(";", 2)[0];
    return new Api(anonymous.base, cookie);
  }

  JsonNode get(String path) {
    return body(send("GET", path, null));
  }

  JsonNode post(String path, Object body) {
    return body(send("POST", path, body));
  }

  /// What the session's cookie holds.
  String session() {
    return cookie.split("=", 2)[1];
  }

  /// The status of a request that may well be refused.
  int status(String path, Map<String, String> headers) {
    var builder = HttpRequest.newBuilder(URI.create(base + path)).timeout(Duration.ofSeconds(10));
    headers.forEach(builder::header);
    try {
      return http.send(builder.build(), BodyHandlers.discarding()).statusCode();
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /// An answer that is no JSON.
  String text(String path) {
    return send("GET", path, null).body();
  }

  /// What came of a document, a refusal too.
  JsonNode putYaml(String path, String document) {
    try {
      var request =
          HttpRequest.newBuilder(URI.create(base + path))
              .PUT(BodyPublishers.ofString(document))
              .header("content-type", "application/yaml")
              .header("x-ciq-csrf", "1")
              .header("cookie", cookie)
              .timeout(Duration.ofMinutes(1))
              .build();
      return body(http.send(request, BodyHandlers.ofString()));
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /// Every item of a list, page by page.
  List<JsonNode> all(String path) {
    List<JsonNode> items = new ArrayList<>();
    JsonNode cursor = NullNode.getInstance();
    do {
      String next = cursor.isNull() ? "" : "&cursor=" + cursor.asText();
      JsonNode page = get(path + (path.contains("?") ? "&" : "?") + "limit=200" + next);
      page.get("items").forEach(items::add);
      cursor = page.path("nextCursor");
    } while (cursor.isTextual());
    return items;
  }

  private HttpResponse<String> send(String method, String path, @Nullable Object body) {
    return send(HttpRequest.newBuilder(), method, path, body);
  }

  private HttpResponse<String> send(
      HttpRequest.Builder builder, String method, String path, @Nullable Object body) {
    try {
      var publisher =
          body == null
              ? BodyPublishers.noBody()
              : BodyPublishers.ofString(JSON.writeValueAsString(body));
      var request =
          builder
              .uri(URI.create(base + path))
              .method(method, publisher)
              .header("content-type", "application/json")
              .header("x-ciq-csrf", "1")
              .header("cookie", cookie)
              .timeout(Duration.ofSeconds(10))
              .build();
      var response = http.send(request, BodyHandlers.ofString());
      if (response.statusCode() >= 400) {
        throw new IllegalStateException(
            method + " " + path + ": " + response.statusCode() + " " + response.body());
      }
      return response;
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  private static JsonNode body(HttpResponse<String> response) {
    try {
      return response.body().isEmpty() ? NullNode.getInstance() : JSON.readTree(response.body());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /// Moves the demo market, which has no sign-in: it is a site of its own. Its name is not left to
  /// the machine's resolver.
  static JsonNode market(Stack stack, String path) {
    return body(at(stack).send(named(stack, "market"), "POST", path, Map.of()));
  }

  /// Asks a provider the market plays, as whoever has its account.
  static JsonNode provider(Stack stack, String name, String key, String path) {
    return body(
        at(stack)
            .send(named(stack, name).header("authorization", "Bearer " + key), "GET", path, null));
  }

  private static Api at(Stack stack) {
    return new Api("http://127.0.0.1:" + stack.marketPort(), "");
  }

  private static HttpRequest.Builder named(Stack stack, String name) {
    return HttpRequest.newBuilder().header("host", name + ".localhost:" + stack.marketPort());
  }
}
