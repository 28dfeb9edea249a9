package io.competitoriq.gateway.config;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.People;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithTestResource(RememberingServices.class)
@NullUnmarked // the services' address is injected
class WorkspaceConfigTest {

  private static final String DOCUMENT =
      """
      version: 1
      company: {name: Us, relations: [{competitor: acme.com, standing: DIRECT, note: close}]}
      competitors:
        - url: https://acme.com/
          name: Acme
          tags: [tier-1]
          sources:
            - {url: https://acme.com/pricing, kind: PRICING, paused: true}
      channels:
        - {name: Router, kind: WEBHOOK, target: https://router.example/in, format: CLOUDEVENTS}
      ignoreRules:
        - {level: SOURCE, competitor: acme.com, source: https://acme.com/pricing, kind: TEXT, pattern: cookies}
      alertRules:
        - name: Prices
          condition: {operator: FALLS_BY, value: 5, competitors: [acme.com]}
          telling: {mode: IMMEDIATE, channels: [Router]}
      digests:
        - {name: Monday, audience: SALES, cadence: {frequency: WEEKLY, time: "07:00", day: MONDAY}, channels: [Router]}
      views:
        - {name: Acme, query: {competitor: acme.com}}
      retention: {bodyDays: 90}
      aiBudgets: [{account: WORKSPACE, monthMicros: 5000000}]
      providerBudgets:
        - {provider: apify, sources: [{competitor: acme.com, source: https://acme.com/pricing, monthMicros: 100}]}
      """;

  @ConfigProperty(name = "ciq.gateway.services.analysis")
  String services;

