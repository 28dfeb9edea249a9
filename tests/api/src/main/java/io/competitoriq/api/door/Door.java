package io.competitoriq.api.door;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/// Speaks HTTP/1.1 over a plain socket, one request each: a client library would refuse to send, or
/// would mend, half of what is to be sent.
public record Door(String host, int port) {

  private static final int PATIENCE_MILLIS = 20_000;
  private static final int STREAM_MILLIS = 200;
  private static final byte[] END_OF_HEAD = {'\r', '\n', '\r', '\n'};

  /// @throws IOException when nobody listens, or nothing came for 20 s
  public Answer send(Request request) throws IOException {
    try (Socket socket = new Socket()) {
      socket.connect(new InetSocketAddress(host, port), PATIENCE_MILLIS);
      socket.setSoTimeout(PATIENCE_MILLIS);
      try {
        socket.getOutputStream().write(bytes(request));
        socket.getOutputStream().flush();
      } catch (SocketException refused) {
        // It need not read what it refuses; the answer may be there all the same.
      }
      return read(socket);
    }
  }

  private byte[] bytes(Request request) {
    StringBuilder head =
        new StringBuilder(request.method() + " " + request.target() + " HTTP/1.1\r\n");
    head.append("Host: ").append(host).append(':').append(port).append("\r\n");
    head.append("Connection: close\r\n");
    request.headers().forEach(header -> head.append(header).append("\r\n"));
    byte[] body = request.body();
    if (body != null) {
      head.append("Content-Length: ").append(body.length).append("\r\n");
    }
    head.append("\r\n");
    var out = new ByteArrayOutputStream();
    out.writeBytes(head.toString().getBytes(StandardCharsets.ISO_8859_1));
    if (body != null) {
      out.writeBytes(body);
    }
    return out.toByteArray();
  }

  private static Answer read(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    byte[] head = head(in);
    if (head.length == 0) {
      return new Answer(0, Map.of(), new byte[0]);
    }
    String[] lines = new String(head, StandardCharsets.ISO_8859_1).split("\r\n");
    Map<String, String> headers = new HashMap<>();
    for (int i = 1; i < lines.length; i++) {
      String[] header = lines[i].split(":", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header.length > 1 ? header[1].strip() : "");
    }
    byte[] body = body(socket, in, headers);
    return new Answer(Integer.parseInt(lines[0].split(" ", 3)[1]), headers, body);
  }

  private static byte[] head(InputStream in) throws IOException {
    var head = new ByteArrayOutputStream();
    int matched = 0;
    try {
      for (int b = in.read(); b >= 0 && matched < END_OF_HEAD.length; b = in.read()) {
        head.write(b);
        matched = b == END_OF_HEAD[matched] ? matched + 1 : b == '\r' ? 1 : 0;
        if (matched == END_OF_HEAD.length) {
          return head.toByteArray();
        }
      }
    } catch (SocketException reset) {
      return new byte[0];
    }
    return head.toByteArray();
  }

  /// A live stream never ends: what it says at first is enough.
  private static byte[] body(Socket socket, InputStream in, Map<String, String> headers)
      throws IOException {
    boolean stream = headers.getOrDefault("content-type", "").startsWith("text/event-stream");
    socket.setSoTimeout(stream ? STREAM_MILLIS : PATIENCE_MILLIS);
    var read = new ByteArrayOutputStream();
    try {
      byte[] part = new byte[65_536];
      for (int n = in.read(part); n >= 0; n = in.read(part)) {
        read.write(part, 0, n);
      }
    } catch (SocketTimeoutException quiet) {
      if (!stream) {
        throw quiet;
      }
    } catch (SocketException reset) {
      // What had come by then is what there is.
    }
    byte[] body = read.toByteArray();
    return headers.getOrDefault("transfer-encoding", "").contains("chunked")
        ? unchunked(body)
        : body;
  }

  private static byte[] unchunked(byte[] body) throws IOException {
    var in = new ByteArrayInputStream(body);
    var whole = new ByteArrayOutputStream();
    while (in.available() > 0) {
      String size = line(in).split(";", 2)[0].strip();
      int length = size.isEmpty() ? 0 : Integer.parseInt(size, 16);
      if (length == 0) {
        break;
      }
      whole.write(in.readNBytes(length));
      line(in);
    }
    return whole.toByteArray();
  }

  private static String line(InputStream in) throws IOException {
    var line = new StringBuilder();
    for (int b = in.read(); b >= 0 && b != '\n'; b = in.read()) {
      line.append((char) b);
    }
    return line.toString();
  }
}
