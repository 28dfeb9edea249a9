package io.competitoriq.competitors.discovery;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.net.HostAndPort;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;

/// One HTTP server that is every host of every [Shape]: the egress guard connects to it whatever
/// name is asked for. Hosts no shape lists hang up, as if they did not exist.
public final class ShapeServer implements QuarkusTestResourceLifecycleManager {

  /// A host that tells what was asked for so far, one address a line.
  static final String LOG = "asked.invalid";

  private final Map<String, Shape.Answer> answers = new HashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final Vertx vertx = Vertx.vertx();
  private Set<String> hosts = Set.of();

  @Override
  public Map<String, String> start() {
    Shape.all().forEach(shape -> answers.putAll(shape.answers()));
    hosts = answers.keySet().stream().map(ShapeServer::host).collect(Collectors.toSet());
    int port =
        vertx
            .createHttpServer()
            .requestHandler(this::answer)
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .join()
            .actualPort();
    return Map.of(
        "ciq.egress.allow", "127.0.0.0/8",
        "ciq.egress.connect-to", "*=127.0.0.1:" + port,
        "ciq.competitors.discovery.request-timeout", "3s",
        "ciq.competitors.discovery.longest-delay", "0s",
        "ciq.competitors.sources.collectors", "BUILTIN,FEED,SEARCHAPI",
        "test.shapes.port", String.valueOf(port));
  }

  private static String host(String address) {
    return address.split("/", 2)[0];
  }

  private void answer(HttpServerRequest request) {
    HostAndPort authority = request.authority();
    String host = authority == null ? "" : authority.host();
    if (host.equals(LOG)) {
      request.response().end(String.join("\n", asked));
      return;
    }
    asked.add("http://" + host + request.uri());
    if (hosts.contains(host)) {
      answer(request, answerAt(host, request.uri()));
    } else {
      request.connection().close();
    }
  }

  private Shape.Answer answerAt(String host, String uri) {
    Shape.Answer missing = new Shape.Answer(Map.of("status", "404"), "<h1>Nothing here</h1>");
    if (!answers.containsKey(host + uri) && answers.containsKey(host + uri + "/")) {
      return new Shape.Answer(Map.of("status", "301", "location", uri + "/"), "");
    }
    boolean machines = uri.equals("/robots.txt") || uri.equals("/sitemap.xml");
    return answers.getOrDefault(
        host + uri, machines ? missing : answers.getOrDefault(host + "/*", missing));
  }

  private void answer(HttpServerRequest request, Shape.Answer answer) {
    String delay = answer.flags().get("delay");
    if (answer.flags().containsKey("hang")) {
      return;
    }
    if (delay == null) {
      send(request, answer);
    } else {
      vertx.setTimer(Long.parseLong(delay), _ -> send(request, answer));
    }
  }

  private static void send(HttpServerRequest request, Shape.Answer answer) {
    HttpServerResponse response = request.response();
    response.setStatusCode(Integer.parseInt(answer.flags().getOrDefault("status", "200")));
    if (answer.flags().containsKey("location")) {
      response.putHeader("location", answer.flags().get("location"));
    }
    response.putHeader("content-type", type(request.uri(), answer));
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    response.end(Buffer.buffer(answer.flags().containsKey("gzip") ? packed(body) : body));
  }

  private static String type(String uri, Shape.Answer answer) {
    String body = answer.body().strip();
    if (answer.flags().containsKey("type")) {
      return answer.flags().get("type");
    }
    if (uri.equals("/robots.txt")) {
      return "text/plain";
    }
    if (body.startsWith("{") || body.startsWith("[")) {
      return "application/json";
    }
    return body.startsWith("<url")
            || body.startsWith("<sitemap")
            || body.startsWith("<rss")
            || body.startsWith("<feed")
            || body.startsWith("<?xml")
        ? "application/xml"
        : "text/html; charset=utf-8";
  }

  private static byte[] packed(byte[] body) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(body);
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return packed.toByteArray();
  }

  @Override
  public void stop() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }
}
