package io.competitoriq.stack;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// The demo's workspace as code, through the real services: what they tell is what they take.
class WorkspaceConfigTest {

  private static final String ADDED =
      """
      version: 1
      company: {name: Northwind, plans: [{name: Pro, amountMinor: 4900, currency: USD, period: MONTH, includes: all of it}]}
      channels:
        - {name: As code, kind: EMAIL, target: "b@northwind.example, a@northwind.example"}
        - {name: As code, kind: WEBHOOK, target: "https://router.northwind.example/in", format: CLOUDEVENTS, enabled: false}
      ignoreRules:
        - {level: WORKSPACE, kind: REGEX, pattern: "\\\\d+ people applied this as code"}
      alertRules:
        - name: As code
          enabled: false
          condition: {operator: FALLS_BY, value: 2.5, factKind: PRICE, categories: [PRODUCT, PRICING]}
          telling: {mode: WEEKLY, channels: ["As code#2", As code], digest: {time: "07:30", day: MONDAY}}
      views:
        - {name: As code, query: {severity: [LOW, HIGH], q: as code}}
      """;

  private final Api api = Api.signedIn(Stack.running());
  private final String before = api.text("/workspace/config");

  @AfterEach
  void putBack() {
    JsonNode plan = apply(before, "prune=true");
    assertThat(plan.get("failed").asInt()).as("%s", plan).isZero();
    assertThat(api.text("/workspace/config")).isEqualTo(before);
  }

  @Test
  void whatTheServicesTellIsWhatTheyTake() {
    JsonNode added = apply(ADDED, "dryRun=false");
    assertThat(added.get("failed").asInt()).as("%s", added).isZero();
    assertThat(added.get("create").asInt()).isEqualTo(5);
    assertThat(unlike(apply(ADDED, "dryRun=false"), "UNCHANGED")).isEmpty();

    String export = api.text("/workspace/config");
    JsonNode again = apply(export, "prune=true");

    assertThat(export)
        .contains("- As code#2", "format: CLOUDEVENTS", "collector: BUILTIN")
        .doesNotContainPattern("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-");
    assertThat(unlike(again, "UNCHANGED")).isEmpty();
    assertThat(again.get("items").size()).isGreaterThan(20);
    assertThat(api.text("/workspace/config")).isEqualTo(export);
  }

  @Test
  void whatTheServicesKnowToBeWrongIsToldWithItsLine() {
    JsonNode refusal =
        apply(
            """
            version: 1
            competitors:
              - url: https://northwind.example/
                sources:
                  - {url: "https://northwind.example/a", kind: OTHER, schedule: {interval: PT1S}}
                  - {url: "ftp://northwind.example/b", kind: OTHER}
            ignoreRules:
              - {level: WORKSPACE, kind: REGEX, pattern: "(["}
            """,
            "dryRun=true");

    assertThat(refusal.get("errors").findValuesAsText("field"))
        .containsExactly(
            "/competitors/0/sources/0/schedule",
            "/competitors/0/sources/1/url",
            "/ignoreRules/0/pattern");
    assertThat(refusal.get("errors").findValuesAsText("line")).containsExactly("5", "6", "8");
  }

  private static List<String> unlike(JsonNode plan, String act) {
    return plan.get("items")
        .valueStream()
        .filter(item -> !item.get("act").asText().equals(act))
        .map(JsonNode::toString)
        .toList();
  }

  private JsonNode apply(String document, String how) {
    return api.putYaml("/workspace/config?" + how, document);
  }
}
