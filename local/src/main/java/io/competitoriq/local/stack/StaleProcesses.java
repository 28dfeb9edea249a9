package io.competitoriq.local.stack;

import io.competitoriq.local.LocalConfig;
import io.competitoriq.local.Progress;
import io.competitoriq.local.Refusal;
import io.competitoriq.local.Service;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Ends what a killed launcher of the same data folder has left running.
public final class StaleProcesses {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final LocalConfig config;
  private final Progress progress;

  public StaleProcesses(LocalConfig config, Progress progress) {
    this.config = config;
    this.progress = progress;
  }

  /// @throws Refusal when one of them cannot be ended
  public void stop() {
    PidFiles pids = new PidFiles(config.run());
    for (Service service : Service.values()) {
      pids.find(service.label())
          .filter(process -> runs(process, "java"))
          .ifPresent(process -> end(service.label(), process));
      pids.remove(service.label());
    }
    PidFiles.firstNumber(config.data().resolve("pgdata/postmaster.pid"))
        .flatMap(ProcessHandle::of)
        .filter(process -> runs(process, "postgres"))
        .ifPresent(this::endPostgres);
    pids.remove("postgres");
    pids.find("redis")
        .filter(process -> runs(process, "redis-server"))
        .ifPresent(process -> end("redis", process));
    pids.remove("redis");
  }

  /// Process ids are used again, so the program must fit as well.
  private static boolean runs(ProcessHandle process, String program) {
    return process
        .info()
        .command()
        .map(Path::of)
        .map(command -> command.getFileName().toString().startsWith(program))
        .orElse(false);
  }

  /// SIGINT is PostgreSQL's fast shutdown; SIGTERM would wait for clients that may be gone.
  private void endPostgres(ProcessHandle process) {
    progress.say("stopping postgres " + process.pid() + ", left over from an earlier start");
    Signals.send("INT", process.pid());
    if (!ended(process)) {
      throw new Refusal(
          "A PostgreSQL left over from an earlier start (process %d) does not stop: end it and try again."
              .formatted(process.pid()));
    }
  }

  private void end(String name, ProcessHandle process) {
    progress.say("stopping " + name + " " + process.pid() + ", left over from an earlier start");
    process.destroy();
    if (!ended(process)) {
      process.destroyForcibly();
    }
  }

  private static boolean ended(ProcessHandle process) {
    try {
      process.onExit().get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException | ExecutionException still) {
      return !process.isAlive();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /// The first process of PostgreSQL in this data folder.
  public static Optional<Long> postmaster(LocalConfig config) {
    return PidFiles.firstNumber(config.data().resolve("pgdata/postmaster.pid"));
  }
}
