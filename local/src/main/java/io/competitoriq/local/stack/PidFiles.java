package io.competitoriq.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// The folder `run`: one file per running process, named after it, holding its id. What is in there
/// after the launcher has gone is what it could not stop.
public final class PidFiles {

  private final Path folder;

  public PidFiles(Path folder) {
    this.folder = folder;
  }

  void write(String name, long pid) {
    try {
      Files.createDirectories(folder);
      Files.writeString(file(name), pid + "\n");
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  void remove(String name) {
    try {
      Files.deleteIfExists(file(name));
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  /// The living process of this name.
  public Optional<ProcessHandle> find(String name) {
    return firstNumber(file(name)).flatMap(ProcessHandle::of).filter(ProcessHandle::isAlive);
  }

  /// The number in the first line, if there is one.
  static Optional<Long> firstNumber(Path file) {
    try {
      return Files.readAllLines(file).stream().findFirst().map(String::strip).map(Long::parseLong);
    } catch (IOException | NumberFormatException none) {
      return Optional.empty();
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".pid");
  }
}
