package io.competitoriq.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// How much memory processes hold, in bytes.
public final class Memory {

  private Memory() {}

  /// Resident memory of this process alone; 0 when it has ended.
  public static long resident(long pid) {
    Path status = Path.of("/proc/" + pid + "/status");
    if (!Files.exists(Path.of("/proc/self/status"))) {
      return fromPs(pid);
    }
    return field(status, "VmRSS:");
  }

  /// Memory of this process and all below it, with shared pages counted once: PostgreSQL's backends
  /// share most of theirs.
  public static long ofTree(long pid) {
    return Stream.concat(
            Stream.of(pid),
            ProcessHandle.of(pid).stream()
                .flatMap(ProcessHandle::descendants)
                .map(ProcessHandle::pid))
        .mapToLong(Memory::proportional)
        .sum();
  }

  private static long proportional(long pid) {
    long share = field(Path.of("/proc/" + pid + "/smaps_rollup"), "Pss:");
    return share > 0 ? share : resident(pid);
  }

  private static long field(Path file, String name) {
    try (Stream<String> lines = Files.lines(file, StandardCharsets.ISO_8859_1)) {
      return lines
          .filter(line -> line.startsWith(name))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
          .findFirst()
          .orElse(0);
    } catch (NoSuchFileException ended) {
      return 0;
    } catch (IOException | java.io.UncheckedIOException unreadable) {
      return 0;
    }
  }

  private static long fromPs(long pid) {
    try {
      Process ps = new ProcessBuilder(List.of("ps", "-o", "rss=", "-p", "" + pid)).start();
      String answer =
          new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      ps.waitFor(2, TimeUnit.SECONDS);
      return answer.isEmpty() ? 0 : Long.parseLong(answer) * 1024;
    } catch (IOException none) {
      return 0;
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }
}
