package io.competitoriq.crawl.render;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where this machine's browser is.
final class BrowserFinder {
  private static final List<String> NAMES =
      List.of(
          "chromium",
          "chromium-browser",
          "google-chrome-stable",
          "google-chrome",
          "chrome",
          "chrome-headless-shell",
          "chromium-headless-shell",
          "microsoft-edge");
  private static final List<Path> BUNDLES =
      List.of(
          Path.of("/Applications/Chromium.app/Contents/MacOS/Chromium"),
          Path.of("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"));

  private BrowserFinder() {}

  /// The configured executable and no other, or the first of the usual names on `path`.
  static Optional<Path> find(Optional<String> configured, String path) {
    return configured.isPresent()
        ? configured.map(Path::of).filter(Files::isExecutable)
        : Stream.concat(onPath(path), BUNDLES.stream()).filter(Files::isExecutable).findFirst();
  }

  private static Stream<Path> onPath(String path) {
    List<Path> folders =
        Stream.of(path.split(File.pathSeparator))
            .filter(it -> !it.isBlank())
            .map(Path::of)
            .toList();
    return NAMES.stream().flatMap(name -> folders.stream().map(folder -> folder.resolve(name)));
  }
}
