package io.competitoriq.bench.queue;

import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.bench.queue.Rows.Row;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The result as one line of JSON and as a table of docs/performance.md.
final class Report {

  private static final String BEGIN = "<!-- bench:queue -->";
  private static final String END = "<!-- /bench:queue -->";
  private static final ObjectMapper MAPPER =
      new ObjectMapper().setDefaultPropertyInclusion(Include.NON_NULL);

  private Report() {}

  static void write(List<Row> rows, String redis, Path results, Plan plan) throws IOException {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("cores", Runtime.getRuntime().availableProcessors());
    machine.put("os", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    machine.put("java", Runtime.version().toString());
    machine.put("redis", redis);
    machine.put("load", load());
    Map<String, Object> report = new LinkedHashMap<>();
    report.put("bench", "queue");
    report.put("at", Instant.now().truncatedTo(ChronoUnit.SECONDS).toString());
    report.put("passes", plan.passes());
    report.put("short", plan.brief());
    report.put("machine", machine);
    report.put("rows", rows);
    String json = MAPPER.writeValueAsString(report);
    Files.writeString(results.resolve("result.json"), json + "\n");
    if (plan.isWhole()) {
      rewrite(
          Path.of(System.getProperty("bench.page", "docs/performance.md")), table(report, rows));
    }
    System.out.println(json);
  }

  private static String load() throws IOException {
    Path file = Path.of("/proc/loadavg");
    return Files.exists(file) ? Files.readString(file).trim() : "unknown";
  }

  private static String table(Map<String, Object> report, List<Row> rows) {
    StringBuilder table = new StringBuilder();
    Map<String, Object> machine =
        MAPPER.convertValue(report.get("machine"), new TypeReference<Map<String, Object>>() {});
    table.append(
        "%s, %s passes, %s cores, Redis %s, load at the end %s. Medians; the ratio is the median of the passes' ratios.\n\n"
            .formatted(
                report.get("at"),
                report.get("passes"),
                machine.get("cores"),
                machine.get("redis"),
                machine.get("load")));
    table.append("| Metric | Unit | Ours | Peer | Theirs | Ratio | Goal | Met |\n");
    table.append("|---|---|---|---|---|---|---|---|\n");
    for (Row row : rows) {
      table.append(
          "| %s | %s | %s | %s | %s | %s | %s | %s |\n"
              .formatted(
                  row.metric(),
                  row.unit(),
                  Numbers.shortest(row.ours()),
                  text(row.peer()),
                  text(row.theirs()),
                  text(row.ratio()),
                  text(row.goal()),
                  met(row)));
    }
    return table.toString();
  }

  private static String met(Row row) {
    return row.met() == null ? "" : row.met() ? "yes" : "**no**";
  }

  private static String text(@org.jspecify.annotations.Nullable Object value) {
    return switch (value) {
      case null -> "";
      case Double number -> Numbers.shortest(number);
      default -> value.toString();
    };
  }

  private static void rewrite(Path page, String table) throws IOException {
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN);
    int end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IOException(page + " has no place for the table, " + BEGIN + " ... " + END);
    }
    Files.writeString(
        page, text.substring(0, begin + BEGIN.length()) + "\n" + table + text.substring(end));
  }
}
