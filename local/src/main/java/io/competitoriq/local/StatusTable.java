package io.competitoriq.local;

import io.competitoriq.local.stack.Health;
import io.competitoriq.local.stack.Memory;
import io.competitoriq.local.stack.QueueDepths;
import io.competitoriq.local.stack.RunState;
import io.competitoriq.local.stack.RunState.Condition;
import io.competitoriq.local.stack.RunState.ProcessState;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/// What `ciq status` prints.
final class StatusTable {

  private static final int NOT_RUNNING = 3;
  private static final String ROW = "%-12s %8s %7s %11s  %-10s %9s %9s %9s%n";

  private StatusTable() {}

  /// @return the exit code: 0 when everything is up, 1 when something is not, 3 when nothing runs
  static int print(Path home, PrintStream out) {
    Optional<RunState> state =
        RunState.read(home.resolve("run")).filter(found -> alive(found.launcher()));
    if (state.isEmpty()) {
      out.println("CompetitorIQ is not running. Start it with ./ciq up.");
      return NOT_RUNNING;
    }
    RunState running = state.get();
    out.printf(
        "%s  %s%s%n%n",
        running.phase().name().toLowerCase(Locale.ROOT),
        running.url(),
        running.demoUrl() == null ? "" : "  market " + running.demoUrl());
    out.printf(ROW, "process", "pid", "port", "management", "state", "RSS", "uptime", "restarts");
    boolean wellAll = true;
    for (ProcessState process : running.processes()) {
      wellAll &= row(process, out);
    }
    out.printf(
        ROW,
        "launcher",
        running.launcher(),
        "",
        "",
        "running",
        mib(Memory.resident(running.launcher())),
        uptime(running.startedAt()),
        "");
    out.printf("%nmemory in all processes: %s%n", mib(Memory.ofTree(running.launcher())));
    QueueDepths.read(running.postgresPort()).ifPresent(depths -> out.print("\n" + depths));
    return wellAll ? 0 : 1;
  }

  private static boolean row(ProcessState process, PrintStream out) {
    boolean isService = process.managementPort() != 0;
    boolean alive = alive(process.pid());
    boolean well = alive && (!isService || Health.ready(process.managementPort()));
    out.printf(
        ROW,
        process.name(),
        process.pid(),
        process.port(),
        isService ? process.managementPort() : "",
        word(process.condition(), alive, well),
        mib(isService ? Memory.resident(process.pid()) : Memory.ofTree(process.pid())),
        uptime(process.since()),
        isService ? process.restarts() : "");
    return well;
  }

  private static String word(Condition condition, boolean alive, boolean well) {
    if (well) {
      return "running";
    }
    return switch (condition) {
      case STARTING -> alive ? "starting" : "down";
      case RUNNING -> alive ? "not ready" : "down";
      case RESTARTING -> "restarting";
      case FAILED -> "failed";
    };
  }

  private static boolean alive(long pid) {
    return pid > 0 && ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false);
  }

  private static String mib(long bytes) {
    return (bytes >> 20) + " MiB";
  }

  private static String uptime(Instant since) {
    Duration up = Duration.between(since, Instant.now());
    return up.toHours() > 0
        ? "%dh %02dm".formatted(up.toHours(), up.toMinutesPart())
        : "%dm %02ds".formatted(up.toMinutes(), up.toSecondsPart());
  }
}
