package io.competitoriq.chart;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Properties;

/// One queue as the engine works it, second by second: first in, first out, so many slots in a pod,
/// so many starts of all pods together in any minute.
final class QueueRun {

  /// The engine's goal, `ciq.jobs.scale.drain-target`, and its bounds; held to docs/metrics.md.
  static final int DRAIN_SECONDS = 300;

  private static final int LEAST = 1;
  private static final int MOST = 20;
  private static final int MINUTE = 60;

  private final Load.Jobs jobs;
  private final int slots;
  private final int perMinute;
  private final Deque<Batch> waiting = new ArrayDeque<>();
  private final int[] startedIn = new int[MINUTE];
  private final int[] endingIn;
  private int backlog;
  private int running;
  private int startedInMinute;
  private int longestWait;
  private int lateSeconds;

  /// Jobs that came in one second.
  private record Batch(int second, int jobs) {}

  QueueRun(Load.Jobs jobs) {
    Properties settings = settings();
    String prefix = "ciq.jobs.queues." + jobs.queue() + ".";
    this.jobs = jobs;
    slots = Integer.parseInt(settings.getProperty(prefix + "slots", "3"));
    perMinute = Integer.parseInt(settings.getProperty(prefix + "limit", "0"));
    endingIn = new int[jobs.runSeconds()];
  }

  /// @param pods that can run jobs in this second; those that stop end what they run
  void step(int second, int pods) {
    int came = jobs.arrivals().applyAsInt(second);
    if (came > 0) {
      waiting.addLast(new Batch(second, came));
      backlog += came;
    }
    running -= endingIn[second % endingIn.length];
    startedInMinute -= startedIn[second % MINUTE];
    int starts = Math.min(backlog, Math.max(0, pods * slots - running));
    if (perMinute > 0) {
      starts = Math.min(starts, perMinute - startedInMinute);
    }
    endingIn[second % endingIn.length] = starts;
    startedIn[second % MINUTE] = starts;
    running += starts;
    startedInMinute += starts;
    backlog -= starts;
    take(second, starts);
    if (!waiting.isEmpty() && second - waiting.getFirst().second > DRAIN_SECONDS) {
      lateSeconds++;
    }
  }

  private void take(int second, int starts) {
    int left = starts;
    while (left > 0) {
      Batch first = waiting.removeFirst();
      longestWait = Math.max(longestWait, second - first.second);
      if (first.jobs > left) {
        waiting.addFirst(new Batch(first.second, first.jobs - left));
      }
      left -= Math.min(left, first.jobs);
    }
  }

  /// `ciq_queue_desired_workers`, by the engine's formula.
  int wantedWorkers() {
    double rate = (double) depth() / DRAIN_SECONDS;
    if (perMinute > 0) {
      rate = Math.min(rate, (double) perMinute / MINUTE);
    }
    return Math.clamp((int) Math.ceil(rate * jobs.runSeconds() / slots), LEAST, MOST);
  }

  /// Jobs that are ready or run.
  int depth() {
    return backlog + running;
  }

  /// Cores that its jobs use.
  double cores() {
    return running * jobs.cpuSeconds() / jobs.runSeconds();
  }

  /// In seconds, from when a job might have started to its start.
  int longestWait() {
    return longestWait;
  }

  /// Seconds in which some job had waited longer than the engine's goal.
  int lateSeconds() {
    return lateSeconds;
  }

  /// As the services ship them.
  private static Properties settings() {
    Path file =
        Chart.root()
            .resolve("libs/jobs/src/main/resources/META-INF/microprofile-config.properties");
    var settings = new Properties();
    try (var reader = Files.newBufferedReader(file)) {
      settings.load(reader);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return settings;
  }
}
