package io.competitoriq.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.chart.Chart.Environment;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;

/// What rules and dashboards go by reaches Prometheus, and spans reach the collector.
class ObservabilityTest {

  private static final Map<String, String> TRACES =
      Map.of("traces.endpoint", "http://collector.monitoring:4318", "traces.share", "0.25");

  @Test
  void theServicesAreToldApartByOneLabelWhateverTheReleaseIsCalled() {
    JsonNode endpoint =
        Chart.render(Environment.PROD)
            .one("ServiceMonitor", "competitoriq")
            .at("/spec/endpoints/0");

    assertThat(endpoint.at("/relabelings/0/targetLabel").asText()).isEqualTo("service");
    assertThat(endpoint.at("/relabelings/0/sourceLabels/0").asText())
        .isEqualTo("__meta_kubernetes_pod_label_app_kubernetes_io_name");
  }

  @Test
  void everyPartTellsSpansToTheCollectorAndMayReachIt() {
    var manifests = Chart.render(Environment.PROD, TRACES);

    assertThat(manifests.services())
        .allSatisfy(
            deployment ->
                assertThat(environment(deployment))
                    .contains(
                        "OTEL_EXPORTER_OTLP_ENDPOINT=http://collector.monitoring:4318",
                        "CIQ_TRACES_SHARE=0.25"));
    assertThat(manifests.one("NetworkPolicy", "competitoriq-process").at("/spec/egress").toString())
        .contains("4318");
  }

  @Test
  void withoutACollectorNothingIsToldAndNoPortIsOpen() {
    var manifests = Chart.render(Environment.PROD);

    assertThat(manifests.services())
        .allSatisfy(
            deployment ->
                assertThat(environment(deployment))
                    .noneMatch(variable -> variable.startsWith("OTEL_")));
    assertThat(manifests.ofKind("NetworkPolicy"))
        .allSatisfy(policy -> assertThat(policy.toString()).doesNotContain("4318"));
  }

  @Test
  void aCollectorAtAnotherPortIsRefusedBecauseThePolicyWouldBlockIt() {
    assertThat(
            Chart.refusal(
                Environment.PROD, Map.of("traces.endpoint", "http://collector.monitoring:4317")))
        .contains("traces");
  }

  private static Stream<String> environment(JsonNode deployment) {
    return StreamSupport.stream(
            deployment.at("/spec/template/spec/containers/0/env").spliterator(), false)
        .map(variable -> variable.path("name").asText() + "=" + variable.path("value").asText());
  }
}
