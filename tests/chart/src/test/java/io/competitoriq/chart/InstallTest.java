package io.competitoriq.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.chart.Chart.Environment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the pages of docs/install tell people to type is there.
class InstallTest {

  private static final Path PAGES = Chart.root().resolve("docs/install");
  private static final Pattern VALUE = Pattern.compile("`([a-z][A-Za-z]*(?:\\.[a-zA-Z]+)+)[`:]");
  private static final Pattern FILE =
      Pattern.compile("(?<![\\w/.:])((?:helm|deploy|docs|ops|tests|k8s)/[\\w./-]*\\w)");
  private static final Pattern BLOCK = Pattern.compile("(?s)```(\\w+)\n(.*?)```");

  static Stream<Path> everyPage() {
    try (Stream<Path> files = Files.list(PAGES)) {
      return files.filter(file -> file.toString().endsWith(".md")).sorted().toList().stream();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  @ParameterizedTest
  @MethodSource("everyPage")
  void everyValueThatIsNamedIsOneOfTheCharts(Path page) {
    JsonNode schema = Chart.yaml(Chart.folder().resolve("values.schema.json"));
    List<String> unknown =
        VALUE
            .matcher(Chart.text(page))
            .results()
            .map(match -> match.group(1))
            .filter(name -> schema.path("properties").has(name.replaceAll("\\..*", "")))
            .filter(name -> of(schema, name).isMissingNode())
            .toList();

    assertThat(unknown).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyPage")
  void everyFileOfACommandIsThere(Path page) {
    List<String> lost =
        BLOCK
            .matcher(Chart.text(page))
            .results()
            .filter(block -> block.group(1).equals("sh"))
            .flatMap(block -> FILE.matcher(block.group(2)).results())
            .map(match -> match.group(1))
            .filter(file -> !Files.exists(Chart.root().resolve(file)))
            .toList();

    assertThat(lost).isEmpty();
  }

  /// The example of an operator's own values knows no key that the chart refuses.
  @Test
  void everyKeyOfTheExamplesIsOneOfTheCharts() throws IOException {
    JsonNode schema = Chart.yaml(Chart.folder().resolve("values.schema.json"));
    List<String> unknown = new ArrayList<>();
    for (Path page : everyPage().toList()) {
      for (var block : BLOCK.matcher(Chart.text(page)).results().toList()) {
        if (block.group(1).equals("yaml")) {
          keys(Chart.YAML.readTree(block.group(2)), schema, "", unknown);
        }
      }
    }

    assertThat(unknown).isEmpty();
  }

  @Test
  void everyOptionOfTheImageBuilderIsOneItKnows() {
    String builder = Chart.text(Chart.root().resolve("deploy/docker/build"));
    List<String> options =
        everyPage()
            .flatMap(page -> Chart.text(page).lines())
            .filter(line -> line.contains("deploy/docker/build"))
            .map(line -> line.replaceAll("[#`].*|.*(?=deploy/docker/build)", ""))
            .flatMap(line -> Pattern.compile("--[a-z-]+").matcher(line).results())
            .map(match -> match.group())
            .distinct()
            .toList();

    assertThat(options).isNotEmpty();
    assertThat(options).allSatisfy(option -> assertThat(builder).contains("\n    " + option + ")"));
  }

  @Test
  void theStoresOfATrialAreWhatTheChartLooksFor() {
    Chart.Manifests stores = Chart.Manifests.parsed(Chart.text(PAGES.resolve("stores.yaml")));
    JsonNode values = Chart.yaml(Chart.folder().resolve("values.yaml"));

    assertThat(stores.all())
        .allSatisfy(object -> assertThat(StrictKubernetes.fault(object)).isEmpty());
    for (ObjectNode made : stores.ofKind("Deployment")) {
      assertThat(made.at("/spec/template/metadata/labels").path("competitoriq.io/data").asText())
          .isEqualTo("true");
    }
    JsonNode database = values.path("database");
    assertThat(
            stores.one("Service", database.path("host").asText()).at("/spec/ports/0/port").asInt())
        .isEqualTo(database.path("port").asInt());
    assertThat(values.at("/redis/url").asText())
        .isEqualTo(
            "redis://redis:" + stores.one("Service", "redis").at("/spec/ports/0/port").asInt());
    assertThat(values.at("/database/existingSecret").asText())
        .isEqualTo(
            stores
                .one("Deployment", "postgresql")
                .at("/spec/template/spec/containers/0/env/1/valueFrom/secretKeyRef/name")
                .asText());
  }

  @Test
  void theSizesAreWhatTheChartAsksFor() {
    var table =
        new StringBuilder(
            """
            | Size | Pods | Cores | Memory, GiB | Database connections |
            |---|---|---|---|---|
            """);
    for (Environment environment : Environment.values()) {
      Requests least = Requests.of(Chart.render(environment), false);
      Requests most = Requests.of(Chart.render(environment), true);
      table.append(
          String.format(
              Locale.ROOT,
              "| %s (%s) | %s | %s | %s | %d at most, with the migration's |%n",
              List.of("Small", "Medium", "Large").get(environment.ordinal()),
              environment.lower(),
              range("%.0f", least.pods(), most.pods()),
              range("%.2f", least.cores(), most.cores()),
              range("%.1f", least.gib(), most.gib()),
              most.connections()));
    }

    Generated.hold(PAGES.resolve("sizing.md"), "<!-- table -->\n", table.toString());
  }

  private static String range(String format, double least, double most) {
    String from = String.format(Locale.ROOT, format, least);
    String to = String.format(Locale.ROOT, format, most);
    return from.equals(to) ? from : from + " to " + to;
  }

  private static JsonNode of(JsonNode schema, String name) {
    JsonNode found = schema;
    for (String part : name.split("\\.", -1)) {
      found = found.path("properties").path(part);
    }
    return found;
  }

  private static void keys(JsonNode value, JsonNode schema, String path, List<String> unknown) {
    value
        .properties()
        .forEach(
            field -> {
              JsonNode known = schema.path("properties").path(field.getKey());
              if (known.isMissingNode()) {
                unknown.add(path + "." + field.getKey());
              }
              keys(field.getValue(), known, path + "." + field.getKey(), unknown);
            });
  }
}
