package io.competitoriq.bench.queue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/// A process that is told what to do by JSON lines. It ends when its input does, so also when the
/// bench is killed.
final class Child implements AutoCloseable {

  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final long LAST_WORDS_SECONDS = 10;

  private final Process process;
  private final Writer commands;
  private final BufferedReader answers;
  private final ExecutorService turns =
      Executors.newSingleThreadExecutor(
          task -> Thread.ofPlatform().daemon().name("bench-child").unstarted(task));

  Child(List<String> program, Map<String, String> environment) throws IOException {
    ProcessBuilder builder = new ProcessBuilder(program).redirectError(Redirect.INHERIT);
    builder.environment().putAll(environment);
    process = builder.start();
    commands = process.outputWriter(StandardCharsets.UTF_8);
    answers = process.inputReader(StandardCharsets.UTF_8);
    read();
  }

  Figures ask(Map<String, Object> command) {
    return askLater(command).join();
  }

  /// The answer comes when the command is done; commands are done one after the other.
  CompletableFuture<Figures> askLater(Map<String, Object> command) {
    return tell(command).thenApply(node -> MAPPER.convertValue(node, Figures.class));
  }

  /// For answers of another shape.
  CompletableFuture<JsonNode> tell(Map<String, Object> command) {
    return CompletableFuture.supplyAsync(() -> exchange(command), turns);
  }

  private JsonNode exchange(Map<String, Object> command) {
    try {
      commands.write(MAPPER.writeValueAsString(command));
      commands.write('\n');
      commands.flush();
      return read();
    } catch (IOException failed) {
      throw new IllegalStateException("no answer to " + command, failed);
    }
  }

  private JsonNode read() throws IOException {
    for (String line = answers.readLine(); line != null; line = answers.readLine()) {
      if (line.startsWith("@")) {
        return MAPPER.readTree(line.substring(1));
      }
      System.err.println(line);
    }
    throw new IOException("the process has ended: " + process.info().commandLine().orElse("?"));
  }

  private void closeCommands() {
    try {
      commands.close();
    } catch (IOException alreadyEnded) {
      System.err.println("a process had ended before: " + alreadyEnded.getMessage());
    }
  }

  @Override
  public void close() {
    turns.shutdown();
    closeCommands();
    try {
      if (!process.waitFor(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException interrupted) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
