package io.competitoriq.stack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;

/// The running demo, as its launcher describes it in its data folder.
///
/// @param home the launcher's data folder
record Stack(Path home) {

  private static final ObjectMapper JSON = new ObjectMapper();

  static Stack running() {
    String home = System.getProperty("ciq.home");
    if (home == null) {
      throw new IllegalStateException("name the running demo's data folder: -Dciq.home=...");
    }
    return new Stack(Path.of(home));
  }

  String url() {
    return state().get("url").asText();
  }

  int marketPort() {
    return URI.create(state().get("demoUrl").asText()).getPort();
  }

  Map<String, String> account() {
    try {
      String password = Files.readString(home.resolve("demo.password")).strip();
      return Map.of("email", "demo@competitoriq.local", "password", password);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  ProcessHandle service(String name) {
    for (JsonNode process : state().get("processes")) {
      if (process.get("name").asText().equals(name)) {
        return ProcessHandle.of(process.get("pid").asLong()).orElseThrow();
      }
    }
    throw new IllegalStateException(name + " is not known");
  }

  /// What a service tells those who watch it.
  String metrics(String name) {
    for (JsonNode process : state().get("processes")) {
      if (process.get("name").asText().equals(name)) {
        return read(process.get("managementPort").asInt());
      }
    }
    throw new IllegalStateException(name + " is not known");
  }

  private static String read(int managementPort) {
    try {
      URI metrics = URI.create("http://127.0.0.1:%d/q/metrics".formatted(managementPort));
      var connection = metrics.toURL().openConnection();
      connection.setRequestProperty("accept", "text/plain; version=0.0.4");
      try (var text = connection.getInputStream()) {
        return new String(text.readAllBytes(), StandardCharsets.UTF_8);
      }
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  /// A number the database knows, seen past row-level security.
  long count(String sql) {
    String url = "jdbc:postgresql://127.0.0.1:%d/competitoriq".formatted(port("postgresPort"));
    try (var connection = DriverManager.getConnection(url, "postgres", "");
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    } catch (SQLException refused) {
      throw new IllegalStateException(sql + ": " + refused.getMessage(), refused);
    }
  }

  void emptyRedis() {
    try (var socket = new Socket("127.0.0.1", port("redisPort"))) {
      socket.getOutputStream().write("FLUSHALL\r\n".getBytes(StandardCharsets.US_ASCII));
      byte[] answer = socket.getInputStream().readNBytes(5);
      if (!new String(answer, StandardCharsets.US_ASCII).equals("+OK\r\n")) {
        throw new IllegalStateException("FLUSHALL was refused");
      }
    } catch (IOException unreachable) {
      throw new UncheckedIOException(unreachable);
    }
  }

  private int port(String name) {
    return state().get(name).asInt();
  }

  private JsonNode state() {
    return read(home.resolve("run/state.json"));
  }

  private static JsonNode read(Path file) {
    try {
      return JSON.readTree(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
