package io.competitoriq.bench.queue;

import java.util.List;
import java.util.Set;

/// How much is done; `brief` is a fifth of the jobs.
record Plan(boolean brief, int passes, Set<String> phases) {

  static final List<String> PHASES =
      List.of(
          "add", "process", "latency", "memory", "durable", "effect", "rebuild", "backlog",
          "limiter");

  static Plan of(String... arguments) {
    boolean brief = false;
    int passes = 3;
    Set<String> phases = Set.copyOf(PHASES);
    for (int i = 0; i < arguments.length; i++) {
      switch (arguments[i]) {
        case "--short" -> brief = true;
        case "--passes" -> passes = Integer.parseInt(arguments[++i]);
        case "--phases" -> phases = Set.of(arguments[++i].split(",", -1));
        default -> throw new IllegalArgumentException("unknown option " + arguments[i]);
      }
    }
    if (passes < 1 || !PHASES.containsAll(phases)) {
      throw new IllegalArgumentException("--passes from 1, --phases out of " + PHASES);
    }
    return new Plan(brief, passes, phases);
  }

  /// A number of jobs, or its fifth in the short form.
  int jobs(int full) {
    return brief ? full / 5 : full;
  }

  /// Only then the result replaces the last one.
  boolean isWhole() {
    return phases.containsAll(PHASES);
  }

  boolean has(String phase) {
    return phases.contains(phase);
  }
}
