package io.competitoriq.local;

import io.competitoriq.local.demo.DemoSeed;
import io.competitoriq.local.stack.Stack;
import io.competitoriq.local.stack.StaleProcesses;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import sun.misc.Signal;

/// Starts CompetitorIQ on this machine and keeps it running until it is told to stop.
///
/// `up [--market] [--seed] [--paused]` runs the stack, `status` prints what runs, `seed` sets the
/// demo workspace up in the stack on the given ports. Ends with 0 after an orderly stop, 69 when
/// something is missing or taken, 75 when it is running already.
public final class Launcher {

  private static final int UNAVAILABLE = 69;
  private static final int ALREADY_RUNNING = 75;
  private static final long LEAST_FREE_BYTES = 500L << 20;

  private final LocalConfig config;
  private final Progress progress;
  private final CountDownLatch stop = new CountDownLatch(1);
  private volatile int exit;

  Launcher(LocalConfig config, Progress progress) {
    this.config = config;
    this.progress = progress;
  }

  public static void main(String[] args) {
    Path root = Path.of(System.getProperty("ciq.root", "."));
    Path home = Path.of(System.getProperty("ciq.home", root.resolve(".ciq").toString()));
    if (args.length > 0 && args[0].equals("status")) {
      System.exit(StatusTable.print(home, System.out));
    }
    System.setProperty(
        "org.slf4j.simpleLogger.logFile", home.resolve("logs/servers.log").toString());
    try {
      LocalConfig config =
          LocalConfig.from(
              Arrays.stream(args).skip(1).collect(Collectors.toSet()), System.getenv(), root, home);
      Progress progress = new Progress(System.out);
      if (args.length > 0 && args[0].equals("seed")) {
        new DemoSeed(config, progress).plant();
        System.exit(0);
      }
      System.exit(new Launcher(config, progress).run());
    } catch (Refusal refusal) {
      System.err.println(refusal.getMessage());
      System.exit(UNAVAILABLE);
    }
  }

  int run() {
    try {
      Files.createDirectories(config.run());
      Files.createDirectories(config.logs());
      try (FileChannel channel =
              FileChannel.open(
                  config.run().resolve("launcher.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock lock = channel.tryLock()) {
        return lock == null ? alreadyRunning() : runLocked();
      }
    } catch (IOException failed) {
      throw new Refusal(
          "%s cannot be written (%s): free some space or set CIQ_HOME to another folder."
              .formatted(config.home(), failed.getMessage()),
          failed);
    }
  }

  private int alreadyRunning() {
    System.err.println(
        "CompetitorIQ is already running with the data in %s: stop it with ./ciq down, or see ./ciq status."
            .formatted(config.home()));
    return ALREADY_RUNNING;
  }

  private int runLocked() throws IOException {
    Path pidFile = config.run().resolve("launcher.pid");
    Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");
    List.of("INT", "TERM", "HUP")
        .forEach(name -> Signal.handle(new Signal(name), _ -> stop.countDown()));
    try (Stack stack = new Stack(config, Clock.systemUTC(), progress)) {
      Thread starter = Thread.ofPlatform().name("start").start(() -> start(stack));
      stop.await();
      if (exit == 0) {
        progress.say("stopping");
      }
      starter.interrupt();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    } finally {
      Files.deleteIfExists(pidFile);
    }
    if (exit == 0) {
      progress.say("stopped");
    }
    return exit;
  }

  private void start(Stack stack) {
    try {
      checkSpace();
      checkBuilt();
      new StaleProcesses(config, progress).stop();
      config.ports().refuseTaken(config.market());
      stack.start();
      progress.say(
          String.format(
              Locale.ROOT,
              "CompetitorIQ is ready in %.1f s, %d MiB in all processes",
              progress.seconds(),
              stack.memory() >> 20));
      if (config.seed()) {
        new DemoSeed(config, progress).plant();
      }
      if (!config.paused()) {
        stack.runMarket();
      }
      progress.plain("");
      progress.plain("  " + config.ports().url(Service.GATEWAY));
      progress.plain("");
      stack.announce();
      stack.improveNextStart();
    } catch (RuntimeException failed) {
      if (stop.getCount() > 0) {
        System.err.println(failed.getMessage());
        exit = UNAVAILABLE;
      }
      stop.countDown();
    }
  }

  private void checkSpace() {
    try {
      long free = Files.getFileStore(config.home()).getUsableSpace();
      if (free < LEAST_FREE_BYTES) {
        throw new Refusal(
            "Only %d MiB are free at %s: free some space or set CIQ_HOME to a folder on another disk."
                .formatted(free >> 20, config.home()));
      }
    } catch (IOException unknown) {
      throw new Refusal(config.home() + " cannot be read: " + unknown.getMessage(), unknown);
    }
  }

  private void checkBuilt() {
    for (Service service : Service.values()) {
      if (!Files.exists(config.application(service).resolve("quarkus-run.jar"))) {
        throw new Refusal(
            "The service %s is not built: run ./ciq up, which builds what is missing."
                .formatted(service.label()));
      }
    }
  }
}
