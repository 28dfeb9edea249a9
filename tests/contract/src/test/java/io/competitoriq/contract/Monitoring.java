package io.competitoriq.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// The files of monitoring: rules, dashboards, and the names they may go by.
final class Monitoring {

  private static final Path ROOT =
      Path.of(System.getProperty("ciq.root", "../..")).toAbsolutePath().normalize();
  private static final Path FOLDER = ROOT.resolve("deploy/monitoring");
  private static final YAMLMapper YAML = new YAMLMapper();

  /// What in an expression is no name of a metric: texts, labels, ranges, groupings, variables.
  private static final Pattern OTHER =
      Pattern.compile(
          "\"(?:[^\"\\\\]|\\\\.)*\"|\\{[^}]*}|\\[[^]]*]"
              + "|\\b(?:by|on|without|ignoring|group_left)\\s*\\([^)]*\\)"
              + "|\\b(?:and|or|unless|bool|group_left)\\b");

  private static final Pattern NAME =
      Pattern.compile("(?<![\\w.$])[a-zA-Z_:][\\w:]*(?![\\w:]|\\s*\\()");

  private Monitoring() {}

  static Path root() {
    return ROOT;
  }

  static List<Path> rules() {
    return Stream.of(
            "deploy/monitoring/recording.yaml",
            "deploy/monitoring/alerts.yaml",
            "deploy/monitoring/service-alerts.yaml",
            "deploy/monitoring/cluster-alerts.yaml",
            "deploy/monitoring/slo-rules.yaml",
            "deploy/recovery/alerts.yaml")
        .map(ROOT::resolve)
        .toList();
  }

  static List<Path> dashboards() {
    try (Stream<Path> files = Files.list(FOLDER.resolve("grafana"))) {
      return files.sorted().toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static List<JsonNode> alerts() {
    List<JsonNode> alerts = new ArrayList<>();
    for (Path file : rules()) {
      read(file).path("groups").forEach(group -> group.path("rules").forEach(alerts::add));
    }
    alerts.removeIf(rule -> !rule.has("alert"));
    return alerts;
  }

  /// Every name the contract knows, with the endings under which a histogram's or summary's series
  /// are found.
  static Set<String> contract() {
    JsonNode contract = read(FOLDER.resolve("contract.yaml"));
    Set<String> names = new TreeSet<>();
    metrics(contract)
        .forEach(
            metric -> {
              names.add(metric.getKey());
              for (String ending : List.of("_bucket", "_count", "_sum", "_max")) {
                names.add(metric.getKey() + ending);
              }
            });
    contract
        .path("exporters")
        .forEach(exporter -> exporter.forEach(name -> names.add(name.asText())));
    return names;
  }

  /// The services' own metrics as the contract writes them.
  static Set<String> serviceMetrics() {
    Set<String> names = new TreeSet<>();
    metrics(read(FOLDER.resolve("contract.yaml"))).forEach(metric -> names.add(metric.getKey()));
    return names;
  }

  private static Stream<java.util.Map.Entry<String, JsonNode>> metrics(JsonNode contract) {
    return StreamSupport.stream(contract.path("services").spliterator(), false)
        .flatMap(group -> group.properties().stream());
  }

  /// Names of metrics in an expression of PromQL.
  static Set<String> namesIn(String expr) {
    Set<String> names = new TreeSet<>();
    NAME.matcher(OTHER.matcher(expr).replaceAll(" "))
        .results()
        .map(MatchResult::group)
        .forEach(names::add);
    return names;
  }

  static JsonNode read(Path file) {
    try {
      return YAML.readTree(Files.readString(file));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
