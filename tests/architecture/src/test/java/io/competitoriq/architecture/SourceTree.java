package io.competitoriq.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// The repository's files as a person sees them: without what is built or downloaded.
final class SourceTree {

  private static final List<String> LEFT_OUT =
      List.of("/target/", "/node_modules/", "/dist/", "/.git/", "/.ciq/");

  private SourceTree() {}

  static Path root() {
    return Path.of(System.getProperty("ciq.root", "../..")).toAbsolutePath().normalize();
  }

  static List<Path> filesEndingWith(String... endings) {
    try (Stream<Path> files = Files.walk(root())) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> LEFT_OUT.stream().noneMatch(file.toString()::contains))
          .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
          .sorted()
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
