package io.competitoriq.egress;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// A raw server on loopback that sends more than anybody can hold, each path its own way.
final class HostileSite implements AutoCloseable {
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n";
  private static final byte[] CHUNK = "x".repeat(64 * 1024).getBytes(StandardCharsets.US_ASCII);

  private static final Map<Packed, byte[]> BOMBS = new ConcurrentHashMap<>();

  private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.ofLiteral("127.0.0.1"));

  HostileSite() throws IOException {
    Thread.ofVirtual().start(this::listen);
  }

  int port() {
    return socket.getLocalPort();
  }

  static List<String> paths() {
    return Stream.concat(
            Stream.of("/endless", "/chunked", "/ten-gigabytes", "/headers", "/random-gzip"),
            Arrays.stream(Packed.values()).map(coding -> "/bomb/" + coding))
        .toList();
  }

  private void listen() {
    while (!socket.isClosed()) {
      try {
        Socket visitor = socket.accept();
        Thread.ofVirtual().start(() -> serve(visitor));
      } catch (IOException e) {
        return;
      }
    }
  }

  private static void serve(Socket visitor) {
    try (visitor) {
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(visitor.getInputStream(), StandardCharsets.US_ASCII));
      String path = in.readLine().split(" ")[1];
      String line = in.readLine();
      while (line != null && !line.isEmpty()) {
        line = in.readLine();
      }
      answer(path, visitor.getOutputStream());
    } catch (IOException e) {
      // The visitor has had enough.
    }
  }

  private static void answer(String path, OutputStream out) throws IOException {
    if (path.startsWith("/bomb/")) {
      bomb(Packed.valueOf(path.substring(6)), out);
      return;
    }
    String head =
        switch (path) {
          case "/ten-gigabytes" -> OK + "Content-Length: 10737418240\r\n\r\n";
          case "/chunked" -> OK + "Transfer-Encoding: chunked\r\n\r\n";
          case "/headers" -> OK;
          case "/random-gzip" -> OK + "Content-Encoding: gzip\r\n\r\n";
          default -> OK + "\r\n";
        };
    out.write(head.getBytes(StandardCharsets.US_ASCII));
    while (true) {
      switch (path) {
        case "/chunked" -> out.write("10000\r\n".getBytes(StandardCharsets.US_ASCII));
        case "/headers" -> out.write("X-More: ".getBytes(StandardCharsets.US_ASCII));
        default -> {}
      }
      out.write(CHUNK, 0, path.equals("/headers") ? 1000 : CHUNK.length);
      if (path.equals("/chunked") || path.equals("/headers")) {
        out.write("\r\n".getBytes(StandardCharsets.US_ASCII));
      }
    }
  }

  private static void bomb(Packed coding, OutputStream out) throws IOException {
    byte[] body = BOMBS.computeIfAbsent(coding, it -> it.pack(new byte[50 << 20]));
    String head = OK + "Content-Encoding: %s\r\nContent-Length: %d\r\n\r\n";
    out.write(head.formatted(coding.token(), body.length).getBytes(StandardCharsets.US_ASCII));
    out.write(body);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
