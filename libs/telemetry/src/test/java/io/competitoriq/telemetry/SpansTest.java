package io.competitoriq.telemetry;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What a collector is told: a real receiver on loopback, the body as it came (OTLP, protobuf).
class SpansTest {

  private static final String TRACE = "0af7651916cd43dd8448eb211c80319c";
  private static final String PARENT = "b7ad6b7169203331";
  private static final String HEADER = "00-" + TRACE + "-" + PARENT + "-01";

  private final List<String> told = new CopyOnWriteArrayList<>();
  private HttpServer collector;

  @BeforeEach
  void aCollector() throws IOException {
    collector = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    collector.createContext(
        "/v1/traces",
        request -> {
          told.add(HexFormat.of().formatHex(request.getRequestBody().readAllBytes()));
          request.sendResponseHeaders(200, -1);
          request.close();
        });
    collector.start();
  }

  @AfterEach
  void noCollector() {
    collector.stop(0);
  }

  @Test
  void aStepIsToldUnderItsParentWithItsServiceAndWithoutSecrets() {
    Spans spans = to(Optional.of("http://127.0.0.1:" + collector.getAddress().getPort() + "/"), 1);

    OpenSpan span = spans.received("GET /signals", HEADER).put("url.path", "/signals");
    span.failed("postgresql://ciq:s3cr3t@db/x does not answer").end();
    spans.close();

    assertThat(span.context().traceId()).isEqualTo(TRACE);
    assertThat(span.context().spanId()).isNotEqualTo(PARENT);
    assertThat(told).hasSize(1);
    assertThat(told.getFirst())
        .contains(
            TRACE,
            PARENT,
            span.context().spanId(),
            hex("GET /signals"),
            hex("service.name"),
            hex("analysis"),
            hex("url.path"))
        .doesNotContain(hex("s3cr3t"));
  }

  @Test
  void whatFollowsFromAStepNamesItAsItsParent() {
    Spans spans = to(Optional.of("http://127.0.0.1:" + collector.getAddress().getPort()), 1);

    OpenSpan first = spans.started("job collect-source", null);
    OpenSpan next = spans.started("job process-snapshot", first.context().toHeader());
    first.end();
    next.end();
    spans.close();

    assertThat(next.context().traceId()).isEqualTo(first.context().traceId());
    assertThat(String.join("", told)).contains("2208" + first.context().spanId());
  }

  @Test
  void aShareOfNothingTellsNothingAndStillContinuesTheTrace() {
    Spans spans = to(Optional.of("http://127.0.0.1:" + collector.getAddress().getPort()), 0);

    OpenSpan span = spans.received("GET /signals", HEADER);
    span.end();
    spans.close();

    assertThat(span.context().traceId()).isEqualTo(TRACE);
    assertThat(told).isEmpty();
  }

  @Test
  void withoutACollectorATraceIsContinuedAllTheSame() {
    Spans spans = to(Optional.of(" "), 1);

    OpenSpan span = spans.received("GET /signals", HEADER);
    span.put("x", 1).failed("y").end();

    assertThat(spans.on()).isFalse();
    assertThat(span.context().traceId()).isEqualTo(TRACE);
  }

  private static Spans to(Optional<String> endpoint, double share) {
    return new Spans(endpoint, share, "analysis");
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(text.getBytes(StandardCharsets.UTF_8));
  }
}