  private Installation installation;

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
    given().post(services + "/reset");
  }

  @Test
  void aDocumentIsAppliedOnceAndItsExportChangesNothing() {
    apply(DOCUMENT, true)
        .statusCode(200)
        .body("create", equalTo(7))
        .body("update", equalTo(4))
        .body("items.outcome", everyItem(equalTo("PLANNED")));
    assertThat(writes()).isEmpty();

    apply(DOCUMENT, false)
        .statusCode(200)
        .header("Cache-Control", "no-store")
        .body("failed", equalTo(0))
        .body("items.outcome", everyItem(equalTo("DONE")))
        .body("items.find { it.part == 'CHANNEL' }.secret", equalTo("whsec_once"))
        .body("items.find { it.part == 'VIEW' }.secret", equalTo("/rss/once"));
    int written = writes().size();

    apply(DOCUMENT, false).body("unchanged", equalTo(11)).body("items", hasSize(11));
    String export = export(installation.owner()).then().statusCode(200).extract().asString();
    apply(export, false).body("unchanged", equalTo(11)).body("items", hasSize(11));
    assertThat(writes()).hasSize(written);
    assertThat(export(installation.owner()).asString()).isEqualTo(export);
  }

  @Test
  void whatTheServicesKnowToBeWrongIsToldBesideTheRestAndNothingIsApplied() {
    apply(
            DOCUMENT.replace("pattern: cookies", "pattern: broken").replace("[Router]", "[Nobody]"),
            false)
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ciq:problem:config-invalid"))
        .body(
            "errors.field",
            contains(
                "/ignoreRules/0/pattern",
                "/alertRules/0/telling/channels/0",
                "/digests/0/channels/0"))
        .body("errors.line", contains(12, 16, 18));
    assertThat(writes()).isEmpty();
  }

  @Test
  void whatFailsIsToldWithItsItemAndTheSameDocumentDoesTheRest() {
    String half =
        DOCUMENT.replace(
            "channels:\n",
            """
              - url: https://refused.example/
                sources: [{url: https://refused.example/news, kind: NEWS}]
            channels:
            """);

    apply(half, false)
        .statusCode(200)
        .body("failed", equalTo(2))
        .body("items.find { it.key == 'refused.example' }.outcome", equalTo("FAILED"))
        .body("items.find { it.key == 'refused.example' }.detail", containsString("too-many"))
        .body(
            "items.find { it.key == 'refused.example https://refused.example/news' }.outcome",
            equalTo("SKIPPED"))
        .body("items.findAll { it.outcome == 'DONE' }.size()", equalTo(11));
    apply(half, false).body("unchanged", equalTo(11)).body("create", equalTo(2));
  }

  @Test
  void aServiceThatIsAwayIsAskedOnceAndTheOthersGoOn() {
    apply(DOCUMENT.replace("Router", "away"), false)
        .statusCode(200)
        .body("items.find { it.part == 'CHANNEL' }.outcome", equalTo("FAILED"))
        .body("items.find { it.part == 'VIEW' }.outcome", equalTo("SKIPPED"))
        .body("items.find { it.part == 'IGNORE_RULE' }.outcome", equalTo("DONE"));
  }

  @Test
  void pruningArchivesWhatASectionDoesNotList() {
    apply(DOCUMENT, false);

    request(installation.owner())
        .queryParam("prune", true)
        .body("{version: 1, competitors: [], alertRules: [], views: [], ignoreRules: []}")
        .put("/api/v1/workspace/config")
        .then()
        .body("archive", equalTo(4))
        .body("failed", equalTo(0));
    assertThat(writes())
        .endsWith(
            "DELETE view-feeds", "DELETE alert-rules", "DELETE ignore-rules", "DELETE competitors");
  }

  @Test
  void onlyAdminsAndTheirKeysMayAndEveryTimeIsInTheTrail() {
    People analyst = People.join(installation, "analyst@example.com", "ANALYST");
    export(analyst.asks()).then().statusCode(403);
    request(analyst.asks())
        .body(DOCUMENT)
        .put("/api/v1/workspace/config")
        .then()
        .statusCode(403)
        .body("type", equalTo("urn:ciq:problem:admin-required"));
    People admin = People.join(installation, "admin@example.com", "ADMIN");
    export(admin.asks()).then().statusCode(200).contentType("application/yaml");
    given()
        .header("Authorization", "Bearer " + key("ADMIN"))
        .get("/api/v1/workspace/config")
        .then()
        .statusCode(200);
    given()
        .header("Authorization", "Bearer " + key("WRITE"))
        .get("/api/v1/workspace/config")
        .then()
        .statusCode(403);

    assertThat(
            TestDatabase.queryOne(
                "select string_agg(distinct subject, ' ' order by subject) from gateway.audit_entry"
                    + " where action = 'CHANGE_ATTEMPTED'"))
        .isEqualTo("applyConfig exportConfig");
  }

  @Test
  void whatIsNoYamlAndWhatIsTooLargeIsRefused() {
    apply("version: [", false).statusCode(422).body("errors[0].line", equalTo(1));
    apply("# nothing", false).statusCode(422);
    apply("#" + "x".repeat(6 << 20), false).statusCode(413);
    request(installation.owner())
        .contentType("text/html")
        .body("version: 1")
        .put("/api/v1/workspace/config")
        .then()
        .statusCode(415);
  }

  private String key(String scope) {
    return installation
        .owner()
        .body(Map.of("name", "Pipeline " + scope, "scope", scope))
        .post("/api/v1/api-keys")
        .path("secret");
  }

  private ValidatableResponse apply(String document, boolean dryRun) {
    return request(installation.owner())
        .queryParam("dryRun", dryRun)
        .body(document)
        .put("/api/v1/workspace/config")
        .then();
  }

  private static Response export(RequestSpecification by) {
    return by.get("/api/v1/workspace/config");
  }

  private static RequestSpecification request(RequestSpecification by) {
    return by.contentType("application/yaml")
        .config(
            RestAssured.config()
                .encoderConfig(
                    EncoderConfig.encoderConfig()
                        .encodeContentTypeAs("application/yaml", ContentType.TEXT)
                        .encodeContentTypeAs("text/html", ContentType.TEXT)));
  }

  private List<String> writes() {
    return given().get(services + "/writes").jsonPath().getList("");
  }
}
