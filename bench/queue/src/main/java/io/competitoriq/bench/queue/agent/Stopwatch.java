package io.competitoriq.bench.queue.agent;

import com.sun.management.OperatingSystemMXBean;
import io.competitoriq.bench.queue.Figures;
import java.lang.management.ManagementFactory;
import java.util.List;

/// Wall and processor time of this process since it was made.
final class Stopwatch {

  private final long cpu = cpuNanos();
  private final long from = System.nanoTime();

  Figures stop() {
    return stop(System.nanoTime(), List.of());
  }

  Figures stop(long end, List<Double> latencies) {
    return new Figures(from, end, (cpuNanos() - cpu) / 1000, latencies);
  }

  private static long cpuNanos() {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    return system.getProcessCpuTime();
  }
}
