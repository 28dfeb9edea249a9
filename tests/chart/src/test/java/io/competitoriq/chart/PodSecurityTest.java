package io.competitoriq.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.competitoriq.chart.Chart.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The pod security standard "restricted" (Kubernetes documentation, Pod Security Standards) and
/// what NSA and CISA add in their hardening guide 1.2, on every pod.
class PodSecurityTest {

  private static final Set<String> VOLUMES =
      Set.of(
          "configMap",
          "csi",
          "downwardAPI",
          "emptyDir",
          "ephemeral",
          "persistentVolumeClaim",
          "projected",
          "secret");

  record Pod(Environment environment, String name, JsonNode spec) {
    @Override
    public String toString() {
      return environment + " " + name;
    }
  }

  static Stream<Pod> everyPod() {
    return Stream.of(Environment.values())
        .flatMap(
            environment ->
                Chart.render(environment).pods().entrySet().stream()
                    .map(pod -> new Pod(environment, pod.getKey(), pod.getValue())));
  }

  @ParameterizedTest
  @MethodSource("everyPod")
  void isRestricted(Pod pod) {
    assertThat(faults(pod.spec)).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("everyPod")
  void isHardened(Pod pod) {
    assertThat(pod.spec.path("automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(pod.spec.path("enableServiceLinks").asBoolean(true)).isFalse();
    for (JsonNode container : pod.spec.path("containers")) {
      assertThat(container.at("/securityContext/readOnlyRootFilesystem").asBoolean()).isTrue();
      assertThat(container.at("/securityContext/runAsUser").asInt()).isEqualTo(10001);
      assertThat(container.at("/securityContext/runAsGroup").asInt()).isEqualTo(10001);
      assertThat(container.at("/resources/limits/memory").asText()).isNotEmpty();
      assertThat(container.at("/resources/requests/memory").asText()).isNotEmpty();
      assertThat(container.at("/resources/requests/cpu").asText()).isNotEmpty();
      assertThat(container.at("/resources/limits/cpu").isMissingNode()).isTrue();
    }
    for (JsonNode volume : pod.spec.path("volumes")) {
      assertThat(volume.has("emptyDir") && volume.at("/emptyDir/sizeLimit").asText().isEmpty())
          .as("%s without a bound", volume)
          .isFalse();
    }
  }

  /// Each of these would make a pod less than restricted: the check above must say so.
  static Stream<String> weaknesses() {
    return Stream.of(
        "{\"hostNetwork\": true}",
        "{\"hostPID\": true}",
        "{\"hostIPC\": true}",
        "{\"securityContext\": {\"runAsNonRoot\": false}}",
        "{\"securityContext\": {\"seccompProfile\": {\"type\": \"Unconfined\"}}}",
        "{\"securityContext\": {\"sysctls\": [{\"name\": \"kernel.msgmax\", \"value\": \"1\"}]}}",
        "{\"volumes\": [{\"name\": \"host\", \"hostPath\": {\"path\": \"/\"}}]}",
        "{\"containers\": [{\"securityContext\": {\"privileged\": true}}]}",
        "{\"containers\": [{\"securityContext\": {\"allowPrivilegeEscalation\": true}}]}",
        "{\"containers\": [{\"securityContext\": {\"capabilities\": {\"drop\": []}}}]}",
        "{\"containers\": [{\"securityContext\": {\"capabilities\": {\"add\": [\"SYS_ADMIN\"]}}}]}",
        "{\"containers\": [{\"securityContext\": {\"runAsUser\": 0}}]}",
        "{\"containers\": [{\"securityContext\": {\"procMount\": \"Unmasked\"}}]}",
        "{\"containers\": [{\"ports\": [{\"hostPort\": 80}]}]}",
        "{\"containers\": [{\"livenessProbe\": {\"httpGet\": {\"host\": \"10.0.0.1\"}}}]}");
  }

  @ParameterizedTest
  @MethodSource("weaknesses")
  void aWeaknessIsSeen(String weakness) throws Exception {
    ObjectNode pod =
        (ObjectNode)
            Chart.render(Environment.PROD)
                .one("Deployment", "competitoriq-crawl")
                .at("/spec/template/spec");
    assertThat(faults(pod)).isEmpty();

    assertThat(faults(merged(pod, Chart.YAML.readTree(weakness)))).hasSize(1);
  }

  @Test
  void everyEnvironmentHasPods() {
    assertThat(everyPod()).hasSize(7 + 11 + 15);
  }

  private static List<String> faults(JsonNode pod) {
    List<String> faults = new ArrayList<>();
    for (String host : List.of("hostNetwork", "hostPID", "hostIPC")) {
      check(faults, host, !pod.path(host).asBoolean());
    }
    JsonNode context = pod.path("securityContext");
    check(faults, "pod runs as somebody", context.path("runAsNonRoot").asBoolean());
    check(faults, "seccomp", context.at("/seccompProfile/type").asText().equals("RuntimeDefault"));
    check(faults, "sysctls", context.path("sysctls").isMissingNode());
    for (JsonNode volume : pod.path("volumes")) {
      volume
          .fieldNames()
          .forEachRemaining(
              field -> check(faults, "volume", field.equals("name") || VOLUMES.contains(field)));
    }
    for (JsonNode container : pod.path("containers")) {
      faults.addAll(containerFaults(container));
    }
    return faults;
  }

  private static List<String> containerFaults(JsonNode container) {
    List<String> faults = new ArrayList<>();
    JsonNode context = container.path("securityContext");
    check(faults, "privileged", !context.path("privileged").asBoolean());
    check(faults, "escalation", !context.path("allowPrivilegeEscalation").asBoolean(true));
    check(faults, "drop", context.at("/capabilities/drop/0").asText().equals("ALL"));
    check(faults, "add", context.at("/capabilities/add").isMissingNode());
    check(faults, "root", context.path("runAsUser").asInt() != 0);
    check(faults, "container runs as somebody", context.path("runAsNonRoot").asBoolean());
    check(faults, "proc", context.path("procMount").asText("Default").equals("Default"));
    for (JsonNode port : container.path("ports")) {
      check(faults, "hostPort", port.path("hostPort").asInt() == 0);
    }
    for (String probe : List.of("livenessProbe", "readinessProbe", "startupProbe")) {
      check(faults, probe, container.path(probe).path("httpGet").path("host").isMissingNode());
    }
    return faults;
  }

  private static void check(List<String> faults, String what, boolean holds) {
    if (!holds) {
      faults.add(what);
    }
  }

  private static JsonNode merged(JsonNode base, JsonNode change) {
    if (base.isArray() && change.isArray() && !change.isEmpty() && !base.isEmpty()) {
      var first = merged(base.get(0), change.get(0));
      return Chart.YAML.createArrayNode().add(first);
    }
    if (!base.isObject() || !change.isObject()) {
      return change;
    }
    ObjectNode merged = base.deepCopy();
    change
        .fields()
        .forEachRemaining(
            field ->
                merged.set(field.getKey(), merged(merged.path(field.getKey()), field.getValue())));
    return merged;
  }
}
