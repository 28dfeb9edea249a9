package io.competitoriq.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.chart.Chart.Environment;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// nginx between the Ingress and the gateways: where requests go, and how it stops and gives way.
class WebTest {

  private static final String WEB = "competitoriq-web";

  @ParameterizedTest
  @CsvSource({"DEV, 1", "STAGING, 2", "PROD, 2"})
  void everyEnvironmentHasItsNumber(Environment environment, int pods) {
    Chart.Manifests all = Chart.render(environment);

    assertThat(all.one("Deployment", WEB).at("/spec/replicas").asInt()).isEqualTo(pods);
    assertThat(all.has("PodDisruptionBudget", WEB)).isEqualTo(pods > 1);
    assertThat(all.has("HorizontalPodAutoscaler", WEB)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(Environment.class)
  void itAsksTheGatewaysOfItsRelease(Environment environment) {
    Chart.Manifests all = Chart.render(environment);
    String gateways = all.one("ConfigMap", WEB).at("/data/gateways.conf").asText();

    assertThat(gateways).isEqualTo("server competitoriq-gateway:8080 max_fails=0;\n");
    assertThat(all.one("Service", "competitoriq-gateway").at("/spec/ports/0/port").asInt())
        .isEqualTo(8080);
  }

  /// What is mounted replaces files that the image has under the same names.
  @Test
  void itMountsOverFilesThatAreThere() {
    JsonNode mounts = container(Chart.render(Environment.PROD)).path("volumeMounts");

    assertThat(mounts.findValuesAsText("mountPath"))
        .containsExactly(
            "/tmp", "/srv/nginx/site/gateways.conf", "/srv/nginx/site/trusted-proxies.conf");
    for (String file : List.of("gateways.conf", "trusted-proxies.conf")) {
      assertThat(Chart.root().resolve("deploy/nginx/site").resolve(file)).exists();
    }
    assertThat(Chart.text(Chart.root().resolve("deploy/docker/web.Dockerfile")))
        .contains("COPY deploy/nginx/ /srv/nginx/", "COPY deploy/docker/web/ /srv/nginx/");
  }

  @ParameterizedTest
  @EnumSource(names = {"STAGING", "PROD"})
  void theIngressLeadsToItAndWhomItForwardsIsBelieved(Environment environment) {
    Chart.Manifests all = Chart.render(environment);

    assertThat(backend(all)).isEqualTo(WEB);
    assertThat(all.one("ConfigMap", WEB).at("/data/trusted-proxies.conf").asText())
        .isEqualTo("set_real_ip_from 10.0.0.0/8;\n");
    assertThat(variable(all, "CIQ_BEHIND_PROXY")).isEqualTo("true");
    assertThat(variable(all, "CIQ_TRUSTED_PROXIES")).isEqualTo("10.0.0.0/8");
  }

  @Test
  void withoutAnIngressNobodyInFrontIsBelieved() {
    Chart.Manifests dev = Chart.render(Environment.DEV);

    assertThat(dev.one("ConfigMap", WEB).at("/data/trusted-proxies.conf").asText())
        .doesNotContain("set_real_ip_from");
  }

  @Test
  void withoutItTheIngressLeadsToTheGateways() {
    Chart.Manifests prod = Chart.render(Environment.PROD, Map.of("web.enabled", "false"));

    assertThat(backend(prod)).isEqualTo("competitoriq-gateway");
    for (String kind : List.of("Deployment", "Service", "ConfigMap", "PodDisruptionBudget")) {
      assertThat(prod.has(kind, WEB)).isFalse();
    }
  }

  @Test
  void withoutItTheGatewaysFaceTheStreetThemselves() {
    var without = Chart.render(Environment.PROD, Map.of("web.enabled", "false"));

    assertThat(
            without
                .one("NetworkPolicy", "competitoriq-gateway")
                .at("/spec/ingress")
                .findValuesAsText("kubernetes.io/metadata.name"))
        .containsExactlyInAnyOrder("monitoring", "ingress-nginx");
    assertThat(without.has("NetworkPolicy", "competitoriq-web")).isFalse();
  }

  /// A gateway that is away must not have nginx restarted, which tells people that it is.
  @Test
  void itIsProbedForItselfAlone() {
    JsonNode container = container(Chart.render(Environment.PROD));

    for (String probe : List.of("readinessProbe", "livenessProbe")) {
      assertThat(container.at("/" + probe + "/httpGet/path").asText()).isEqualTo("/nginx/alive");
    }
    assertThat(Chart.text(Chart.root().resolve("deploy/docker/web/nginx.conf")))
        .contains("location = /nginx/alive");
  }

  @Test
  void liveStreamsHaveTimeToEnd() {
    JsonNode pod = Chart.render(Environment.PROD).one("Deployment", WEB).at("/spec/template/spec");
    int patience =
        Integer.parseInt(
            Chart.text(Chart.root().resolve("deploy/docker/web/nginx.conf"))
                .replaceAll("(?s).*worker_shutdown_timeout (\\d+)s;.*", "$1"));
    int before =
        container(Chart.render(Environment.PROD)).at("/lifecycle/preStop/sleep/seconds").asInt();

    assertThat(pod.path("terminationGracePeriodSeconds").asInt()).isGreaterThan(patience + before);
  }

  @Test
  void itsPodsAreReplacedWhenWhatTheyMountChanges() {
    String before = checksum(Map.of());

    assertThat(checksum(Map.of("ingress.trustedProxies[0]", "10.1.0.0/16"))).isNotEqualTo(before);
    assertThat(checksum(Map.of("model.name", "another"))).isEqualTo(before);
  }

  private static String checksum(Map<String, String> values) {
    return Chart.render(Environment.PROD, values)
        .one("Deployment", WEB)
        .at("/spec/template/metadata/annotations/checksum~1config")
        .asText();
  }

  private static String backend(Chart.Manifests all) {
    return all.one("Ingress", "competitoriq")
        .at("/spec/rules/0/http/paths/0/backend/service/name")
        .asText();
  }

  private static JsonNode container(Chart.Manifests all) {
    return all.one("Deployment", WEB).at("/spec/template/spec/containers/0");
  }

  private static String variable(Chart.Manifests all, String name) {
    return all.one("Deployment", "competitoriq-gateway")
        .at("/spec/template/spec/containers/0/env")
        .valueStream()
        .filter(entry -> entry.path("name").asText().equals(name))
        .map(entry -> entry.path("value").asText())
        .findFirst()
        .orElse("");
  }
}
