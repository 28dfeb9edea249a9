package io.competitoriq.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.chart.Chart.Environment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Whoever asks the database knows it by its certificate, where that is checked.
class DatabaseTest {

  private static final String FILE = "/srv/database/ca.crt";

  @Test
  void everyServiceHasTheAuthorityThatProductionChecks() {
    for (JsonNode deployment : Chart.render(Environment.PROD).services()) {
      Map<String, String> env = environment(deployment);
      assertThat(env.get("CIQ_DB_URL")).endsWith("?sslmode=verify-full");
      // The client refuses to start with a mode that checks and nothing to check with.
      assertThat(env)
          .containsEntry("QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM", "true")
          .containsEntry("QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS", FILE)
          .containsEntry("QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM", "HTTPS");
      assertThat(mounted(deployment)).isTrue();
    }
  }

  @Test
  void theMigrationHasItToo() {
    JsonNode job = Chart.render(Environment.PROD).one("Job", "competitoriq-migrate-1");

    assertThat(environment(job))
        .containsEntry("CIQ_DB_SSL_MODE", "verify-full")
        .containsEntry("CIQ_DB_CA", FILE);
    assertThat(mounted(job)).isTrue();
  }

  @Test
  void withoutOneNothingIsMountedOrSaid() {
    Chart.Manifests dev = Chart.render(Environment.DEV);
    List<JsonNode> askers = new ArrayList<>(dev.services());
    askers.add(dev.one("Job", "competitoriq-migrate-1"));

    assertThat(askers)
        .allSatisfy(
            asker -> {
              assertThat(asker.toString()).doesNotContain("authority", "TRUST_CERTIFICATE");
              assertThat(asker.toString()).doesNotContain("CIQ_DB_CA");
            });
  }

  private static boolean mounted(JsonNode object) {
    JsonNode pod = object.at("/spec/template/spec");
    return pod.at("/containers/0/volumeMounts")
            .findValuesAsText("mountPath")
            .contains("/srv/database")
        && pod.path("volumes").findValuesAsText("name").contains("database-ca");
  }

  private static Map<String, String> environment(JsonNode object) {
    Map<String, String> env = new HashMap<>();
    object
        .at("/spec/template/spec/containers/0/env")
        .forEach(entry -> env.put(entry.path("name").asText(), entry.path("value").asText()));
    return env;
  }
}
