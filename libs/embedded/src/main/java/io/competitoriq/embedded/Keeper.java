package io.competitoriq.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/// A process of its own that keeps the servers up until the process it watches has ended, so that
/// not even a killed Maven leaves them behind.
public final class Keeper {

  private Keeper() {}

  /// @param args the folder, and the id of the process to watch
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    long watched = Long.parseLong(args[1]);
    EmbeddedServers servers =
        EmbeddedServers.start(
            new EmbeddedServers.Settings(folder, folder.resolveSibling("postgresql"), 0, 0, false));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(folder, servers)));
    SharedServers.publish(folder, servers);
    ProcessHandle.of(watched).ifPresent(process -> process.onExit().join());
    System.exit(0);
  }

  private static void stop(Path folder, EmbeddedServers servers) {
    try {
      SharedServers.withdraw(folder);
      servers.close();
      deleteRecursively(folder);
    } catch (IOException failed) {
      System.err.println("the embedded servers did not stop cleanly: " + failed.getMessage());
    }
  }

  private static void deleteRecursively(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
