package io.competitoriq.gateway.stop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorbellTest {

  private static final String REQUEST = "GET / HTTP/1.1\r\nHost: a\r\n\r\n";

  private final Vertx vertx = Vertx.vertx();

  @AfterEach
  void stop() throws Exception {
    done(vertx.close());
  }

  @Test
  void newConnectionsAreRefusedWhileThoseThatAreOpenGoOn() throws Exception {
    // Given
    var door = new Doorbell();
    int port =
        done(vertx
                .createHttpServer()
                .requestHandler(
                    request -> {
                      door.heard(request.connection());
                      request.response().end();
                    })
                .listen(0, "127.0.0.1"))
            .actualPort();
    try (var open = new Socket(InetAddress.getLoopbackAddress(), port)) {
      assertThat(ask(open)).startsWith("HTTP/1.1 200");

      // When
      door.disconnect().get(10, TimeUnit.SECONDS);

      // Then
      assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
          .isInstanceOf(ConnectException.class);
      assertThat(ask(open)).startsWith("HTTP/1.1 200");
    }
  }

  private static String ask(Socket connection) throws IOException {
    connection.getOutputStream().write(REQUEST.getBytes(US_ASCII));
    byte[] answer = new byte[1024];
    int length = connection.getInputStream().read(answer);
    return length < 0 ? "closed" : new String(answer, 0, length, US_ASCII);
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
