package io.competitoriq.egress;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/// Listens on every address of this machine and counts who comes: nobody may.
final class Canary implements AutoCloseable {
  private final ServerSocket socket = new ServerSocket(0);
  private final AtomicInteger visitors = new AtomicInteger();

  Canary() throws IOException {
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return socket.getLocalPort();
  }

  int visitors() {
    return visitors.get();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try (Socket visitor = socket.accept()) {
        visitors.incrementAndGet();
        visitor
            .getOutputStream()
            .write(
                "HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\nsecret"
                    .getBytes(StandardCharsets.US_ASCII));
      } catch (IOException e) {
        // The visitor went away, or the test is over.
      }
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
