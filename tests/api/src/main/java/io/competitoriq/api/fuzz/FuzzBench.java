package io.competitoriq.api.fuzz;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.api.document.ApiDocument;
import io.competitoriq.api.workspace.Installation;
import io.competitoriq.api.workspace.Playground;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// `./ciq bench fuzz`: findings go to standard error, one line of JSON to standard output. Ends
/// with 1 when there is a finding.
public final class FuzzBench {

  private FuzzBench() {}

  public static void main(String[] arguments) throws SQLException, IOException {
    Map<String, String> options = new TreeMap<>();
    for (int i = 0; i + 1 < arguments.length; i += 2) {
      options.put(arguments[i], arguments[i + 1]);
    }
    var installation = new Installation(Path.of(options.getOrDefault("--home", ".ciq/demo")));
    var document = ApiDocument.of(Path.of(options.getOrDefault("--root", ".")));
    int requests = Integer.parseInt(options.getOrDefault("--requests", "10000"));
    long seed = Long.parseLong(options.getOrDefault("--seed", "1"));
    String only = options.get("--only");
    int from = only == null ? 0 : Integer.parseInt(only);
    long begun = System.nanoTime();
    Findings findings;
    try (var playground = new Playground(installation, document)) {
      findings =
          new Fuzz(installation, document, playground.workspace(), playground.cookie(), seed)
              .run(from, only == null ? requests : from + 1);
    }
    findings.faults().forEach(FuzzBench::tell);
    System.out.println(json(findings, seed, (System.nanoTime() - begun) / 1_000_000));
    System.exit(findings.faults().isEmpty() ? 0 : 1);
  }

  private static void tell(Findings.Finding finding) {
    System.err.printf(
        "%d %s: %s%n    %s%n    %s%n",
        finding.index(),
        finding.operation(),
        finding.faults(),
        finding.request(),
        finding.answer());
  }

  private static String json(Findings findings, long seed, long millis) throws IOException {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("bench", "fuzz");
    json.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    json.put(
        "machine",
        Map.of(
            "cpus", Runtime.getRuntime().availableProcessors(),
            "jdk", Runtime.version().toString()));
    json.put("seed", seed);
    json.put("byStatus", new TreeMap<>(findings.byStatus()));
    List<Map<String, Object>> rows = new ArrayList<>();
    rows.add(Map.of("metric", "requests", "unit", "requests", "ours", findings.requests()));
    rows.add(Map.of("metric", "operations", "unit", "operations", "ours", findings.operations()));
    rows.add(Map.of("metric", "time", "unit", "ms", "ours", millis));
    rows.add(none("server_errors", findings.serverErrors()));
    rows.add(none("answers_not_as_documented", findings.faults().size()));
    json.put("rows", rows);
    return new ObjectMapper().writeValueAsString(json);
  }

  private static Map<String, Object> none(String metric, int found) {
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("metric", metric);
    row.put("unit", "answers");
    row.put("ours", found);
    row.put("goal", "0");
    row.put("met", found == 0);
    return row;
  }
}
