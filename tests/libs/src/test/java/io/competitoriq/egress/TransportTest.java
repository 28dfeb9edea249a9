package io.competitoriq.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.egress.EgressResult.Answered;
import io.competitoriq.egress.EgressResult.Failed;
import io.competitoriq.egress.EgressResult.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// HTTP/2 and HTTP/1.1, and every content coding over both, from real servers on loopback.
class TransportTest {
  private static final Vertx VERTX = Vertx.vertx();
  private static final String TEXT = "The Team plan costs 29 dollars. ".repeat(500);
  @TempDir static Path folder;
  private static HttpServer modern;
  private static HttpServer old;
  private static HttpServer plain;
  private static Egress egress;

  /// How a server is reached.
  enum Way {
    H2("https", "h2"),
    TLS_1_1("https", "http/1.1"),
    PLAIN("http", "http/1.1");

    private final String scheme;
    private final String version;

    Way(String scheme, String version) {
      this.scheme = scheme;
      this.version = version;
    }

    URI uri(String path) {
      HttpServer server =
          switch (this) {
            case H2 -> modern;
            case TLS_1_1 -> old;
            case PLAIN -> plain;
          };
      return URI.create(scheme + "://shop.localhost:" + server.actualPort() + path);
    }
  }

  @BeforeAll
  static void open() throws Exception {
    Certificate certificate = Certificate.of(folder, "shop.localhost");
    HttpServerOptions tls =
        new HttpServerOptions().setSsl(true).setUseAlpn(true).setKeyCertOptions(certificate.pfx());
    modern = listen(tls);
    old = listen(new HttpServerOptions(tls).setAlpnVersions(List.of(HttpVersion.HTTP_1_1)));
    plain = listen(new HttpServerOptions());
    egress =
        new Egress(
            VERTX,
            new Settings(List.of("127.0.0.0/8"), List.of()),
            Names.system(),
            Optional.of(certificate.pfx()),
            new SimpleMeterRegistry());
  }

  @AfterAll
  static void close() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void versionIsTheBestBothSpeak(Way way) {
    assertThat(send(way.uri("/plain"), EgressLimits.DEFAULT))
        .isInstanceOfSatisfying(
            Answered.class,
            answer -> {
              assertThat(answer.httpVersion()).isEqualTo(way.version);
              assertThat(answer.text(StandardCharsets.UTF_8)).isEqualTo(TEXT);
            });
  }

  static Stream<Arguments> codings() {
    return Arrays.stream(Way.values())
        .flatMap(way -> Arrays.stream(Packed.values()).map(coding -> Arguments.of(way, coding)));
  }

  @ParameterizedTest
  @MethodSource("codings")
  void compressedBodyIsAskedForAndComesBack(Way way, Packed coding) {
    assertThat(send(way.uri("/packed/" + coding), EgressLimits.DEFAULT))
        .isInstanceOfSatisfying(
            Answered.class,
            answer -> {
              assertThat(answer.text(StandardCharsets.UTF_8)).isEqualTo(TEXT);
              assertThat(answer.header("x-accepted")).hasValue("gzip, deflate, br, zstd");
            });
  }

  @ParameterizedTest
  @MethodSource("codings")
  void bombIsGivenUp(Way way, Packed coding) {
    assertThat(kind(send(way.uri("/bomb/" + coding), EgressLimits.DEFAULT)))
        .isEqualTo(Kind.TOO_LARGE);
  }

  @ParameterizedTest
  @MethodSource("codings")
  void bodyThatEndsEarlyIsTriedAgain(Way way, Packed coding) {
    assertThat(send(way.uri("/cut/" + coding), EgressLimits.DEFAULT))
        .isInstanceOfSatisfying(
            Failed.class,
            failed -> {
              assertThat(failed.kind()).isEqualTo(Kind.PROTOCOL);
              assertThat(failed.worthRetrying()).isTrue();
            });
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void endlessBodyIsGivenUpOrCut(Way way) {
    // Given
    EgressLimits small = EgressLimits.DEFAULT.withMaxBytes(10_000);
    // Then
    assertThat(kind(send(way.uri("/endless"), small))).isEqualTo(Kind.TOO_LARGE);
    assertThat(send(way.uri("/endless"), small.cutting()))
        .isInstanceOfSatisfying(
            Answered.class, answer -> assertThat(answer.body().length()).isEqualTo(10_000));
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void brokenStreamIsTriedAgainAndTheNextRequestIsFine(Way way) {
    // Given
    EgressResult broken = send(way.uri("/broken"), EgressLimits.DEFAULT);
    // Then
    assertThat(kind(broken)).isEqualTo(Kind.RESET);
    assertThat(((Failed) broken).worthRetrying()).isTrue();
    assertThat(send(way.uri("/plain"), EgressLimits.DEFAULT)).isInstanceOf(Answered.class);
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"PLAIN", "TLS_1_1"})
  void keptConnectionThatTheServerHasHungUpOnIsReplaced(Way way) {
    // When
    List<EgressResult> results =
        Stream.generate(() -> send(way.uri("/hang-up"), EgressLimits.DEFAULT)).limit(30).toList();
    // Then
    assertThat(results).hasOnlyElementsOfType(Answered.class);
  }

  @Test
  void requestsToOneHostShareAnHttp2Connection() {
    // When
    List<String> peers =
        Stream.generate(() -> egress.send(EgressRequest.get(Way.H2.uri("/peer"))))
            .limit(10)
            .toList()
            .stream()
            .map(sent -> ((Answered) sent.await().atMost(Duration.ofSeconds(10))).body().toString())
            .toList();
    // Then
    assertThat(peers).hasSize(10).containsOnly(peers.getFirst());
  }

  private static HttpServer listen(HttpServerOptions options) {
    HttpServer server = VERTX.createHttpServer(options).requestHandler(TransportTest::serve);
    server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    return server;
  }

  private static void serve(HttpServerRequest request) {
    String[] path = String.valueOf(request.path()).substring(1).split("/");
    switch (path[0]) {
      case "plain" -> request.response().end(TEXT);
      case "hang-up" -> request.response().end("bye").onComplete(_ -> request.connection().close());
      case "peer" -> request.response().end(request.connection().remoteAddress().toString());
      case "packed" ->
          packed(
              request,
              path[1],
              Packed.valueOf(path[1]).pack(TEXT.getBytes(StandardCharsets.UTF_8)));
      case "bomb" -> packed(request, path[1], Packed.valueOf(path[1]).pack(new byte[20 << 20]));
      case "cut" -> {
        byte[] whole = Packed.valueOf(path[1]).pack(TEXT.getBytes(StandardCharsets.UTF_8));
        packed(request, path[1], Arrays.copyOf(whole, whole.length / 2));
      }
      case "broken" -> {
        request.response().putHeader("content-length", "100").write("half");
        request.response().reset();
      }
      default -> drip(request);
    }
  }

  private static void packed(HttpServerRequest request, String coding, byte[] body) {
    request
        .response()
        .putHeader("content-encoding", Packed.valueOf(coding).token())
        .putHeader("x-accepted", request.getHeader("accept-encoding"))
        .end(Buffer.buffer(body));
  }

  private static void drip(HttpServerRequest request) {
    request.response().setChunked(true);
    for (int i = 0; i < 100; i++) {
      request.response().write(Buffer.buffer(new byte[1000]));
    }
  }

  private static EgressResult send(URI uri, EgressLimits limits) {
    return egress
        .send(EgressRequest.get(uri).within(limits))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private static Kind kind(EgressResult result) {
    assertThat(result).isInstanceOf(Failed.class);
    return ((Failed) result).kind();
  }
}
