package io.competitoriq.local.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The file `run/state.json`: what is running, for `ciq status` and for tests.
///
/// @param url where people go
/// @param demoUrl where the market's operator goes, when there is one
public record RunState(
    Phase phase,
    Instant startedAt,
    long launcher,
    String url,
    @Nullable String demoUrl,
    int postgresPort,
    int redisPort,
    List<ProcessState> processes) {

  /// How far the stack is.
  public enum Phase {
    STARTING,
    READY,
    STOPPING
  }

  /// How a process is, as its supervisor sees it.
  public enum Condition {
    STARTING,
    RUNNING,
    RESTARTING,
    FAILED
  }

  /// @param port 0 where there is none
  /// @param restarts how often it was started again
  public record ProcessState(
      String name,
      long pid,
      int port,
      int managementPort,
      Condition condition,
      Instant since,
      int restarts) {}

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .addModule(new JavaTimeModule())
          .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  public void write(Path run) {
    try {
      Files.createDirectories(run);
      Path draft = run.resolve("state.json.draft");
      JSON.writeValue(draft.toFile(), this);
      Files.move(draft, run.resolve("state.json"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  public static Optional<RunState> read(Path run) {
    Path file = run.resolve("state.json");
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(file.toFile(), RunState.class));
    } catch (IOException unreadable) {
      return Optional.empty();
    }
  }

  static void remove(Path run) {
    try {
      Files.deleteIfExists(run.resolve("state.json"));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }
}
