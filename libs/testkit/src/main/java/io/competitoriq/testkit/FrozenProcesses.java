package io.competitoriq.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// Processes that stand still (SIGSTOP) until they are closed: a server that neither answers nor
/// hangs up.
public final class FrozenProcesses implements AutoCloseable {

  private static final String OTHERS =
      "select pid from pg_stat_activity"
          + " where datname = current_database() and pid <> pg_backend_pid()";

  private final List<Long> pids = new ArrayList<>();

  private FrozenProcesses() {}

  /// Freezes these.
  public static FrozenProcesses of(List<Long> pids) {
    FrozenProcesses frozen = new FrozenProcesses();
    pids.forEach(frozen::freeze);
    return frozen;
  }

  /// PostgreSQL as this JVM sees it: its database's connections, and the door for new ones. Other
  /// databases of the shared server only wait with new connections.
  public static FrozenProcesses postgresql() {
    FrozenProcesses frozen = new FrozenProcesses();
    try (Connection connection = TestDatabase.admin();
        Statement statement = connection.createStatement()) {
      frozen.freeze(parentOf(only(statement.executeQuery("select pg_backend_pid()"))));
      ResultSet others = statement.executeQuery(OTHERS);
      while (others.next()) {
        frozen.freeze(others.getLong(1));
      }
      return frozen;
    } catch (SQLException refused) {
      frozen.close();
      throw new IllegalStateException("not frozen: " + refused.getMessage(), refused);
    }
  }

  private static long only(ResultSet rows) throws SQLException {
    rows.next();
    return rows.getLong(1);
  }

  private static long parentOf(long pid) {
    return ProcessHandle.of(pid).flatMap(ProcessHandle::parent).orElseThrow().pid();
  }

  private void freeze(long pid) {
    pids.add(pid);
    signal("-STOP", pid);
  }

  /// They go on as if nothing had happened.
  @Override
  public void close() {
    pids.forEach(pid -> signal("-CONT", pid));
  }

  private static void signal(String signal, long pid) {
    try {
      new ProcessBuilder("kill", signal, Long.toString(pid)).start().waitFor();
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
