package io.competitoriq.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/// What a rendered autoscaler asks for. KEDA makes a HorizontalPodAutoscaler of a ScaledObject, so
/// both are read as one.
///
/// @param name of the autoscaler and of what it scales
/// @param least pods at any time
/// @param most pods at any time
/// @param cpuTarget mean use aimed at, in % of the CPU that is set aside
/// @param queues whose wanted workers are shared out over the pods
/// @param wantedPerPod wanted workers that one pod stands for
record Scaling(
    String name,
    int least,
    int most,
    int cpuTarget,
    List<String> queues,
    double wantedPerPod,
    Speed up,
    Speed down) {

  /// How far the number of pods may go in one direction.
  ///
  /// @param windowSeconds the most careful recommendation of this time counts
  /// @param policies of which the one that allows most holds
  record Speed(int windowSeconds, List<Policy> policies) {}

  /// @param percent whether `value` is a share of the pods, not a number of them
  record Policy(boolean percent, int value, int periodSeconds) {}

  static Scaling of(Chart.Manifests manifests, String name) {
    return manifests.has("ScaledObject", name)
        ? of(manifests.one("ScaledObject", name))
        : of(manifests.one("HorizontalPodAutoscaler", name));
  }

  static Scaling of(JsonNode object) {
    return object.path("kind").asText().equals("ScaledObject") ? keda(object) : plain(object);
  }

  private static Scaling keda(JsonNode object) {
    JsonNode spec = object.path("spec");
    List<JsonNode> asked =
        spec.path("triggers")
            .valueStream()
            .filter(trigger -> trigger.path("type").asText().equals("prometheus"))
            .toList();
    int cpu =
        spec.path("triggers")
            .valueStream()
            .filter(trigger -> trigger.path("type").asText().equals("cpu"))
            .mapToInt(trigger -> trigger.at("/metadata/value").asInt())
            .findFirst()
            .orElseThrow();
    JsonNode behavior = spec.at("/advanced/horizontalPodAutoscalerConfig/behavior");
    return new Scaling(
        Chart.Manifests.nameOf(object),
        spec.path("minReplicaCount").asInt(),
        spec.path("maxReplicaCount").asInt(),
        cpu,
        asked.stream()
            .map(trigger -> trigger.at("/metadata/query").asText())
            .map(query -> query.replaceAll(".*queue=\"([a-z-]+)\".*", "$1"))
            .toList(),
        asked.stream()
            .mapToDouble(trigger -> trigger.at("/metadata/threshold").asDouble())
            .max()
            .orElseThrow(),
        speed(behavior.path("scaleUp"), 0),
        speed(behavior.path("scaleDown"), 300));
  }

  private static Scaling plain(JsonNode object) {
    JsonNode spec = object.path("spec");
    List<JsonNode> external =
        spec.path("metrics")
            .valueStream()
            .map(metric -> metric.path("external"))
            .filter(JsonNode::isObject)
            .toList();
    return new Scaling(
        Chart.Manifests.nameOf(object),
        spec.path("minReplicas").asInt(),
        spec.path("maxReplicas").asInt(),
        spec.at("/metrics/0/containerResource/target/averageUtilization").asInt(),
        external.stream()
            .map(metric -> metric.at("/metric/selector/matchLabels/queue").asText())
            .toList(),
        external.stream()
            .mapToDouble(metric -> metric.at("/target/averageValue").asDouble())
            .max()
            .orElse(1),
        speed(spec.at("/behavior/scaleUp"), 0),
        speed(spec.at("/behavior/scaleDown"), 300));
  }

  private static Speed speed(JsonNode rules, int otherwise) {
    if (rules.path("selectPolicy").asText("Max").equals("Max")) {
      return new Speed(
          rules.path("stabilizationWindowSeconds").asInt(otherwise),
          rules
              .path("policies")
              .valueStream()
              .map(
                  policy ->
                      new Policy(
                          policy.path("type").asText().equals("Percent"),
                          policy.path("value").asInt(),
                          policy.path("periodSeconds").asInt()))
              .toList());
    }
    throw new AssertionError("the simulation knows selectPolicy Max alone: " + rules);
  }
}
