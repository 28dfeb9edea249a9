package io.competitoriq.api.workspace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;

/// Makes workspaces out of the demo's rows, past every rule of the database, and removes them
/// again. An installation has one workspace until somebody can open a second.
public final class Workspaces implements AutoCloseable {

  /// In every sentence of a marked workspace.
  public static final String MARK = "zqcanary";

  private final Connection connection;

  public Workspaces(Installation installation) throws SQLException {
    connection = installation.database();
    execute("set session_replication_role = replica");
    execute(functions());
  }

  private static String functions() {
    String name = "/workspace/functions.sql";
    try (var in = Objects.requireNonNull(Workspaces.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// A workspace with a copy of every row of another one.
  ///
  /// @param step 1 for a copy of the demo's, 2 for a copy of that
  public UUID copy(UUID origin, int step) throws SQLException {
    remove(UUID.fromString(text("select pg_temp.renamed('" + origin + "', " + step + ")")));
    return UUID.fromString(text("select pg_temp.copy_workspace('%s', %d)".formatted(origin, step)));
  }

  public void mark(UUID workspace) throws SQLException {
    text("select pg_temp.mark_workspace('%s', '%s')".formatted(workspace, MARK));
  }

  public void remove(UUID workspace) throws SQLException {
    text("select pg_temp.remove_workspace('%s')".formatted(workspace));
  }

  /// By table: how many rows, and what they are.
  public Map<String, String> fingerprints(UUID workspace) throws SQLException {
    Map<String, String> found = new TreeMap<>();
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select * from pg_temp.fingerprints('%s')".formatted(workspace))) {
      while (rows.next()) {
        found.put(rows.getString(1), rows.getString(2));
      }
    }
    return found;
  }

  /// The first column of the first row.
  public String text(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      if (!rows.next()) {
        throw new IllegalStateException("no row: " + sql);
      }
      return rows.getString(1);
    }
  }

  public void execute(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
