package io.competitoriq.crawl.render;

import io.competitoriq.crawl.render.RenderOutcome.Reason;
import io.quarkus.logging.Log;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// A browser as a child process with a profile of its own, which goes when it goes.
final class LocalProcess {
  private static final long DYING_SECONDS = 3;

  private final Process process;
  private final Path profile;
  private volatile @Nullable Thread undertaker;

  private LocalProcess(Process process, Path profile) {
    this.process = process;
    this.profile = profile;
  }

  /// Starts it; fails with a [RenderFailure] when that does not work. It inherits nothing of our
  /// environment, where secrets are, but the search path.
  static LocalProcess start(Path executable, String proxy, String userAgent, RenderConfig config) {
    try {
      Path profile = Files.createTempDirectory("ciq-browser-");
      List<String> command =
          new ArrayList<>(ChromiumCommand.of(executable, profile, proxy, config));
      command.add("--user-agent=" + userAgent);
      if (config.noSandbox() || isRoot()) {
        command.add("--no-sandbox"); // Chromium has none as root, and refuses to start
      }
      ProcessBuilder builder =
          new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
      String path = builder.environment().getOrDefault("PATH", "/usr/bin:/bin");
      builder.environment().clear();
      builder
          .environment()
          .putAll(Map.of("PATH", path, "HOME", profile.toString(), "TMPDIR", profile.toString()));
      return new LocalProcess(builder.start(), profile);
    } catch (IOException e) {
      throw new RenderFailure(Reason.LAUNCH, "The browser does not start.");
    }
  }

  Process process() {
    return process;
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /// Kills it with everything below it and removes its profile.
  void kill() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    undertaker = Thread.ofVirtual().name("browser-undertaker").start(() -> bury(children));
  }

  /// Waits until a killed one is gone with its profile: a JVM that ends takes the undertaker along.
  void awaitGone() {
    Thread digging = undertaker;
    if (digging != null) {
      try {
        digging.join(Duration.ofSeconds(2 * DYING_SECONDS + 1));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /// Only when all of them are gone does nobody write into the profile any more.
  private void bury(List<ProcessHandle> children) {
    try {
      if (!process.waitFor(DYING_SECONDS, TimeUnit.SECONDS)) {
        Log.warnf("browser does not die pid=%d", process.pid());
      }
      CompletableFuture.allOf(
              children.stream().map(ProcessHandle::onExit).toArray(CompletableFuture[]::new))
          .completeOnTimeout(null, DYING_SECONDS, TimeUnit.SECONDS)
          .join();
      delete();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(profile)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException | UncheckedIOException e) {
      Log.warnf("browser profile left behind path=%s", profile);
    }
  }

  private static boolean isRoot() {
    return "root".equals(System.getProperty("user.name"));
  }
}
