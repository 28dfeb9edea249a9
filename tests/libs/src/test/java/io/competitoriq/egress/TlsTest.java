package io.competitoriq.egress;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.egress.EgressResult.Answered;
import io.competitoriq.egress.EgressResult.Failed;
import io.competitoriq.egress.EgressResult.Kind;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.net.TrustOptions;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// TLS towards a checked address, under the name that was asked for.
class TlsTest {
  private static final Vertx VERTX = Vertx.vertx();
  @TempDir static Path folder;
  private static Certificate certificate;
  private static int port;

  @BeforeAll
  static void open() throws Exception {
    certificate = Certificate.of(folder, "shop.localhost");
    HttpServer server =
        VERTX
            .createHttpServer(
                new HttpServerOptions()
                    .setSsl(true)
                    .setUseAlpn(true)
                    .setKeyCertOptions(certificate.pfx()))
            .requestHandler(request -> request.response().end(String.valueOf(request.authority())));
    server.listen(0, "127.0.0.1").toCompletionStage().toCompletableFuture().join();
    port = server.actualPort();
  }

  @AfterAll
  static void close() {
    VERTX.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void trustedCertificateOfTheAskedNameTalksHttp2() {
    // When
    EgressResult result = send("shop.localhost", Optional.of(certificate.pfx()));
    // Then
    assertThat(result)
        .isInstanceOfSatisfying(
            Answered.class,
            answer -> {
              assertThat(answer.httpVersion()).isEqualTo("h2");
              assertThat(answer.body().toString()).isEqualTo("shop.localhost:" + port);
            });
  }

  @Test
  void trustedCertificateOfAnotherNameIsRefused() {
    assertThat(kind(send("other.localhost", Optional.of(certificate.pfx())))).isEqualTo(Kind.TLS);
  }

  @Test
  void certificateTheSystemDoesNotTrustIsRefused() {
    assertThat(kind(send("shop.localhost", Optional.empty()))).isEqualTo(Kind.TLS);
  }

  private static EgressResult send(String host, Optional<TrustOptions> trust) {
    Settings laptop = new Settings(List.of("127.0.0.0/8"), List.of());
    return new Egress(VERTX, laptop, Names.system(), trust, new SimpleMeterRegistry())
        .send(EgressRequest.get(URI.create("https://" + host + ":" + port + "/")))
        .await()
        .atMost(Duration.ofSeconds(10));
  }

  private static Kind kind(EgressResult result) {
    assertThat(result).isInstanceOf(Failed.class);
    return ((Failed) result).kind();
  }
}
