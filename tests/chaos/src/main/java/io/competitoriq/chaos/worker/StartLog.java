package io.competitoriq.chaos.worker;

import io.competitoriq.jobs.Job;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// One line per start of a handler in this process, written before the handler does anything, so
/// that it outlives a killed process: queue, job, attempt, monotonic ns, starts under way.
@ApplicationScoped
class StartLog {

  private final Map<String, AtomicInteger> busy = new ConcurrentHashMap<>();
  private final OutputStream out;

  StartLog(ChaosConfig config) throws IOException {
    Files.createDirectories(config.folder());
    String file = "starts-%s-%d.log".formatted(config.name(), ProcessHandle.current().pid());
    this.out = new FileOutputStream(config.folder().resolve(file).toFile(), true);
  }

  void begin(Job<Act> job) {
    int now = busyOf(job.queue()).incrementAndGet();
    String line =
        "%s %d %d %d %d%n".formatted(job.queue(), job.id(), job.attempt(), System.nanoTime(), now);
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
    } catch (IOException full) {
      throw new UncheckedIOException(full);
    }
  }

  void end(Job<Act> job) {
    busyOf(job.queue()).decrementAndGet();
  }

  private AtomicInteger busyOf(String queue) {
    return busy.computeIfAbsent(queue, _ -> new AtomicInteger());
  }

  @PreDestroy
  void close() throws IOException {
    out.close();
  }
}
