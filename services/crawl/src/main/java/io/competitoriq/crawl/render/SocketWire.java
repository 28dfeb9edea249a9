package io.competitoriq.crawl.render;

import io.competitoriq.crawl.render.RenderOutcome.Reason;
import io.vertx.core.Vertx;
import io.vertx.core.http.WebSocket;
import io.vertx.core.http.WebSocketClientOptions;
import io.vertx.core.http.WebSocketConnectOptions;
import java.net.URI;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// The DevTools of a browser that runs elsewhere, over a WebSocket.
final class SocketWire implements Wire {
  private static final int LARGEST_MESSAGE = 128 << 20;

  private final WebSocket socket;

  private SocketWire(WebSocket socket) {
    this.socket = socket;
  }

  /// Waits for the connection; call it where waiting is fine. The endpoint may carry a token, so it
  /// is never named in a message.
  static SocketWire to(Vertx vertx, URI endpoint, Deadline deadline, Listener listener) {
    long millis = Math.max(1, deadline.remainingNanos() / 1_000_000);
    var client =
        vertx.createWebSocketClient(
            new WebSocketClientOptions()
                .setConnectTimeout((int) millis)
                .setMaxFrameSize(1 << 20)
                .setMaxMessageSize(LARGEST_MESSAGE));
    try {
      WebSocket socket =
          client
              .connect(new WebSocketConnectOptions().setAbsoluteURI(endpoint.toString()))
              .onSuccess(
                  opened -> {
                    opened.textMessageHandler(listener::received);
                    opened.closeHandler(
                        _ -> {
                          listener.gone();
                          client.close();
                        });
                  })
              .toCompletionStage()
              .toCompletableFuture()
              .get(millis, TimeUnit.MILLISECONDS);
      return new SocketWire(socket);
    } catch (ExecutionException | TimeoutException e) {
      client.close();
      throw new RenderFailure(Reason.LAUNCH, "The browser's endpoint does not answer.");
    } catch (InterruptedException e) {
      client.close();
      Thread.currentThread().interrupt();
      throw new RenderFailure(Reason.BROWSER_LOST, "The rendering was called off.");
    }
  }

  @Override
  public void send(String message) {
    if (!socket.isClosed()) {
      socket.writeTextMessage(message);
    }
  }

  @Override
  public void close() {
    socket.close();
  }
}
