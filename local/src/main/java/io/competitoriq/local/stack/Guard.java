package io.competitoriq.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/// A tiny shell that waits at the end of a pipe and ends every process of the folder `run` when the
/// launcher is gone, however it went. Costs one idle process of about 1 MB.
final class Guard implements AutoCloseable {

  private final Process shell;

  private Guard(Process shell) {
    this.shell = shell;
  }

  static Guard watch(Path run) {
    try (InputStream script = Guard.class.getResourceAsStream("/guard.sh")) {
      if (script == null) {
        throw new IllegalStateException("the resource guard.sh is missing");
      }
      Path file = run.resolve("guard.sh");
      Files.copy(script, file, StandardCopyOption.REPLACE_EXISTING);
      return new Guard(
          new ProcessBuilder(List.of("sh", file.toString(), run.toString()))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  long pid() {
    return shell.pid();
  }

  @Override
  public void close() {
    try {
      shell.getOutputStream().close();
    } catch (IOException gone) {
      shell.destroyForcibly();
    }
  }
}
