package io.competitoriq.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.chart.Chart.Environment;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// How the pods start, stop, spread and give way.
class WorkloadTest {

  record Workload(Environment environment, String name, JsonNode deployment) {

    JsonNode pod() {
      return deployment.at("/spec/template/spec");
    }

    JsonNode container() {
      return pod().at("/containers/0");
    }

    @Override
    public String toString() {
      return environment + " " + name;
    }
  }

  static Stream<Workload> everyWorkload() {
    return Stream.of(Environment.values())
        .flatMap(
            environment ->
                Chart.render(environment).services().stream()
                    .map(made -> new Workload(environment, Chart.Manifests.nameOf(made), made)));
  }

  @ParameterizedTest
  @MethodSource("everyWorkload")
  void isReplacedWithoutAGap(Workload workload) {
    JsonNode rolling = workload.deployment.at("/spec/strategy/rollingUpdate");

    assertThat(rolling.path("maxUnavailable").asInt(1)).isZero();
    assertThat(rolling.path("maxSurge").asInt()).isEqualTo(1);
    assertThat(workload.deployment.at("/spec/minReadySeconds").asInt()).isEqualTo(10);
    assertThat(workload.container().at("/lifecycle/preStop/sleep/seconds").asInt()).isEqualTo(5);
  }

  @ParameterizedTest
  @MethodSource("everyWorkload")
  void isLeftTimeToFinish(Workload workload) {
    boolean runsJobs = env(workload, "CIQ_JOBS_WORKERS").equals("true");

    assertThat(workload.pod().path("terminationGracePeriodSeconds").asInt())
        .isEqualTo(runsJobs ? 120 : 45);
  }

  /// Liveness asks nothing but the process itself: a database that is away restarts no pod.
  @ParameterizedTest
  @MethodSource("everyWorkload")
  void isProbedOnTheManagementPort(Workload workload) {
    for (var probe :
        Map.of(
                "startupProbe", "/q/health/started",
                "readinessProbe", "/q/health/ready",
                "livenessProbe", "/q/health/live")
            .entrySet()) {
      JsonNode get = workload.container().path(probe.getKey()).path("httpGet");
      assertThat(get.path("path").asText()).isEqualTo(probe.getValue());
      assertThat(get.path("port").asText()).isEqualTo("management");
    }
  }

  @ParameterizedTest
  @MethodSource("everyWorkload")
  void isSelectedByLabelsThatNeverChange(Workload workload) {
    JsonNode selector = workload.deployment.at("/spec/selector/matchLabels");

    assertThat(selector.properties().stream().map(Map.Entry::getKey))
        .containsExactlyInAnyOrder(
            "app.kubernetes.io/name", "app.kubernetes.io/component", "app.kubernetes.io/instance");
    JsonNode labels = workload.deployment.at("/spec/template/metadata/labels");
    selector.properties().forEach(e -> assertThat(labels.get(e.getKey())).isEqualTo(e.getValue()));
  }

  @ParameterizedTest
  @MethodSource("everyWorkload")
  void everyVariableHasOneValue(Workload workload) {
    List<String> names =
        workload.container().path("env").valueStream().map(e -> e.path("name").asText()).toList();

    assertThat(names).doesNotHaveDuplicates().contains("CIQ_DB_URL", "CIQ_REDIS_URL");
  }

  /// A number of replicas beside an autoscaler would undo it with every release.
  @ParameterizedTest
  @MethodSource("everyWorkload")
  void replicasAreLeftToTheAutoscaler(Workload workload) {
    Chart.Manifests all = Chart.render(workload.environment);
    boolean scaled =
        all.has("HorizontalPodAutoscaler", workload.name) || all.has("ScaledObject", workload.name);

    assertThat(workload.deployment.at("/spec/replicas").isMissingNode()).isEqualTo(scaled);
  }

  @ParameterizedTest
  @MethodSource("everyWorkload")
  void onePodAtATimeIsEvictedWhereThereAreSeveral(Workload workload) {
    Chart.Manifests all = Chart.render(workload.environment);
    int least = least(all, workload);

    assertThat(all.has("PodDisruptionBudget", workload.name)).isEqualTo(least > 1);
    if (least > 1) {
      JsonNode budget = all.one("PodDisruptionBudget", workload.name).path("spec");
      assertThat(budget.path("maxUnavailable").asInt()).isEqualTo(1);
      assertThat(budget.path("unhealthyPodEvictionPolicy").asText()).isEqualTo("AlwaysAllow");
    }
  }

