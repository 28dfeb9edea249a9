package io.competitoriq.bench.queue;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/// Looks at a Redis server from outside both engines.
final class RedisProbe {

  private final int port;

  RedisProbe(int port) {
    this.port = port;
  }

  int port() {
    return port;
  }

  /// Processor time the server has used, in microseconds.
  double cpuMicros() {
    String cpu = send("INFO cpu");
    return 1e6 * (field(cpu, "used_cpu_sys") + field(cpu, "used_cpu_user"));
  }

  /// Bytes in use for data and the server itself.
  double usedMemory() {
    return field(send("INFO memory"), "used_memory");
  }

  void flush() {
    send("FLUSHALL");
  }

  String version() {
    String info = send("INFO server");
    return info.replaceAll("(?s).*redis_version:(\\S+).*", "$1");
  }

  /// Tickets of a queue.
  long tickets(String queue, int number) {
    return Long.parseLong(send(number, "HLEN {q:" + queue + "}:t").substring(1).trim());
  }

  boolean hasGeneration(String queue, int number) {
    return send(number, "HEXISTS {q:" + queue + "}:m gen").startsWith(":1");
  }

  /// Bytes of all keys of a queue.
  long memoryOf(String queue, int number) {
    long sum = 0;
    for (String key : new String[] {"m", "t", "mk", "z", "r", "h", "s0", "s1", "s2"}) {
      String answer = send(number, "MEMORY USAGE {q:" + queue + "}:" + key + " SAMPLES 0");
      if (answer.startsWith(":")) {
        sum += Long.parseLong(answer.substring(1).trim());
      }
    }
    return sum;
  }

  private static double field(String info, String name) {
    return info.lines()
        .filter(line -> line.startsWith(name + ":"))
        .mapToDouble(line -> Double.parseDouble(line.substring(name.length() + 1).trim()))
        .findFirst()
        .orElseThrow();
  }

  private String send(String command) {
    return send(0, command);
  }

  /// One inline command in the database of that number; a bulk answer is read whole.
  private String send(int number, String command) {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      String both = "SELECT " + number + "\r\n" + command + "\r\n";
      socket.getOutputStream().write(both.getBytes(StandardCharsets.UTF_8));
      InputStream in = new BufferedInputStream(socket.getInputStream());
      line(in);
      String head = line(in);
      if (head.startsWith("$") && !head.startsWith("$-1")) {
        int length = Integer.parseInt(head.substring(1));
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
      }
      return head;
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != -1 && c != '\n'; c = in.read()) {
      if (c != '\r') {
        line.append((char) c);
      }
    }
    return line.toString();
  }
}
