package io.competitoriq.chaos.server;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import redis.embedded.RedisExecProvider;

/// A Redis without persistence that may be killed, frozen and started again, empty, on its port.
public final class RedisProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final int port;
  private final Path folder;
  private final String program;
  private @Nullable Process process;

  public RedisProcess(int port, Path folder) throws IOException {
    this.port = port;
    this.folder = folder.toAbsolutePath();
    this.program = RedisExecProvider.defaultProvider().get().getAbsolutePath();
  }

  public int port() {
    return port;
  }

  /// Starts it, empty, and returns when it answers.
  public void start() throws IOException {
    process =
        new ProcessBuilder(
                program,
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--save",
                "",
                "--appendonly",
                "no",
                "--dir",
                folder.toString())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.resolve("redis.log").toFile()))
            .start();
    Waiting.until("Redis answers", PATIENCE, this::answers);
  }

  private boolean answers() {
    try (RedisWire wire = connect()) {
      return "PONG".equals(wire.command("PING"));
    } catch (IOException notYet) {
      return false;
    }
  }

  /// A connection of its own, past the proxies.
  public RedisWire connect() throws IOException {
    return new RedisWire(port);
  }

  public void kill() {
    Process running = requireNonNull(process, "not started");
    running.destroyForcibly();
    try {
      running.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }

  public void freeze() {
    Signals.send("STOP", List.of(requireNonNull(process, "not started").pid()));
  }

  public void thaw() {
    Signals.send("CONT", List.of(requireNonNull(process, "not started").pid()));
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
