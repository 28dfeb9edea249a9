package io.competitoriq.local.market;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Asks the market for a page by host name without needing a resolver that knows `.localhost`.
record MarketClient(int port) {

  record Answer(int status, String head, String body) {
    Optional<String> header(String name) {
      return head.lines()
          .filter(
              line -> line.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT) + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst();
    }
  }

  Answer get(String host, String path, String... headers) throws IOException {
    return send("GET", host, path, headers);
  }

  Answer post(String path) throws IOException {
    return send("POST", "market", path, "Content-Length: 0");
  }

  private Answer send(String method, String host, String path, String... headers)
      throws IOException {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String request =
          "%s %s HTTP/1.1\r\nHost: %s.localhost:%d\r\nConnection: close\r\n%s\r\n"
              .formatted(method, path, host, port, lines(headers));
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int split = answer.indexOf("\r\n\r\n");
      return new Answer(
          Integer.parseInt(answer.split(" ")[1]),
          answer.substring(0, split),
          answer.substring(split + 4));
    }
  }

  private static String lines(String... headers) {
    StringBuilder lines = new StringBuilder();
    for (String header : headers) {
      lines.append(header).append("\r\n");
    }
    return lines.toString();
  }
}
