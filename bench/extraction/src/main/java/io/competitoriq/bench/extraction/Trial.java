package io.competitoriq.bench.extraction;

import com.sun.management.OperatingSystemMXBean;
import io.competitoriq.bench.extraction.Corpus.Page;
import java.lang.management.ManagementFactory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What an engine read, and how fast.
///
/// @param texts by page id; empty where it failed
/// @param failures pages it threw at
/// @param pagesPerCpuSecond over the processor time of the whole process, compilation and
///   collection included, from the second pass on; 0 when it was not measured
record Trial(Map<String, String> texts, int failures, double pagesPerCpuSecond) {

  private static final double TIMED_SECONDS = 15;

  static Trial of(Engine engine, List<Page> pages) {
    Map<String, String> texts = new LinkedHashMap<>();
    int failures = 0;
    for (Page page : pages) {
      try {
        texts.put(page.id(), engine.text(page));
      } catch (RuntimeException | StackOverflowError failed) {
        failures++;
        texts.put(page.id(), "");
      }
    }
    return new Trial(texts, failures, timed(engine, pages));
  }

  private static double timed(Engine engine, List<Page> pages) {
    var system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long start = system.getProcessCpuTime();
    int read = 0;
    double seconds;
    do {
      for (Page page : pages) {
        try {
          engine.text(page);
        } catch (RuntimeException | StackOverflowError failed) {
          // Counted in the first pass.
        }
        read++;
      }
      seconds = (system.getProcessCpuTime() - start) / 1e9;
    } while (seconds < TIMED_SECONDS);
    return read / seconds;
  }
}
