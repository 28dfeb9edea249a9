package io.competitoriq.chaos.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// A PostgreSQL server that may be stopped, crashed, frozen and started again on its port.
///
/// It does not wait for the disk, but a commit is in the operating system's hands before it is
/// answered: only a crash of the machine could lose one, and that is not among the faults.
public final class Postgres implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Installation installation;
  private final Path log;
  private @Nullable Process process;

  public Postgres(Installation installation, Path folder) {
    this.installation = installation;
    this.log = folder.resolve("postgres.log");
  }

  public int port() {
    return installation.postgresPort();
  }

  /// Starts it and returns when it answers.
  public void start() throws IOException {
    List<String> command = new ArrayList<>();
    if ("root".equals(System.getProperty("user.name"))) {
      command.addAll(List.of("unshare", "-U")); // it refuses to run as root
    }
    command.addAll(
        List.of(
            installation.postgres().toString(),
            "-D",
            installation.data().toString(),
            "-p",
            Integer.toString(port())));
    for (String setting :
        List.of(
            "listen_addresses=127.0.0.1",
            "unix_socket_directories=",
            "max_connections=600",
            "shared_buffers=64MB",
            "max_wal_size=256MB",
            "log_min_messages=fatal",
            "fsync=off",
            "synchronous_commit=on")) {
      command.addAll(List.of("-c", setting));
    }
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    Waiting.until("PostgreSQL answers", PATIENCE, this::answers);
  }

  private boolean answers() {
    try (Connection connection = connect()) {
      return connection.isValid(1);
    } catch (SQLException notYet) {
      return false;
    }
  }

  /// A connection as the superuser, past the proxies.
  public Connection connect() throws SQLException {
    return Installation.connect(port());
  }

  /// Ends open transactions and stops.
  public void stopFast() {
    stop("INT");
  }

  /// Stops as a crash would: the next start recovers from the log.
  public void stopImmediately() {
    stop("QUIT");
  }

  private void stop(String signal) {
    Process running = requireNonNull(process, "not started");
    Signals.send(signal, List.of(running.pid()));
    try {
      if (!running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        throw new IllegalStateException("PostgreSQL does not stop");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  public void freeze() {
    Signals.send("STOP", Signals.tree(requireNonNull(process, "not started").toHandle()));
  }

  public void thaw() {
    Signals.send("CONT", Signals.tree(requireNonNull(process, "not started").toHandle()));
  }

  @Override
  public void close() {
    if (process != null && process.isAlive()) {
      thaw();
      stopImmediately();
    }
  }
}
