package io.competitoriq.gateway.stop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DoorbellTest {

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
    HttpClient client = vertx.createHttpClient();
    assertThat(status(client, port)).isEqualTo(200);

    // When
    door.disconnect().get(10, TimeUnit.SECONDS);

    // Then
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(ConnectException.class);
    assertThat(status(client, port)).isEqualTo(200);
  }

  private static int status(HttpClient client, int port) throws Exception {
    Future<HttpClientResponse> answer =
        client
            .request(HttpMethod.GET, port, "127.0.0.1", "/")
            .compose(request -> request.send())
            .compose(response -> response.end().map(response));
    return done(answer).statusCode();
  }

  private static <T> T done(Future<T> future) throws Exception {
    return future.toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }
}
