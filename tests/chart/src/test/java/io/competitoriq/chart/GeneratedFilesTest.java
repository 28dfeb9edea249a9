package io.competitoriq.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.chart.Chart.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Files made from others are as their sources make them.
class GeneratedFilesTest {

  /// What people without Helm apply is what Helm would apply.
  @ParameterizedTest
  @EnumSource(Environment.class)
  void overlaysAreTheRenderedChart(Environment environment) {
    String head =
        "# Rendered from helm/competitoriq for "
            + environment.lower()
            + "; addresses, digests and networks are examples: see k8s/README.md.\n";
    Generated.hold(
        Chart.root().resolve("k8s/" + environment.lower() + "/competitoriq.yaml"),
        head
            + Chart.rendered(
                environment,
                Map.of("monitoring.dashboards", "false", "monitoring.prometheusRule", "false")));
  }

  @Test
  void theChartBringsTheRulesAndDashboardsOfMonitoring() {
    Path monitoring = Chart.root().resolve("deploy/monitoring");
    Path files = Chart.folder().resolve("files");
    for (String rules :
        new String[] {"recording", "alerts", "service-alerts", "cluster-alerts", "slo-rules"}) {
      Generated.hold(
          files.resolve("rules/" + rules + ".yaml"),
          Chart.text(monitoring.resolve(rules + ".yaml")));
    }
    Generated.hold(
        files.resolve("rules/recovery.yaml"),
        Chart.text(Chart.root().resolve("deploy/recovery/alerts.yaml")));
    for (Path dashboard : dashboards(monitoring.resolve("grafana"))) {
      Generated.hold(files.resolve("dashboards/" + dashboard.getFileName()), Chart.text(dashboard));
    }
    assertThat(dashboards(files.resolve("dashboards")))
        .hasSameSizeAs(dashboards(monitoring.resolve("grafana")));
  }

  @Test
  void theReadmeNamesEveryValue() {
    Map<String, String> rows = new TreeMap<>();
    rows(
        Chart.yaml(Chart.folder().resolve("values.schema.json")),
        Chart.yaml(Chart.folder().resolve("values.yaml")),
        "",
        rows);
    String table =
        "| Value | Default | |\n|---|---|---|\n" + String.join("\n", rows.values()) + "\n";
    Path readme = Chart.folder().resolve("README.md");

    Generated.hold(readme, "<!-- values -->\n", table);
  }

  private static void rows(
      JsonNode schema, JsonNode defaults, String path, Map<String, String> rows) {
    schema
        .path("properties")
        .properties()
        .forEach(
            field -> {
              String name = path.isEmpty() ? field.getKey() : path + "." + field.getKey();
              JsonNode value = defaults.path(field.getKey());
              if (field.getValue().has("properties") && value.isObject()) {
                rows(field.getValue(), value, name, rows);
              } else if (!value.isMissingNode()) {
                rows.put(
                    name,
                    "| `%s` | `%s` | %s |"
                        .formatted(name, value, field.getValue().path("description").asText()));
              }
            });
  }

  private static java.util.List<Path> dashboards(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> file.toString().endsWith(".json")).sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
