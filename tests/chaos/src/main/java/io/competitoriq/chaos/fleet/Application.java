package io.competitoriq.chaos.fleet;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// How a process of the worker application is started.
///
/// @param home folder of the packaged application
/// @param folder of the run
public record Application(Path home, Path folder, Tempo tempo, List<String> extra) {

  /// The same flags train and use the start-up cache, or the JVM would not accept it.
  private static final List<String> FLAGS =
      List.of(
          "-XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC",
          "-Xms96m",
          "-Xmn48m",
          "-Xmx160m",
          "-Xss512k",
          "--enable-native-access=ALL-UNNAMED");

  private static final long TRAINING_SECONDS = 120;
  private static final String TRAINING = "training";
  private static final int TRAINING_JOBS = 30;

  /// Starts a process.
  ///
  /// @param options beside those of every process
  /// @param skew what the process believes the time to be, such as `+1h`; empty: the truth
  Process start(String name, Route route, List<String> options, Optional<String> skew)
      throws IOException {
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(FLAGS);
    if (Files.exists(cache())) {
      command.addAll(List.of("-XX:AOTCache=" + cache(), "-Xlog:aot*=off", "-Xlog:cds*=off"));
    }
    return launch(name, route, command, options, skew);
  }

  private Process launch(
      String name, Route route, List<String> start, List<String> options, Optional<String> skew)
      throws IOException {
    List<String> command = new ArrayList<>(start);
    command.addAll(tempo.options());
    command.addAll(extra);
    command.addAll(options);
    command.addAll(List.of("-Dchaos.folder=" + folder.toAbsolutePath(), "-Dchaos.name=" + name));
    command.addAll(List.of("-jar", "quarkus-run.jar"));
    var builder =
        new ProcessBuilder(command)
            .directory(home.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log(name)));
    Map<String, String> env = builder.environment();
    env.put("CIQ_DB_URL", "postgresql://127.0.0.1:" + route.postgres() + "/competitoriq");
    env.put("CIQ_REDIS_URL", "redis://127.0.0.1:" + route.redis());
    env.put("CIQ_SERVICE_SECRET", "only-for-chaos-runs-and-never-for-a-real-token");
    env.put("CIQ_PARENT_PID", Long.toString(ProcessHandle.current().pid()));
    skew.ifPresent(by -> WrongClock.set(env, by));
    return builder.start();
  }

  /// Where a process's log goes.
  File log(String name) {
    return folder.resolve(name + ".log").toFile();
  }

  /// Makes the JVM's start-up cache of this very build, unless it is there: a start then takes
  /// about half the processor time. The training process works some jobs, so that the first ones of
  /// every other process need no new classes either.
  void train(Route route) throws IOException {
    if (Files.exists(cache())) {
      return;
    }
    Path draft = home.resolve("draft-" + ProcessHandle.current().pid() + ".aot");
    List<String> command = new ArrayList<>(List.of(java()));
    command.addAll(FLAGS);
    command.add("-XX:AOTCacheOutput=" + draft);
    List<String> both = List.of("-Dchaos.producer=true");
    Process process = launch(TRAINING, route, command, both, Optional.empty());
    try (var orders = process.outputWriter(StandardCharsets.UTF_8)) {
      Logs.await(log(TRAINING), Logs.PRODUCING);
      Logs.await(log(TRAINING), Logs.WORKING);
      orders.write("burst %d chaos-jobs PLAIN 0%n".formatted(TRAINING_JOBS));
      orders.flush();
      Path starts = folder.resolve("starts-%s-%d.log".formatted(TRAINING, process.pid()));
      Logs.awaitMore(starts.toFile(), "chaos-jobs", TRAINING_JOBS - 1);
      process.destroy();
      process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS);
      if (Files.exists(draft)) {
        Files.move(draft, cache());
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      Files.deleteIfExists(draft);
    }
  }

  /// Beside the application, which is deleted with it; a new build has another time.
  private Path cache() {
    long built = home.resolve("quarkus-run.jar").toFile().lastModified();
    return home.resolve(String.format(Locale.ROOT, "start-up-%x.aot", built));
  }

  private static String java() {
    return ProcessHandle.current()
        .info()
        .command()
        .orElseGet(() -> Path.of(System.getProperty("java.home"), "bin", "java").toString());
  }

  /// The ports at which one process finds the servers: their own, or those of proxies before them.
  record Route(int postgres, int redis) {}
}
