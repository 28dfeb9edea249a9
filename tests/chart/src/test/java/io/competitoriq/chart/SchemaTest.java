package io.competitoriq.chart;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.chart.Chart.Environment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What the chart refuses, and that it says which value is wrong.
class SchemaTest {

  /// environment | value | set to | what the refusal names
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "EMPTY",
      textBlock =
          """
      DEV     | enviroment                               | dev             | enviroment
      DEV     | environment                              | production      | environment
      DEV     | publicUrl                                | competitoriq.example | publicUrl
      DEV     | publicUrl                                | https://a.example/path | publicUrl
      DEV     | image.regsitry                           | r.example       | regsitry
      DEV     | image.repository                         | UPPER           | repository
      DEV     | image.tag                                | -x              | tag
      DEV     | image.digests.gateway                    | sha256:abc      | digests
      DEV     | image.digests.gateway                    | latest          | digests
      DEV     | image.digests.web                        | sha256:abc      | web
      DEV     | image.digests.nginx                      | sha256:abc      | nginx
      DEV     | web.enabled                              | maybe           | enabled
      DEV     | web.replicas                             | 0               | replicas
      DEV     | web.replicas                             | 51              | replicas
      DEV     | web.pool                                 | 5               | pool
      DEV     | web.resources.limits.memory              | lots            | memory
      DEV     | web.resources.limits.cpu                 | 1               | cpu
      DEV     | image.pullPolicy                         | Sometimes       | pullPolicy
      DEV     | database.host                            | EMPTY           | host
      DEV     | database.port                            | 0               | port
      DEV     | database.port                            | 70000           | port
      DEV     | database.port                            | five            | port
      DEV     | database.name                            | Name;drop       | name
      DEV     | database.sslMode                         | on              | sslMode
      DEV     | database.maxConnections                  | 5               | maxConnections
      DEV     | database.password                        | secret          | password
      DEV     | database.caConfigMap                     | Upper_Case      | caConfigMap
      DEV     | database.sslMode                         | verify-full     | caConfigMap
      DEV     | database.existingSecret                  | EMPTY           | existingSecret
      DEV     | database.existingSecret                  | Upper_Case      | existingSecret
      DEV     | database.keys.password                   | a b             | keys
      DEV     | database.keys.pasword                    | x               | pasword
      DEV     | redis.url                                | http://redis    | redis
      DEV     | redis.url                                | redis://user:pw@redis:6379 | redis
      DEV     | redis.host                               | redis           | host
      DEV     | redis.existingSecret                     | Upper           | existingSecret
      DEV     | secrets.existingSecret                   | EMPTY           | existingSecret
      DEV     | secrets.keys.seal                        | EMPTY           | seal
      DEV     | auth.mode                                | ldap            | mode
      DEV     | auth.mode                                | oidc            | oidc
      DEV     | auth.oidc.issuer                         | http://id.example | issuer
      DEV     | auth.oidc.secret                         | x               | secret
      DEV     | mail.port                                | 0               | port
      DEV     | mail.startTls                            | yes please      | startTls
      DEV     | mail.password                            | x               | password
      DEV     | model.enabled                            | maybe           | enabled
      DEV     | model.baseUrl                            | models.example  | baseUrl
      DEV     | model.apiKey                             | sk-1            | apiKey
      DEV     | services.gatewy.api.replicas             | 2               | gatewy
      DEV     | services.gateway.worker.replicas         | 2               | worker
      DEV     | services.gateway.api.replicas            | 0               | replicas
      DEV     | services.gateway.api.replicas            | 51              | replicas
      DEV     | services.gateway.api.replicas            | two             | replicas
      DEV     | services.gateway.api.hpa                 | true            | hpa
      DEV     | services.gateway.api.pool                | 1               | pool
      DEV     | services.gateway.api.pool                | 101             | pool
      DEV     | services.gateway.api.maxReplicas         | 0               | maxReplicas
      DEV     | services.crawl.worker.separate           | perhaps         | separate
      DEV     | services.crawl.queues[0]                 | crawl           | queues
      DEV     | services.process.queues[0]               | crawl-jobs      | queues
      DEV     | services.crawl.api.resources.limits.cpu  | 1               | cpu
      DEV     | services.crawl.api.resources.limits.memory | 1 GB          | memory
      DEV     | services.crawl.api.resources.requests.memory | lots        | memory
      DEV     | autoscaling.engine                       | keta            | engine
      DEV     | autoscaling.cpu                          | 5               | cpu
      DEV     | autoscaling.cpu                          | 100             | cpu
      DEV     | autoscaling.prometheusAddress            | prometheus      | prometheusAddress
      DEV     | migrations.enabled                       | later           | migrations
      DEV     | migrations.hook                          | true            | hook
      DEV     | ingress.enabled                          | 1               | enabled
      DEV     | ingress.host                             | a b             | host
      DEV     | ingress.className                        | EMPTY           | className
      DEV     | ingress.trustedProxies[0]                | everybody       | trustedProxies
      DEV     | podDisruptionBudgets                     | 1               | podDisruptionBudgets
      DEV     | nodeSelector.pool                        | 5               | nodeSelector
      DEV     | networkPolicy.dataCidrs[0]               | 10.0.0.0        | dataCidrs
      DEV     | networkPolicy.dataCidrs[0]               | postgresql      | dataCidrs
      DEV     | networkPolicy.enable                     | true            | enable
      DEV     | monitoring.serviceMonitors               | true            | serviceMonitors
      DEV     | extraEnv[0].name                         | 1BAD            | extraEnv
      DEV     | extraEnv[0].valu                         | x               | valu
      STAGING | networkPolicy.enabled                    | false           | networkPolicy
      PROD    | networkPolicy.enabled                    | false           | networkPolicy
      PROD    | image.digests.crawl                      | EMPTY           | crawl
      PROD    | image.digests.migrator                   | EMPTY           | migrator
      PROD    | image.digests.web                        | EMPTY           | web
      PROD    | publicUrl                                | http://competitoriq.example | publicUrl
      PROD    | publicUrl                                | EMPTY           | publicUrl
      PROD    | auth.mode                                | builtin         | mode
      PROD    | auth.oidc.issuer                         | EMPTY           | issuer
      PROD    | auth.oidc.existingSecret                 | EMPTY           | existingSecret
      PROD    | database.sslMode                         | prefer          | sslMode
      PROD    | database.caConfigMap                     | EMPTY           | caConfigMap
      PROD    | services.gateway.api.minReplicas         | 1               | minReplicas
      PROD    | migrations.enabled                       | false           | migrations
      PROD    | backup.engine                            | none            | backup
      PROD    | backup.repository.bucket                 | EMPTY           | bucket
      PROD    | image.digests.recovery                   | EMPTY           | recovery
      STAGING | backup.engine                            | pgbackrest      | bucket
      DEV     | backup.engine                            | pg_dump         | backup
      DEV     | backup.schedules.full                    | daily           | full
      DEV     | backup.rehearsalSize                     | plenty          | rehearsalSize
      """)
  void refuses(Environment environment, String value, String to, String named) {
    String refusal = Chart.refusal(environment, Map.of(value, to == null ? "" : to));

    assertThat(refusal).as("%s=%s", value, to).contains(named);
  }

  /// What a schema cannot say: the chart itself refuses, with what to do.
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
      PROD    | database.maxConnections                  | 100             | Lower services.*.pool
      PROD    | services.gateway.api.pool                | 40              | database connections
      PROD    | services.gateway.api.minReplicas         | 9               | is more than maxReplicas
      STAGING | ingress.host                             | ''              | ingress.enabled needs ingress.host
      STAGING | model.enabled                            | true            | model.enabled needs model.baseUrl
      """)
  void refusesWithAdvice(Environment environment, String value, String to, String advice) {
    assertThat(Chart.refusal(environment, Map.of(value, to))).contains(advice);
  }

  @Test
  void refusesAPolicyThatCutsOffTheDatabase() {
    assertThat(
            Chart.refusal(
                Environment.STAGING,
                Map.of(
                    "networkPolicy.dataCidrs", "null",
                    "networkPolicy.dataPodLabels", "null")))
        .contains("no pod reaches PostgreSQL");
  }

  @Test
  void everyDefaultIsExplained() {
    JsonNode schema = Chart.yaml(Chart.folder().resolve("values.schema.json"));
    List<String> unexplained = new ArrayList<>();
    explain(Chart.yaml(Chart.folder().resolve("values.yaml")), schema, "", unexplained);

    assertThat(unexplained).isEmpty();
  }

  /// An object of ours that takes anything would take every typing error.
  @Test
  void everyObjectIsClosed() {
    List<String> open = new ArrayList<>();
    closed(Chart.yaml(Chart.folder().resolve("values.schema.json")), "", open);

    assertThat(open)
        .containsExactlyInAnyOrder(".global", ".tolerations[]", ".extraEnv[].valueFrom");
  }

  private static void explain(JsonNode value, JsonNode schema, String path, List<String> missing) {
    value
        .properties()
        .forEach(
            field -> {
              JsonNode known = schema.path("properties").path(field.getKey());
              String name = path + "." + field.getKey();
              if (known.isMissingNode() && schema.path("additionalProperties").isObject()) {
                return;
              }
              if (known.path("description").asText().isEmpty()) {
                missing.add(name);
              }
              if (field.getValue().isObject()) {
                explain(field.getValue(), known, name, missing);
              }
            });
  }

  private static void closed(JsonNode schema, String path, List<String> open) {
    if (schema.path("type").asText().equals("object") && !schema.has("additionalProperties")) {
      open.add(path);
    }
    schema
        .path("properties")
        .properties()
        .forEach(field -> closed(field.getValue(), path + "." + field.getKey(), open));
    if (schema.path("items").isObject()) {
      closed(schema.path("items"), path + "[]", open);
    }
  }
}
