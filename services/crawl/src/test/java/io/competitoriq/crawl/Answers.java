package io.competitoriq.crawl;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.locks.LockSupport;
import java.util.zip.GZIPOutputStream;

/// Bytes on a socket, as no decent server would send them. Each character is one byte.
final class Answers {
  static final String OK = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n";
  static final String PAGE =
      "<title>Acme</title><h1>Acme</h1><p>The Team plan costs 29 dollars per seat and month."
          + " Every plan comes with support by people who know what they are talking about.</p>";

  /// What a bomb unpacks to.
  static final byte[] ZEROS = new byte[8 << 20];

  private Answers() {}

  static void send(Socket visitor, String text) throws IOException {
    visitor.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
  }

  /// A whole answer with a body in that content coding.
  static void send(Socket visitor, String coding, byte[] body) throws IOException {
    String head = OK + "Content-Encoding: %s\r\nContent-Length: %d\r\n\r\n";
    send(visitor, head.formatted(coding, body.length));
    visitor.getOutputStream().write(body);
  }

  /// The visitor finds the connection torn down, not closed.
  static void sendAndReset(Socket visitor, String text) throws IOException {
    send(visitor, text);
    visitor.getOutputStream().flush();
    visitor.setSoLinger(true, 0);
    visitor.close();
  }

  /// `start`, then `more` for as long as the visitor bears it, so many milliseconds apart.
  static void repeat(Socket visitor, String start, String more, int pause) throws IOException {
    OutputStream out = visitor.getOutputStream();
    byte[] bytes = more.getBytes(StandardCharsets.ISO_8859_1);
    send(visitor, start);
    while (true) {
      out.write(bytes);
      out.flush();
      LockSupport.parkNanos(pause * 1_000_000L);
    }
  }

  /// Says nothing until the visitor leaves.
  static void sleepThrough(Socket visitor) throws IOException {
    while (visitor.getInputStream().read() >= 0) {
      // A visitor who has asked has nothing more to say.
    }
  }

  static byte[] gzip(byte[] body) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
      out.write(body);
    }
    return bytes.toByteArray();
  }

  static byte[] zstd(byte[] body) {
    return Zstd.compress(body);
  }

  static byte[] cut(byte[] body) {
    return Arrays.copyOf(body, body.length / 2);
  }
}
