package io.competitoriq.local.stack;

import io.competitoriq.local.LocalConfig;
import io.competitoriq.local.Progress;
import io.competitoriq.local.Service;
import io.competitoriq.local.stack.RunState.Condition;
import io.competitoriq.local.stack.RunState.ProcessState;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One service: started, watched, started again when it ends by itself, stopped.
final class ServiceProcess {

  /// How a service is started the next time; read at each start, so that a cache made meanwhile is
  /// used.
  ///
  /// @param folder the working directory
  record Launch(List<String> command, Map<String, String> environment, Path folder) {}

  private final Service service;
  private final LocalConfig config;
  private final Supplier<Launch> launch;
  private final Clock clock;
  private final Progress progress;
  private final Runnable changed;
  private final List<Instant> deaths = new ArrayList<>();

  private @Nullable Process process;
  private Condition condition = Condition.STARTING;
  private Instant since;
  private boolean stopping;

  /// @param changed called after each change of the condition
  ServiceProcess(
      Service service,
      LocalConfig config,
      Supplier<Launch> launch,
      Clock clock,
      Progress progress,
      Runnable changed) {
    this.service = service;
    this.config = config;
    this.launch = launch;
    this.clock = clock;
    this.progress = progress;
    this.changed = changed;
    this.since = clock.instant();
  }

  synchronized void start() {
    if (stopping) {
      return;
    }
    Launch now = launch.get();
    File log = Logs.of(config.logs(), service.label()).toFile();
    var builder =
        new ProcessBuilder(now.command())
            .directory(now.folder().toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log));
    builder.environment().putAll(now.environment());
    try {
      Process started = builder.start();
      process = started;
      since = clock.instant();
      new PidFiles(config.run()).write(service.label(), started.pid());
      started.onExit().thenAccept(this::ended);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// Completes with true when the service is ready, with false when it ended before that.
  CompletableFuture<Boolean> ready(Duration patience) {
    return CompletableFuture.supplyAsync(
        () -> awaitReady(patience), work -> Thread.ofVirtual().start(work));
  }

  private boolean awaitReady(Duration patience) {
    long end = System.nanoTime() + patience.toNanos();
    int port = config.ports().management(service);
    while (System.nanoTime() < end && alive()) {
      if (Health.ready(port)) {
        become(Condition.RUNNING);
        return true;
      }
      try {
        TimeUnit.MILLISECONDS.sleep(50);
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  synchronized boolean alive() {
    return process != null && process.isAlive();
  }

  Service service() {
    return service;
  }

  synchronized ProcessState state() {
    return new ProcessState(
        service.label(),
        process == null ? 0 : process.pid(),
        config.ports().http(service),
        config.ports().management(service),
        condition,
        since,
        deaths.size());
  }

  /// Asks the service to end. Nothing starts it again after this.
  synchronized void askToStop() {
    stopping = true;
    if (process != null) {
      process.destroy();
    }
  }

  /// Ends it by force unless it ends within the patience.
  void awaitEnd(Duration patience) {
    Process ending;
    synchronized (this) {
      ending = process;
    }
    if (ending == null) {
      return;
    }
    try {
      if (!ending.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS)) {
        progress.say(service.label() + " does not stop, ending it by force");
        ending.destroyForcibly().waitFor(2, TimeUnit.SECONDS);
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      ending.destroyForcibly();
    }
    new PidFiles(config.run()).remove(service.label());
  }

  private void ended(Process ended) {
    Optional<Duration> pause;
    synchronized (this) {
      if (stopping || condition == Condition.STARTING) {
        return;
      }
      deaths.add(clock.instant());
      pause = RestartPolicy.pause(deaths, clock.instant());
    }
    if (pause.isEmpty()) {
      become(Condition.FAILED);
      progress.say(
          "%s has ended %d times within minutes and is left alone: see ./ciq logs %s"
              .formatted(service.label(), RestartPolicy.MOST_DEATHS + 1, service.label()));
      return;
    }
    become(Condition.RESTARTING);
    CompletableFuture.delayedExecutor(pause.get().toMillis(), TimeUnit.MILLISECONDS)
        .execute(() -> restart(ended.exitValue()));
  }

  private void restart(int exitValue) {
    synchronized (this) {
      if (stopping) {
        return;
      }
    }
    progress.say("%s ended with %d, starting it again".formatted(service.label(), exitValue));
    start();
    changed.run();
    if (awaitReady(Duration.ofMinutes(2))) {
      progress.say(service.label() + " is back");
    }
  }

  private void become(Condition next) {
    synchronized (this) {
      condition = next;
    }
    changed.run();
  }
}
