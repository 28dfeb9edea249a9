package io.competitoriq.gateway.edge;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// When nginx asks a second gateway: never when that could do a thing twice.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class RetryTest {

  @TempDir Path folder;

  @Test
  void onlyWhatMayBeRepeatedIsAskedOfTheNextGatewayAfterItWasSent() throws Exception {
    try (var breaking = new BreakingGateway();
        var nginx =
            Nginx.start(
                folder,
                server(breaking.port()) + " max_fails=0;",
                server(RestAssured.port) + " max_fails=0;")) {
      String cookie = Installation.fresh().cookie();

      List<Integer> reads = statuses(nginx, cookie, "GET");
      int broken = breaking.requests().get();
      List<HttpResponse<String>> changes = six(nginx, cookie, "POST");

      assertThat(broken).isPositive();
      assertThat(reads).containsOnly(200);
      assertThat(changes.stream().filter(change -> change.statusCode() == 502))
          .hasSize(breaking.requests().get() - broken)
          .isNotEmpty()
          .allSatisfy(change -> NginxTest.requireProblem(change, 502, "gateway-unavailable"));
      assertThat(changes.stream().filter(change -> change.statusCode() == 200)).isNotEmpty();
    }
  }

  @Test
  void nothingFailsWhileOneGatewayIsNotThere() {
    try (var nginx =
        Nginx.start(folder, server(Nginx.freePort()) + ";", server(RestAssured.port) + ";")) {
      String cookie = Installation.fresh().cookie();

      assertThat(statuses(nginx, cookie, "GET")).containsOnly(200);
      assertThat(statuses(nginx, cookie, "POST")).containsOnly(200);
    }
  }

  private static String server(int port) {
    return "server 127.0.0.1:" + port;
  }

  private static List<Integer> statuses(Nginx nginx, String cookie, String method) {
    return six(nginx, cookie, method).stream().map(HttpResponse::statusCode).toList();
  }

  private static List<HttpResponse<String>> six(Nginx nginx, String cookie, String method) {
    var uri = URI.create("https://127.0.0.1:" + nginx.https() + "/api/v1/competitors/echo");
    var request =
        HttpRequest.newBuilder(uri)
            .header("Cookie", "ciq_session=" + cookie)
            .header("X-CIQ-CSRF", "1")
            .method(method, BodyPublishers.noBody())
            .build();
    try (var client = HttpClient.newBuilder().sslContext(nginx.certificate().trust()).build()) {
      return IntStream.range(0, 6).mapToObj(_ -> send(client, request)).toList();
    }
  }

  private static HttpResponse<String> send(HttpClient client, HttpRequest request) {
    try {
      return client.send(request, BodyHandlers.ofString());
    } catch (Exception failed) {
      throw new IllegalStateException(request + ": " + failed, failed);
    }
  }

  /// Takes each request and breaks off, as a process does that is killed at work.
  private record BreakingGateway(ServerSocket socket, AtomicInteger requests)
      implements AutoCloseable {

    BreakingGateway() throws IOException {
      this(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), new AtomicInteger());
      Thread.ofPlatform().daemon().start(this::serve);
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve() {
      while (!socket.isClosed()) {
        try (Socket connection = socket.accept()) {
          if (connection.getInputStream().read(new byte[4096]) > 0) {
            requests.incrementAndGet();
          }
        } catch (IOException closed) {
          // The test is over, or nginx went first.
        }
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
