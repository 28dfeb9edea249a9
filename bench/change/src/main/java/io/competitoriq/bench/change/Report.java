package io.competitoriq.bench.change;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// The result as one line of JSON.
final class Report {

  private static final double MOST_FALSE = 2;
  private static final double LEAST_FOUND = 98;
  private static final Predicate<String> NOISE = kind -> kind.startsWith("noise: ");
  private static final Predicate<String> EDIT =
      kind -> kind.startsWith("edit: ") && !kind.endsWith("+ noise") && !kind.endsWith("+noise");
  private static final Predicate<String> BOTH =
      kind -> kind.startsWith("edit: ") && (kind.endsWith("+ noise") || kind.endsWith("+noise"));

  private final List<Map<String, Object>> rows = new ArrayList<>();
  private final Map<String, Object> kinds = new LinkedHashMap<>();

  /// @param name of the way it was measured
  /// @param withStatus whether the edits are known, so that their status can be checked
  void add(String name, Measure measure, boolean withStatus) {
    measure
        .changed()
        .forEach(
            (who, tally) -> {
              boolean ours = who.equals(Measure.OURS);
              Tally found = ours && withStatus ? measure.status() : tally;
              row(name + ", false changes", who, tally, NOISE, ours ? MOST_FALSE : null, true);
              row(name + ", changes found", who, found, EDIT, ours ? LEAST_FOUND : null, false);
              row(name + ", changes found under noise", who, found, BOTH, null, false);
            });
    measure
        .changed()
        .forEach(
            (who, tally) -> {
              if (who.equals(Measure.OURS)) {
                kinds.put(name + ", raised", tally.byKind());
              }
            });
    if (withStatus) {
      kinds.put(name + ", right status", measure.status().byKind());
    }
  }

  private void row(
      String metric,
      String who,
      Tally tally,
      Predicate<String> which,
      @Nullable Double goal,
      boolean atMost) {
    Map<String, Object> row = new LinkedHashMap<>();
    double percent = tally.percent(which);
    row.put("metric", metric);
    row.put("unit", "%");
    row.put(who.equals(Measure.OURS) ? "ours" : "theirs", percent);
    row.put("peer", who.equals(Measure.OURS) ? null : who);
    row.put("cases", tally.cases(which));
    row.put("goal", goal == null ? null : (atMost ? "<= " : ">= ") + goal);
    row.put("met", goal == null ? null : atMost ? percent <= goal : percent >= goal);
    rows.add(row);
  }

  String json() throws JsonProcessingException {
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("bench", "change");
    report.put("at", Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS).toString());
    report.put("rows", rows);
    report.put("kinds", kinds);
    return new ObjectMapper()
        .setDefaultPropertyInclusion(Include.NON_NULL)
        .writeValueAsString(report);
  }
}
