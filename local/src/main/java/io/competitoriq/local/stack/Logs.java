package io.competitoriq.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// The log files, one per process; each start keeps the three before it.
final class Logs {

  private static final int KEPT = 3;

  private Logs() {}

  static Path of(Path folder, String name) {
    return folder.resolve(name + ".log");
  }

  static void rotate(Path folder, String name) {
    Path current = of(folder, name);
    if (!Files.exists(current)) {
      return;
    }
    try {
      for (int i = KEPT - 1; i > 0; i--) {
        Path older = folder.resolve(name + ".log." + i);
        if (Files.exists(older)) {
          Files.move(
              older, folder.resolve(name + ".log." + (i + 1)), StandardCopyOption.REPLACE_EXISTING);
        }
      }
      Files.move(current, folder.resolve(name + ".log.1"), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The last lines, for an error message.
  static List<String> tail(Path folder, String name, int lines) {
    try {
      List<String> all = Files.readAllLines(of(folder, name), StandardCharsets.ISO_8859_1);
      return all.subList(Math.max(0, all.size() - lines), all.size());
    } catch (IOException none) {
      return List.of();
    }
  }
}