  @ParameterizedTest
  @EnumSource(names = {"STAGING", "PROD"})
  void podsAreSpreadOverZonesAndNodes(Environment environment) {
    for (JsonNode deployment : Chart.render(environment).ofKind("Deployment")) {
      assertThat(
              deployment
                  .at("/spec/template/spec/topologySpreadConstraints")
                  .findValuesAsText("topologyKey"))
          .containsExactly("topology.kubernetes.io/zone", "kubernetes.io/hostname");
    }
  }

  @Test
  void productionHasFourDoorsAndTwoWorkersOfEachKindAtLeast() {
    Chart.Manifests prod = Chart.render(Environment.PROD);

    assertThat(prod.one("HorizontalPodAutoscaler", "competitoriq-gateway").at("/spec/minReplicas"))
        .hasToString("4");
    for (String service : List.of("competitors", "crawl", "process", "analysis")) {
      assertThat(
              prod.one("ScaledObject", "competitoriq-" + service + "-worker")
                  .at("/spec/minReplicaCount"))
          .hasToString("2");
    }
  }

  @Test
  void everyServiceIsAskedAtTheNameOfItsService() {
    Chart.Manifests prod = Chart.render(Environment.PROD);
    Workload gateway =
        new Workload(Environment.PROD, "gateway", prod.one("Deployment", "competitoriq-gateway"));

    for (String service : List.of("COMPETITORS", "CRAWL", "PROCESS", "ANALYSIS")) {
      String address = env(gateway, "CIQ_" + service + "_URL");
      String host = address.replaceAll("http://([^:]+):8080", "$1");
      assertThat(prod.one("Service", host).at("/spec/ports/0/port").asInt()).isEqualTo(8080);
    }
  }

  @Test
  void theMigrationRunsBeforeEverythingElse() {
    JsonNode template = Chart.yaml(Chart.folder().resolve("values.yaml")).path("migrations");

    assertThat(template.path("asHook").asBoolean()).isTrue();
    assertThat(Chart.text(Chart.folder().resolve("templates/migrate.yaml")))
        .contains("helm.sh/hook: pre-install,pre-upgrade");
    JsonNode job = Chart.render(Environment.PROD).one("Job", "competitoriq-migrate-1");
    assertThat(job.at("/spec/template/spec/serviceAccountName").isMissingNode()).isTrue();
    assertThat(job.at("/spec/activeDeadlineSeconds").asInt()).isEqualTo(600);
  }

  /// A runtime has no compiler: a program in one file would not start in the image.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "deploy/docker/service.Dockerfile",
        "helm/competitoriq/templates/tests/ready.yaml"
      })
  void whatAsksFromInsideTheImageIsAClassOfOurs(String file) {
    String text = Chart.text(Chart.root().resolve(file));

    assertThat(text).contains("lib/main/", "io.competitoriq.telemetry.ReadyProbe");
    assertThat(text).doesNotContain(".java");
    assertThat(
            Chart.root()
                .resolve("libs/telemetry/src/main/java/io/competitoriq/telemetry/ReadyProbe.java"))
        .exists();
  }

  private static int least(Chart.Manifests all, Workload workload) {
    if (all.has("ScaledObject", workload.name)) {
      return all.one("ScaledObject", workload.name).at("/spec/minReplicaCount").asInt();
    }
    if (all.has("HorizontalPodAutoscaler", workload.name)) {
      return all.one("HorizontalPodAutoscaler", workload.name).at("/spec/minReplicas").asInt();
    }
    return workload.deployment.at("/spec/replicas").asInt();
  }

  private static String env(Workload workload, String name) {
    return workload
        .container()
        .path("env")
        .valueStream()
        .filter(entry -> entry.path("name").asText().equals(name))
        .map(entry -> entry.path("value").asText())
        .findFirst()
        .orElse("");
  }
}
