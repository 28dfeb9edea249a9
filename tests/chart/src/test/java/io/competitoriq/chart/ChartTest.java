package io.competitoriq.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.chart.Chart.Environment;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the chart renders, in every environment and with every pair of features.
class ChartTest {

  /// Switches of the chart with what they may be set to.
  private static final Map<String, List<String>> FEATURES =
      Map.ofEntries(
          Map.entry("autoscaling.engine", List.of("keda", "hpa-external", "none")),
          Map.entry("backup.engine", List.of("pgbackrest", "cnpg", "rds")),
          Map.entry("podDisruptionBudgets", List.of("true", "false")),
          Map.entry("topologySpread", List.of("true", "false")),
          Map.entry("monitoring.serviceMonitor", List.of("true", "false")),
          Map.entry("monitoring.prometheusRule", List.of("true", "false")),
          Map.entry("monitoring.dashboards", List.of("true", "false")),
          Map.entry("ingress.tlsSecret", List.of("tls", "")),
          Map.entry("mail.host", List.of("smtp.example", "")),
          Map.entry("redis.existingSecret", List.of("redis", "")),
          Map.entry("services.crawl.worker.separate", List.of("true", "false")),
          Map.entry("services.analysis.worker.separate", List.of("true", "false")),
          Map.entry("web.enabled", List.of("true", "false")),
          Map.entry("priorityClassName", List.of("high", "")));

  @Test
  void lintFindsNothing() {
    var lint = Chart.helm().lint().strict().call();

    assertThat(lint.isFailed()).as(String.join("\n", lint.getMessages())).isFalse();
  }

  static Stream<Map<String, String>> everyPairOfFeatures() {
    return Pairs.of(FEATURES).stream();
  }

  @ParameterizedTest
  @MethodSource("everyPairOfFeatures")
  void everythingIsStrictlyValid(Map<String, String> features) {
    for (Environment environment : Environment.values()) {
      var values = new HashMap<>(features);
      values.put("backup.repository.bucket", "backups");
      values.put("backup.repository.endpoint", "s3.example");
      values.put("backup.repository.region", "here");
      for (ObjectNode object : Chart.render(environment, values).all()) {
        assertThat(StrictKubernetes.fault(object))
            .as("%s %s", environment, Chart.Manifests.nameOf(object))
            .isEmpty();
      }
    }
  }

  @Test
  void aMisspeltFieldWouldBeFound() {
    ObjectNode deployment = Chart.render(Environment.DEV).one("Deployment", "competitoriq-crawl");
    ObjectNode container = (ObjectNode) deployment.at("/spec/template/spec/containers/0");
    container.put("imagePullPolcy", "Always");

    assertThat(StrictKubernetes.fault(deployment)).isPresent();
  }

  @Test
  void aFieldOfTheWrongTypeWouldBeFound() {
    ObjectNode deployment = Chart.render(Environment.DEV).one("Deployment", "competitoriq-crawl");
    ((ObjectNode) deployment.at("/spec")).put("replicas", "one");

    assertThat(StrictKubernetes.fault(deployment)).isPresent();
  }

  @ParameterizedTest
  @EnumSource(Environment.class)
  void namesAreUnique(Environment environment) {
    List<String> names =
        Chart.render(environment).all().stream()
            .map(object -> object.path("kind").asText() + "/" + Chart.Manifests.nameOf(object))
            .toList();

    assertThat(names).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Environment.class)
  void noSecretIsInTheChart(Environment environment) {
    assertThat(Chart.render(environment).ofKind("Secret")).isEmpty();
  }

  @Test
  void developmentRunsJobsInTheApisPods() {
    var dev = Chart.render(Environment.DEV);

    assertThat(dev.ofKind("Deployment")).hasSize(5 + 1);
    assertThat(environment(dev, "competitoriq-crawl")).containsEntry("CIQ_JOBS_WORKERS", "true");
    assertThat(environment(dev, "competitoriq-gateway")).containsEntry("CIQ_JOBS_WORKERS", "false");
  }

  @Test
  void productionRunsThemInPodsOfTheirOwn() {
    var prod = Chart.render(Environment.PROD);

    assertThat(prod.ofKind("Deployment")).hasSize(9 + 1);
    assertThat(environment(prod, "competitoriq-crawl")).containsEntry("CIQ_JOBS_WORKERS", "false");
    assertThat(environment(prod, "competitoriq-crawl-worker"))
        .containsEntry("CIQ_JOBS_WORKERS", "true");
  }

  @Test
  void productionRunsWhatWasSigned() {
    for (var pod : Chart.render(Environment.PROD).pods().entrySet()) {
      assertThat(pod.getValue().at("/containers/0/image").asText())
          .as(pod.getKey())
          .matches("registry\\.example/competitoriq/[a-z]+@sha256:[0-9a-f]{64}");
    }
  }

  @Test
  void aChangedSettingRestartsOnlyWhatReadsIt() {
    var before = checksums(Map.of());
    var after = checksums(Map.of("model.name", "another"));
    var changed =
        before.keySet().stream()
            .filter(name -> !Objects.equals(before.get(name), after.get(name)))
            .sorted()
            .toList();

    assertThat(changed).containsExactly("competitoriq-analysis", "competitoriq-analysis-worker");
  }

  private static Map<String, String> checksums(Map<String, String> values) {
    Map<String, String> sums = new HashMap<>();
    for (ObjectNode deployment : Chart.render(Environment.PROD, values).ofKind("Deployment")) {
      sums.put(
          Chart.Manifests.nameOf(deployment),
          deployment.at("/spec/template/metadata/annotations/checksum~1config").asText());
    }
    return sums;
  }

  private static Map<String, String> environment(Chart.Manifests manifests, String deployment) {
    Map<String, String> env = new HashMap<>();
    manifests
        .one("Deployment", deployment)
        .at("/spec/template/spec/containers/0/env")
        .forEach(entry -> env.put(entry.path("name").asText(), entry.path("value").asText()));
    return env;
  }
}
