package io.competitoriq.bench.queue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/// How this bench's processes are run, and what the system says about any process.
final class Processes {

  /// The kernel counts processor time in hundredths of a second, whatever it schedules by.
  private static final double MICROS_PER_TICK = 10_000;

  private Processes() {}

  /// Folder of this bench.
  static Path home() {
    return Path.of(System.getProperty("bench.home", "bench/queue")).toAbsolutePath().normalize();
  }

  static Path application() {
    return home().resolve("target/quarkus-app/quarkus-run.jar");
  }

  /// What a JVM picks by itself in a service's container (little memory, so one collecting thread),
  /// with both compilers. `./ciq up` stops at the first one to start quickly and small; a figure of
  /// throughput must not.
  static List<String> java() {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:+UseSerialGC",
        "-Xmx768m",
        "--enable-native-access=ALL-UNNAMED");
  }

  /// 0 for a process that has ended.
  static double cpuMicros(long pid) throws IOException {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
      return MICROS_PER_TICK * (Long.parseLong(fields[11]) + Long.parseLong(fields[12]));
    } catch (NoSuchFileException ended) {
      return 0;
    }
  }
}
