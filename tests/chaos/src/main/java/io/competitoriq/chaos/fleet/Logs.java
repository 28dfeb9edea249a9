package io.competitoriq.chaos.fleet;

import io.competitoriq.chaos.server.Waiting;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/// What a process has said.
final class Logs {

  static final String WORKING = "working queues=";
  static final String PRODUCING = "producing";

  /// A JVM under a wrong clock starts slowly, and on a busy machine very slowly.
  private static final Duration PATIENCE = Duration.ofSeconds(180);

  static final String IDENTITY = "worker=";
  private static final String DIRECT = "Redis is away, direct mode queue=";
  private static final String TICKETS = "tickets again queue=";

  private Logs() {}

  /// What follows the sign in the last line that has it; empty when none has.
  static String last(File log, String sign) {
    try (var lines = Files.lines(log.toPath())) {
      return lines
          .filter(line -> line.contains(WORKING))
          .reduce("", (_, line) -> line.substring(line.indexOf(sign) + sign.length()).strip());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static void await(File log, String sign) {
    awaitMore(log, sign, 0);
  }

  /// Waits until the sign is there more than `before` times.
  static void awaitMore(File log, String sign, long before) {
    Waiting.until(sign + " in " + log, PATIENCE, () -> count(log, sign) > before);
  }

  /// The queues that the present process works without tickets.
  static Set<String> inDirectMode(File log) {
    Set<String> direct = new TreeSet<>();
    try (var lines = Files.lines(log.toPath())) {
      lines.forEach(line -> note(line, direct));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return direct;
  }

  private static void note(String line, Set<String> direct) {
    if (line.contains(WORKING)) {
      direct.clear(); // another process
    } else if (line.contains(DIRECT)) {
      direct.add(line.substring(line.indexOf(DIRECT) + DIRECT.length()));
    } else if (line.contains(TICKETS)) {
      direct.remove(line.substring(line.indexOf(TICKETS) + TICKETS.length()));
    }
  }

  /// True when the sign is there behind the first `skip` bytes.
  static boolean has(File log, long skip, String sign) {
    try (var in = new FileInputStream(log)) {
      in.skipNBytes(Math.min(skip, log.length()));
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).contains(sign);
    } catch (IOException beingWritten) {
      return false;
    }
  }

  static long count(File log, String sign) {
    if (!log.exists()) {
      return 0;
    }
    try (var lines = Files.lines(log.toPath())) {
      return lines.filter(line -> line.contains(sign)).count();
    } catch (IOException beingWritten) {
      return 0;
    }
  }
}
