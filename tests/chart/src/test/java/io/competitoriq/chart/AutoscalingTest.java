package io.competitoriq.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.chart.Chart.Environment;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the rendered autoscalers do at a given load, by the formula of Kubernetes' documentation:
/// desired = ceil(current x metric / target), nothing within 10 % of the target, the largest of all
/// metrics, within the bounds.
class AutoscalingTest {

  /// What the gateway's autoscaler makes of a mean CPU utilisation in production.
  @ParameterizedTest
  @CsvSource({
    "4, 10, 4", "4, 30, 4", "4, 58, 4", "4, 64, 4", "4, 70, 4", "4, 71, 5", "4, 80, 5", "4, 90, 6",
    "4, 100, 7", "4, 120, 8", "4, 150, 8", "6, 64, 6", "6, 70, 6", "6, 71, 7", "6, 57, 6",
        "6, 40, 4",
    "6, 20, 4", "8, 64, 8", "8, 90, 8", "8, 50, 7", "8, 30, 4", "8, 0, 4"
  })
  void theGatewayScalesOnCpuAboveSeventy(int now, int cpu, int then) {
    ObjectNode scaler =
        Chart.render(Environment.PROD).one("HorizontalPodAutoscaler", "competitoriq-gateway");
    JsonNode metric = scaler.at("/spec/metrics/0/containerResource");
    assertThat(metric.path("name").asText()).isEqualTo("cpu");
    int target = metric.at("/target/averageUtilization").asInt();

    assertThat(
            bounded(
                Autoscaler.desired(now, cpu, target),
                scaler.at("/spec/minReplicas").asInt(),
                scaler.at("/spec/maxReplicas").asInt()))
        .isEqualTo(then);
  }

  /// The engine says how many workers could be used: the answer is the number of pods, exactly.
  @ParameterizedTest
  @CsvSource({
    "2, 0, 10, 2", "2, 1, 10, 2", "2, 2, 10, 2", "2, 3, 10, 3", "2, 4, 10, 4", "2, 9, 10, 4",
        "3, 1, 10, 2",
    "3, 2, 10, 2", "3, 3, 10, 3", "3, 4, 10, 4", "4, 1, 10, 2", "4, 2, 10, 2", "4, 3, 10, 3",
        "4, 4, 10, 4",
    "2, 1, 80, 3", "2, 1, 71, 3", "2, 1, 70, 2", "3, 1, 95, 4", "4, 2, 30, 2"
  })
  void workersScaleOnBacklogAndCpu(int now, int wanted, int cpu, int then) {
    ObjectNode scaled =
        Chart.render(Environment.PROD).one("ScaledObject", "competitoriq-crawl-worker");
    int cpuTarget = cpuTrigger(scaled).at("/metadata/value").asInt();
    int byBacklog = Autoscaler.shared(now, wanted, 1);
    int byCpu = Autoscaler.desired(now, cpu, cpuTarget);

    assertThat(
            bounded(
                Math.max(byBacklog, byCpu),
                scaled.at("/spec/minReplicaCount").asInt(),
                scaled.at("/spec/maxReplicaCount").asInt()))
        .isEqualTo(then);
  }

  static Stream<JsonNode> everyScaledObject() {
    return Stream.of(Environment.STAGING, Environment.PROD)
        .flatMap(environment -> Chart.render(environment).ofKind("ScaledObject").stream());
  }

  @ParameterizedTest
  @MethodSource("everyScaledObject")
  void missingFiguresAreNoReasonToScaleIn(JsonNode scaled) {
    assertThat(scaled.at("/spec/fallback/behavior").asText()).isEqualTo("currentReplicasIfHigher");
    for (JsonNode trigger : scaled.at("/spec/triggers")) {
      if (trigger.path("type").asText().equals("prometheus")) {
        assertThat(trigger.at("/metadata/ignoreNullValues").asText()).isEqualTo("false");
        assertThat(trigger.at("/metadata/threshold").asText()).isEqualTo("1");
        assertThat(trigger.path("metricType").asText()).isEqualTo("AverageValue");
      }
    }
    // KEDA cannot make a fallback of a trigger on CPU alone.
    assertThat(scaled.at("/spec/triggers").size()).isGreaterThanOrEqualTo(2);
    // The queue's figures come from the workers: with none there would be none.
    assertThat(scaled.at("/spec/minReplicaCount").asInt()).isPositive();
  }

  @ParameterizedTest
  @MethodSource("everyScaledObject")
  void asksForAFigureThatIsRecorded(JsonNode scaled) {
    String recorded = Chart.text(Chart.root().resolve("deploy/monitoring/recording.yaml"));
    for (JsonNode trigger : scaled.at("/spec/triggers")) {
      String query = trigger.at("/metadata/query").asText();
      if (!query.isEmpty()) {
        String metric = query.replaceAll("max\\(([a-z_0-9:]+)\\{queue=\"[a-z-]+\"}\\)", "$1");
        assertThat(recorded).contains("record: " + metric + "\n");
      }
    }
  }

  @Test
  void everyQueueIsSomebodysReason() {
    var queues =
        everyScaledObject()
            .flatMap(scaled -> scaled.at("/spec/triggers").findValuesAsText("query").stream())
            .map(query -> query.replaceAll(".*queue=\"([a-z-]+)\".*", "$1"))
            .distinct();

    assertThat(queues)
        .containsExactlyInAnyOrder(
            "crawl-jobs",
            "process-jobs",
            "analysis-jobs",
            "signal-jobs",
            "alert-jobs",
            "discovery-jobs");
  }

  /// Two autoscalers of one target fight; KEDA makes the second one itself.
  @Test
  void nothingIsScaledTwice() {
    Chart.Manifests prod = Chart.render(Environment.PROD);
    var names =
        Stream.concat(
                prod.ofKind("HorizontalPodAutoscaler").stream(),
                prod.ofKind("ScaledObject").stream())
            .map(Chart.Manifests::nameOf)
            .toList();

    assertThat(names).hasSize(6).doesNotHaveDuplicates();
  }

  @Test
  void withoutKedaAnAdapterIsAsked() {
    Chart.Manifests prod =
        Chart.render(Environment.PROD, Map.of("autoscaling.engine", "hpa-external"));

    assertThat(prod.ofKind("ScaledObject")).isEmpty();
    JsonNode external =
        prod.one("HorizontalPodAutoscaler", "competitoriq-crawl-worker")
            .at("/spec/metrics/1/external");
    assertThat(external.at("/metric/name").asText()).isEqualTo("ciq_queue_desired_workers");
    assertThat(external.at("/metric/selector/matchLabels/queue").asText()).isEqualTo("crawl-jobs");
    assertThat(external.at("/target/averageValue").asText()).isEqualTo("1");
  }

  @Test
  void workersAreTakenAwaySlowly() {
    for (JsonNode scaled : everyScaledObject().toList()) {
      JsonNode down = scaled.at("/spec/advanced/horizontalPodAutoscalerConfig/behavior/scaleDown");
      assertThat(down.path("stabilizationWindowSeconds").asInt()).isEqualTo(300);
      assertThat(down.at("/policies/0/value").asInt()).isEqualTo(1);
    }
  }

  private static JsonNode cpuTrigger(JsonNode scaled) {
    return scaled
        .at("/spec/triggers")
        .valueStream()
        .filter(trigger -> trigger.path("type").asText().equals("cpu"))
        .findFirst()
        .orElseThrow();
  }

  private static int bounded(int desired, int least, int most) {
    return Math.clamp(desired, least, most);
  }
}
