package io.competitoriq.api.workspace;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.api.door.Door;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// A running demo, known by its data folder.
///
/// @param home the launcher's data folder
public record Installation(Path home) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /// The one that `-Dciq.home` names.
  public static Installation running() {
    String home = System.getProperty("ciq.home");
    if (home == null) {
      throw new IllegalStateException("name the running demo's data folder: -Dciq.home=...");
    }
    return new Installation(Path.of(home));
  }

  public Door door() {
    return new Door("127.0.0.1", URI.create(state().get("url").asText()).getPort());
  }

  /// The port of a process, `port` or `managementPort`.
  public int portOf(String process, String which) {
    for (JsonNode known : state().get("processes")) {
      if (known.get("name").asText().equals(process)) {
        return known.get(which).asInt();
      }
    }
    throw new IllegalStateException(process + " is not known");
  }

  /// Past row-level security.
  public Connection database() throws SQLException {
    String url = "jdbc:postgresql://127.0.0.1:%d/competitoriq";
    return DriverManager.getConnection(
        url.formatted(state().get("postgresPort").asInt()), "postgres", "");
  }

  /// The first column of all rows.
  public List<String> query(String sql) {
    List<String> found = new ArrayList<>();
    try (var connection = database();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      while (rows.next()) {
        found.add(rows.getString(1));
      }
      return found;
    } catch (SQLException refused) {
      throw new IllegalStateException(sql + ": " + refused.getMessage(), refused);
    }
  }

  private JsonNode state() {
    try {
      return JSON.readTree(Files.readString(home.resolve("run/state.json")));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
