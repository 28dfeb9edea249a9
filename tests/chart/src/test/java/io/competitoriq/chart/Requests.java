package io.competitoriq.chart;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;

/// What the pods that run all the time are set aside together; jobs are left out.
///
/// @param connections of the database that they may open: each pool, two for each pod that are its
///   own, and what the migration and people at a prompt need
record Requests(int pods, double cores, double gib, int connections) {

  private static final int OTHER_CONNECTIONS = 22;
  private static final int OWN_CONNECTIONS = 2;

  /// @param most with every autoscaler at its most, not at its least
  static Requests of(Chart.Manifests manifests, boolean most) {
    int pods = 0;
    double cores = 0;
    double gib = 0;
    int connections = OTHER_CONNECTIONS;
    for (JsonNode deployment : manifests.ofKind("Deployment")) {
      int replicas = replicas(manifests, deployment, most);
      JsonNode container = deployment.at("/spec/template/spec/containers/0");
      pods += replicas;
      cores += replicas * cores(container.at("/resources/requests/cpu").asText());
      gib += replicas * gib(container.at("/resources/requests/memory").asText());
      int pool = pool(container);
      connections += pool == 0 ? 0 : replicas * (pool + OWN_CONNECTIONS);
    }
    return new Requests(pods, cores, gib, connections);
  }

  /// `250m` is a quarter of a core.
  static double cores(String cpu) {
    return cpu.endsWith("m")
        ? new BigDecimal(cpu.replace("m", "")).movePointLeft(3).doubleValue()
        : Double.parseDouble(cpu);
  }

  private static double gib(String memory) {
    double number = Double.parseDouble(memory.replaceAll("[A-Za-z]", ""));
    return memory.endsWith("Gi") ? number : number / 1024;
  }

  private static int pool(JsonNode container) {
    return container
        .path("env")
        .valueStream()
        .filter(v -> v.path("name").asText().equals("QUARKUS_DATASOURCE_REACTIVE_MAX_SIZE"))
        .mapToInt(v -> v.path("value").asInt())
        .sum();
  }

  private static int replicas(Chart.Manifests manifests, JsonNode deployment, boolean most) {
    String name = Chart.Manifests.nameOf(deployment);
    if (manifests.has("ScaledObject", name) || manifests.has("HorizontalPodAutoscaler", name)) {
      Scaling scaling = Scaling.of(manifests, name);
      return most ? scaling.most() : scaling.least();
    }
    return deployment.at("/spec/replicas").asInt();
  }
}
