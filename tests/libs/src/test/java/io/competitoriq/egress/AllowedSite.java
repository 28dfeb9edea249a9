package io.competitoriq.egress;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/// Stands for the public web: the one address of loopback that the guard of these tests lets
/// through. `/go?<address>` redirects there, everything else says what was asked.
final class AllowedSite {
  static final String ADDRESS = "127.45.67.89";

  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  AllowedSite(Vertx vertx) {
    server = vertx.createHttpServer().requestHandler(this::serve);
    server.listen(0, ADDRESS).toCompletionStage().toCompletableFuture().join();
  }

  int port() {
    return server.actualPort();
  }

  /// Request lines and header names as they arrived.
  List<String> requests() {
    return requests;
  }

  private void serve(HttpServerRequest request) {
    requests.add(request.uri() + " " + request.headers().names());
    if ("/go".equals(request.path())) {
      int status = Integer.parseInt(String.valueOf(request.query()).substring(0, 3));
      String target =
          URLDecoder.decode(String.valueOf(request.query()).substring(4), StandardCharsets.UTF_8);
      request.response().setStatusCode(status);
      // Any byte but the few that would end the header: a server of Vert.x refuses to send those.
      byte[] raw = target.replaceAll("[\\r\\n\\x00]", " ").getBytes(StandardCharsets.UTF_8);
      String header = new String(raw, StandardCharsets.ISO_8859_1);
      request.response().putHeader("location", header);
      request.response().end();
    } else {
      request.response().end("allowed " + request.authority());
    }
  }
}
