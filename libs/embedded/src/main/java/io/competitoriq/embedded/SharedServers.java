package io.competitoriq.embedded;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// The servers that every test JVM of one Maven run shares: the first one to ask starts a [Keeper],
/// the others find it through a file.
///
/// @param postgresPort port on 127.0.0.1
/// @param redisPort port on 127.0.0.1
public record SharedServers(int postgresPort, int redisPort) {

  private static final String STATE = "servers.properties";

  /// Finds this Maven run's servers below the folder or starts them. Another run beside it gets its
  /// own.
  ///
  /// @throws IllegalStateException when they do not start within a minute; the keeper's log says
  ///   why
  public static SharedServers acquire(Path parent) {
    Path folder = parent.resolve("run-" + outermostJava());
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve("servers.lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          var _ = channel.lock()) {
        SharedServers running = read(folder);
        return running != null ? running : startKeeper(folder);
      }
    } catch (IOException failed) {
      throw new IllegalStateException("embedded servers: " + failed.getMessage(), failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while the servers started", interrupted);
    }
  }

  static void publish(Path folder, EmbeddedServers servers) throws IOException {
    Properties state = new Properties();
    state.setProperty("pid", Long.toString(ProcessHandle.current().pid()));
    state.setProperty("postgres.port", Integer.toString(servers.postgresPort()));
    state.setProperty("redis.port", Integer.toString(servers.redisPort()));
    Path draft = folder.resolve(STATE + ".draft");
    try (var writer = Files.newBufferedWriter(draft)) {
      state.store(writer, null);
    }
    Files.move(
        draft,
        folder.resolve(STATE),
        java.nio.file.StandardCopyOption.ATOMIC_MOVE,
        java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  static void withdraw(Path folder) throws IOException {
    Files.deleteIfExists(folder.resolve(STATE));
  }

  private static SharedServers startKeeper(Path folder) throws IOException, InterruptedException {
    withdraw(folder);
    Process keeper =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElse("java"),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx256m",
                "-cp",
                keeperClassPath(),
                Keeper.class.getName(),
                folder.toAbsolutePath().toString(),
                Long.toString(outermostJava()))
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keeper.log").toFile())
            .start();
    long end = System.nanoTime() + 60_000_000_000L;
    while (System.nanoTime() < end && keeper.isAlive()) {
      SharedServers started = read(folder);
      if (started != null) {
        return started;
      }
      keeper.waitFor(25, java.util.concurrent.TimeUnit.MILLISECONDS);
    }
    keeper.destroy();
    throw new IllegalStateException(
        "the embedded servers did not start, see " + folder.resolve("keeper.log"));
  }

  private static @Nullable SharedServers read(Path folder) throws IOException {
    Path file = folder.resolve(STATE);
    if (!Files.exists(file)) {
      return null;
    }
    Properties state = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      state.load(reader);
    }
    long pid = Long.parseLong(state.getProperty("pid"));
    if (!ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false)) {
      return null;
    }
    return new SharedServers(
        Integer.parseInt(state.getProperty("postgres.port")),
        Integer.parseInt(state.getProperty("redis.port")));
  }

  /// Surefire forks java, sometimes through a shell; the outermost java ancestor is Maven, and the
  /// keeper ends with it.
  private static long outermostJava() {
    long outermost = ProcessHandle.current().pid();
    Optional<ProcessHandle> ancestor = ProcessHandle.current().parent();
    while (ancestor.isPresent()) {
      if (ancestor.get().info().command().map(c -> c.endsWith("/java")).orElse(false)) {
        outermost = ancestor.get().pid();
      }
      ancestor = ancestor.get().parent();
    }
    return outermost;
  }

  /// Surefire may pass its class path in a manifest, so the keeper's is put together from the
  /// places its classes were loaded from.
  private static String keeperClassPath() {
    Set<String> entries = new LinkedHashSet<>();
    for (String type :
        List.of(
            "io.competitoriq.embedded.Keeper",
            "org.jspecify.annotations.NullMarked",
            "io.zonky.test.db.postgres.embedded.EmbeddedPostgres",
            "org.postgresql.Driver",
            "redis.embedded.RedisServer",
            "com.google.common.io.Files",
            "org.apache.commons.io.FileUtils",
            "org.apache.commons.lang3.StringUtils",
            "org.apache.commons.compress.archivers.tar.TarArchiveInputStream",
            "org.apache.commons.codec.binary.Hex",
            "org.tukaani.xz.XZInputStream",
            "org.slf4j.Logger")) {
      entries.add(jarOf(type));
    }
    for (String binaries :
        List.of(
            "postgres-linux-x86_64.txz",
            "postgres-linux-arm_64.txz",
            "postgres-darwin-x86_64.txz",
            "postgres-darwin-arm_64.txz")) {
      jarHolding(binaries).ifPresent(entries::add);
    }
    return String.join(java.io.File.pathSeparator, entries);
  }

  private static String jarOf(String type) {
    try {
      return Path.of(
              Class.forName(type, false, SharedServers.class.getClassLoader())
                  .getProtectionDomain()
                  .getCodeSource()
                  .getLocation()
                  .toURI())
          .toString();
    } catch (ClassNotFoundException | URISyntaxException missing) {
      throw new IllegalStateException("the keeper needs " + type, missing);
    }
  }

  private static Optional<String> jarHolding(String resource) {
    var url = SharedServers.class.getClassLoader().getResource(resource);
    if (url == null || !url.getProtocol().equals("jar")) {
      return Optional.empty();
    }
    String path = url.getPath();
    return Optional.of(Path.of(URI.create(path.substring(0, path.indexOf("!/")))).toString());
  }
}
