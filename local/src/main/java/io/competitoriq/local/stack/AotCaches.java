package io.competitoriq.local.stack;

import io.competitoriq.local.LocalConfig;
import io.competitoriq.local.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Start-up caches of the JVM (JEP 483, 514), one per service, found by the exact build and JDK
/// they were made for. A start with its cache needs about half the processor time.
final class AotCaches {

  private final Path folder;
  private final LocalConfig config;

  AotCaches(LocalConfig config) {
    this.config = config;
    this.folder = config.shared().resolve("aot");
  }

  /// The cache of this very build, if it has been made.
  Optional<Path> usable(Service service) {
    return Optional.of(fileOf(service)).filter(Files::exists);
  }

  /// Where the cache of this very build belongs.
  Path fileOf(Service service) {
    return folder.resolve(service.label() + "-" + key(config.application(service)) + ".aot");
  }

  /// Puts a finished cache in its place and deletes those of earlier builds.
  void keep(Service service, Path finished) throws IOException {
    Path place = fileOf(service);
    try (Stream<Path> earlier = Files.list(folder)) {
      for (Path old : earlier.toList()) {
        if (old.getFileName().toString().startsWith(service.label() + "-")
            && !old.equals(finished)) {
          Files.delete(old);
        }
      }
    }
    Files.move(finished, place);
  }

  Path draftOf(Service service) throws IOException {
    Files.createDirectories(folder);
    return folder.resolve(service.label() + "-draft-" + ProcessHandle.current().pid() + ".aot");
  }

  /// The JVM checks size and time of each archive on the class path, and so does this key.
  private static String key(Path application) {
    MessageDigest digest = sha256();
    for (String part :
        List.of(
            System.getProperty("java.vm.version"),
            System.getProperty("java.home"),
            application.toString(),
            String.join(" ", ServiceCommand.FLAGS))) {
      digest.update((part + "\n").getBytes(StandardCharsets.UTF_8));
    }
    try (Stream<Path> files = Files.walk(application)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        String line =
            "%s %d %s%n".formatted(file, Files.size(file), Files.getLastModifiedTime(file));
        digest.update(line.getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
