package io.competitoriq.local.stack;

import io.competitoriq.local.LocalConfig;
import io.competitoriq.local.Progress;
import io.competitoriq.local.Service;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Makes the missing start-up caches in the background, one service after the other, with the
/// lowest priority and against a database of its own, so that no real job ever meets a training
/// run.
final class AotTraining implements AutoCloseable {

  private static final String DATABASE = "competitoriq_training";
  private static final int REDIS_INDEX = 15;
  private static final Duration REST_FIRST = Duration.ofSeconds(60);
  private static final Duration LONGEST = Duration.ofMinutes(5);

  private final LocalConfig config;
  private final AotCaches caches;
  private final ServiceCommand commands;
  private final DataServers servers;
  private final Progress progress;
  private final Thread thread;
  private volatile @Nullable Process running;
  private volatile boolean closed;

  AotTraining(
      LocalConfig config,
      AotCaches caches,
      ServiceCommand commands,
      DataServers servers,
      Progress progress) {
    this.config = config;
    this.caches = caches;
    this.commands = commands;
    this.servers = servers;
    this.progress = progress;
    this.thread = Thread.ofPlatform().daemon().name("aot-training").unstarted(this::run);
  }

  void start() {
    if (!missing().isEmpty()) {
      thread.start();
    }
  }

  private List<Service> missing() {
    return Stream.of(Service.values()).filter(s -> caches.usable(s).isEmpty()).toList();
  }

  private void run() {
    try {
      Thread.sleep(REST_FIRST);
      servers.migrate(DATABASE);
      for (Service service : missing()) {
        if (!closed) {
          train(service);
        }
      }
      servers.drop(DATABASE);
      if (missing().isEmpty()) {
        progress.say("start-up caches are made: the next start is faster");
      }
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    } catch (IOException | SQLException | RuntimeException failed) {
      if (!closed) {
        progress.say("start-up caches could not be made: " + failed.getMessage());
      }
    }
  }

  private void train(Service service) throws IOException, InterruptedException {
    Path draft = caches.draftOf(service);
    int management = freePort();
    Process process = launch(service, draft, management);
    running = process;
    try {
      long end = System.nanoTime() + LONGEST.toNanos();
      while (process.isAlive() && !Health.ready(management) && System.nanoTime() < end) {
        TimeUnit.MILLISECONDS.sleep(200);
      }
      process.destroy();
      boolean ended = process.waitFor(LONGEST.toSeconds(), TimeUnit.SECONDS);
      if (ended && !closed && Files.exists(draft)) {
        caches.keep(service, draft);
      }
    } finally {
      endTree(process);
      running = null;
      Files.deleteIfExists(draft);
    }
  }

  private Process launch(Service service, Path draft, int management) throws IOException {
    List<String> command = new ArrayList<>(List.of("nice", "-n", "19", ServiceCommand.java()));
    command.addAll(ServiceCommand.FLAGS);
    command.add("-XX:AOTCacheOutput=" + draft);
    command.addAll(commands.options());
    command.addAll(List.of("-jar", "quarkus-run.jar"));
    Path log = Logs.of(config.logs(), "training-" + service.label());
    var builder =
        new ProcessBuilder(command)
            .directory(config.application(service).toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    Map<String, String> env = builder.environment();
    env.putAll(
        commands.environment(
            service,
            servers.databaseUrl(DATABASE),
            servers.redisUrl(REDIS_INDEX),
            "only-for-training-and-never-for-a-real-token"));
    env.put("CIQ_HTTP_PORT", Integer.toString(freePort()));
    env.put("CIQ_MANAGEMENT_PORT", Integer.toString(management));
    Process process = builder.start();
    new PidFiles(config.run()).write("training", process.pid());
    return process;
  }

  private void endTree(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    new PidFiles(config.run()).remove("training");
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  @Override
  public void close() {
    closed = true;
    thread.interrupt();
    Process process = running;
    if (process != null) {
      endTree(process);
    }
  }
}
