package io.competitoriq.chaos.fleet;

import static java.util.Objects.requireNonNull;

import io.competitoriq.chaos.fleet.Application.Route;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The process that enqueues, and what it was told became of each job. Its network is never broken,
/// so no proxy lies between: on a busy machine that would be half of what enqueueing takes.
public final class Producer implements AutoCloseable {

  private static final String NAME = "producer";

  private final Application application;
  private final Route route;
  private final long seed;
  private @Nullable Process process;
  private @Nullable PrintWriter orders;

  Producer(Application application, Route route, long seed) {
    this.application = application;
    this.route = route;
    this.seed = seed;
  }

  void start() throws IOException {
    Process started =
        application.start(
            NAME,
            route,
            List.of("-Dciq.jobs.workers=false", "-Dchaos.producer=true", "-Dchaos.seed=" + seed),
            Optional.empty());
    process = started;
    orders = new PrintWriter(started.outputWriter(StandardCharsets.UTF_8), true);
  }

  void awaitProducing() {
    Logs.await(application.log(NAME), Logs.PRODUCING);
  }

  /// Jobs of the mix per second from now on; 0: none.
  public void rate(int perSecond) {
    order("rate " + perSecond);
  }

  /// Jobs of one kind per second from now on, until the next rate.
  public void steady(int perSecond, String queue, String script) {
    order("rate %d %s %s".formatted(perSecond, queue, script));
  }

  /// So many jobs of one kind at once.
  public void burst(int jobs, String queue, String script, int millis) {
    order("burst %d %s %s %d".formatted(jobs, queue, script, millis));
  }

  /// Gives a dead letter another life, as an operator would.
  public void redrive(long jobId) {
    order("redrive " + jobId);
  }

  private void order(String text) {
    requireNonNull(orders, "not started").println(text);
  }

  /// What became of each call, in the order of the answers.
  public List<Answer> answers() {
    Path file = application.folder().resolve("accepted-" + NAME + ".log");
    if (!Files.exists(file)) {
      return List.of();
    }
    try {
      return Files.readAllLines(file).stream().map(Answer::of).toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /// One answer of the engine to a request to enqueue.
  ///
  /// @param accepted the transaction committed and the engine said that the job is new
  /// @param jobId 0 when it was not accepted
  public record Answer(boolean accepted, long jobId, String queue, double millis) {

    private static Answer of(String line) {
      String[] parts = line.split(" ");
      return new Answer(
          parts[0].equals("A"),
          Long.parseLong(parts[1]),
          parts[2],
          Long.parseLong(parts[4]) / 1000.0);
    }
  }

  @Override
  public void close() {
    if (process != null) {
      process.destroyForcibly();
    }
  }
}
