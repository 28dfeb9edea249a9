package io.competitoriq.egress;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.competitoriq.egress.EgressResult.Answered;
import io.competitoriq.telemetry.Spans;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/// What is asked of a stranger is told to the operator's collector, and the stranger is told no
/// trace.
class TracedEgressTest {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final List<String> told = new CopyOnWriteArrayList<>();
  private final Set<String> headers = new ConcurrentSkipListSet<>();

  @Test
  void aSiteIsToldNoTraceAndTheCollectorNoAddress() throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/v1/traces",
        request -> {
          told.add(HexFormat.of().formatHex(request.getRequestBody().readAllBytes()));
          request.sendResponseHeaders(200, -1);
          request.close();
        });
    server.createContext(
        "/pricing",
        request -> {
          request.getRequestHeaders().keySet().stream()
              .map(name -> name.toLowerCase(Locale.ROOT))
              .forEach(headers::add);
          request.sendResponseHeaders(200, -1);
          request.close();
        });
    server.start();
    String base = "http://127.0.0.1:" + server.getAddress().getPort();
    Vertx vertx = Vertx.vertx();
    Spans spans = new Spans(Optional.of(base), 1, "crawl");
    var egress =
        new Egress(
            vertx,
            new Settings(List.of("127.0.0.0/8"), List.of()),
            Names.system(),
            Optional.empty(),
            new SimpleMeterRegistry(),
            spans);

    EgressResult result =
        egress
            .send(EgressRequest.get(URI.create(base + "/pricing?token=s3cr3t")))
            .await()
            .atMost(PATIENCE);
    spans.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
    server.stop(0);

    assertThat(result).isInstanceOf(Answered.class);
    assertThat(headers).contains("host").doesNotContain("traceparent", "tracestate", "baggage");
    assertThat(String.join("", told))
        .contains(hex("server.address"), hex("127.0.0.1"), hex("http.response.status_code"))
        .doesNotContain(hex("pricing"), hex("s3cr3t"));
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
