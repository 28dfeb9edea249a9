package io.competitoriq.chaos.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.management.ManagementFactory;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What a run found.
///
/// @param about seed, minutes, faults by kind and the like
public record Report(Map<String, Object> about, List<Row> rows) {

  /// True when every row that has a goal meets it.
  public boolean met() {
    return rows.stream().allMatch(row -> row.met() == null || row.met());
  }

  /// Rows whose goal is missed.
  public List<Row> missed() {
    return rows.stream().filter(row -> row.met() != null && !row.met()).toList();
  }

  /// Minutes since that reading of [System#nanoTime], to a hundredth.
  public static double minutesSince(long nanos) {
    return Math.round((System.nanoTime() - nanos) / 6e8) / 100.0;
  }

  /// One line.
  public String json(Instant at) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("bench", "chaos");
    json.put("at", at.truncatedTo(ChronoUnit.SECONDS).toString());
    json.put("machine", machine());
    json.putAll(about);
    json.put("rows", rows);
    try {
      return new ObjectMapper().writeValueAsString(json);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static Map<String, Object> machine() {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("cpus", Runtime.getRuntime().availableProcessors());
    machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.arch"));
    machine.put("jdk", Runtime.version().toString());
    machine.put("load", ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
    return machine;
  }
}
