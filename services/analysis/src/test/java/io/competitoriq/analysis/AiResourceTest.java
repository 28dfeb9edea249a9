package io.competitoriq.analysis;

import static io.competitoriq.analysis.Changes.proRaised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(StandInModel.class)
class AiResourceTest {

  private static final List<String> ACCOUNTS =
      List.of("WORKSPACE", "ASSESSMENT", "EXTRACTION", "ASK", "BATTLECARD");

  private final UUID workspace = UUID.randomUUID();
  private final Service service;

  AiResourceTest(Service service) {
    this.service = service;
  }

  @Test
  void budgetsAreTheConfigurationsUntilAnAdminSaysOtherwise() {
    service
        .as(workspace, "admin")
        .get("/ai/budgets")
        .then()
        .statusCode(200)
        .body("model", equalTo(StandInModel.NAME))
        .body("priced", equalTo(true))
        .body("accounts.account", equalTo(ACCOUNTS))
        .body(
            "accounts.dayMicros",
            equalTo(List.of(5_000_000, 5_000_000, 5_000_000, 5_000_000, 5_000_000)))
        .body("accounts.month.spentMicros", equalTo(List.of(0, 0, 0, 0, 0)));
    put("WORKSPACE", 7, 70).then().statusCode(200);
    service
        .as(workspace, "admin")
        .get("/ai/budgets")
        .then()
        .body("accounts.dayMicros", equalTo(List.of(7, 5_000_000, 5_000_000, 5_000_000, 5_000_000)))
        .body(
            "accounts.monthMicros",
            equalTo(List.of(70, 50_000_000, 50_000_000, 50_000_000, 50_000_000)));
  }

  @Test
  void whatACallCostIsSeenInTheAccountsAndInTheLedger() {
    // Given
    String id = service.raise(workspace, proRaised("paid for")).getString("id");
    service.assessed(workspace, id);
    // When
    JsonPath usage =
        service.as(workspace, "admin").get("/ai/usage").then().statusCode(200).extract().jsonPath();
    // Then
    assertThat(usage.getList("items")).hasSize(1);
    assertThat(usage.getString("items[0].signalId")).isEqualTo(id);
    assertThat(usage.getString("items[0].outcome")).isEqualTo("ANSWERED");
    assertThat(usage.getInt("items[0].inputTokens")).isEqualTo(900);
    assertThat(usage.getInt("items[0].costMicros")).isEqualTo(2100);
    assertThat(usage.getInt("months[0].calls")).isEqualTo(1);
    assertThat(usage.getInt("months[0].costMicros")).isEqualTo(2100);
    service
        .as(workspace, "admin")
        .get("/ai/budgets")
        .then()
        .body("accounts.day.spentMicros", equalTo(List.of(2100, 2100, 0, 0, 0)))
        .body("accounts.day.reservedMicros", equalTo(List.of(0, 0, 0, 0, 0)));
    service.as(workspace, "admin").get("/ai/usage?month=2020-01").then().body("items", hasSize(0));
  }

  @Test
  void usageIsReadPageByPage() {
    // Given
    for (String title : List.of("page 1", "page 2", "page 3")) {
      service.assessed(workspace, service.raise(workspace, proRaised(title)).getString("id"));
    }
    // When
    JsonPath first = usage("?limit=2");
    JsonPath second = usage("?limit=2&cursor=" + first.getString("nextCursor"));
    // Then
    assertThat(first.getList("items")).hasSize(2);
    assertThat(second.getList("items")).hasSize(1);
    assertThat(second.getString("nextCursor")).isNull();
    assertThat(first.getList("items.id")).doesNotContainAnyElementsOf(second.getList("items.id"));
  }

  @Test
  void signalBeyondTheBudgetStaysVisibleAndSaysWhy() {
    // Given
    put("WORKSPACE", 1_000_000, 100).then().statusCode(200);
    // When
    String id = service.raise(workspace, proRaised("too dear")).getString("id");
    JsonPath signal = service.assessed(workspace, id);
    // Then
    assertThat(signal.getString("assessment.state")).isEqualTo("FAILED");
    assertThat(signal.getString("assessment.failure")).isEqualTo("OVER_BUDGET");
    assertThat(signal.getString("assessment.reason")).contains("this month's budget of $0.0001");
    assertThat(signal.getInt("significance")).isEqualTo(95);
    assertThat(usage("").getList("items")).isEmpty();
  }

  @Test
  void switchedOffNothingIsAskedNothingIsServedAndThatIsSaid() {
    // Given
    service.assessed(workspace, service.raise(workspace, proRaised("switch")).getString("id"));
    // When
    flip(false).then().statusCode(200).body("enabled", equalTo(false));
    JsonPath signal =
        service.assessed(workspace, service.raise(workspace, proRaised("switch")).getString("id"));
    // Then
    assertThat(signal.getString("assessment.state")).isEqualTo("SKIPPED");
    assertThat(signal.getString("assessment.reason")).contains("switched language models off");
    assertThat(usage("").getList("items")).hasSize(1);
    service
        .as(workspace, "viewer")
        .get("/model")
        .then()
        .body("configured", equalTo(true))
        .body("enabled", equalTo(false));
    service.as(UUID.randomUUID(), "viewer").get("/model").then().body("enabled", equalTo(true));
    flip(true).then().body("enabled", equalTo(true));
    service
        .as(workspace, "admin")
        .get("/setting-changes")
        .then()
        .body("items.action", equalTo(List.of("MODEL_SWITCHED", "MODEL_SWITCHED")))
        .body("items[0].after.enabled", equalTo(true));
  }

  @Test
  void stateTellsTheLastFailureAndTheLastAnswer() {
    // Given
    service.assessed(workspace, service.raise(workspace, proRaised("fine")).getString("id"));
    service.assessed(
        workspace, service.raise(workspace, proRaised("mode=refusal")).getString("id"));
    // When
    var state = service.as(workspace, "admin").get("/ai/state");
    // Then
    state
        .then()
        .statusCode(200)
        .body("configured", equalTo(true))
        .body("model", equalTo(StandInModel.NAME))
        .body("lastFailure.outcome", equalTo("REFUSED"))
        .body("lastAnsweredAt", notNullValue());
    service.as(workspace, "analyst").get("/ai/state").then().statusCode(403);
  }

  @Test
  void callsOfAMonthAreExportedAndBudgetsLeaveATrail() {
    // Given
    service.assessed(workspace, service.raise(workspace, proRaised("exported")).getString("id"));
    put("ASSESSMENT", 7, 70).then().statusCode(200);
    put("ASSESSMENT", 7, 70).then().statusCode(200);
    // When
    String csv =
        service
            .as(workspace, "admin")
            .get("/ai/usage/export")
            .then()
            .statusCode(200)
            .header("Content-Disposition", containsString("ai-usage-"))
            .extract()
            .asString();
    // Then
    assertThat(csv.lines()).hasSize(2);
    assertThat(csv.lines().skip(1)).first().asString().contains(",900,0,120,0,0.002100,");
    service
        .as(workspace, "admin")
        .get("/setting-changes")
        .then()
        .body("items", hasSize(1))
        .body("items[0].subject", equalTo("budget ASSESSMENT"))
        .body("items[0].before.dayMicros", equalTo(5_000_000))
        .body("items[0].after.dayMicros", equalTo(7));
  }

  @ParameterizedTest
  @CsvSource({"viewer", "analyst"})
  void onlyAdminsSeeAndSetThem(String role) {
    service.as(workspace, role).get("/ai/budgets").then().statusCode(403);
    service.as(workspace, role).get("/ai/usage").then().statusCode(403);
    service
        .as(workspace, role)
        .body(Map.of("accounts", List.of()))
        .put("/ai/budgets")
        .then()
        .statusCode(403);
  }

  @Test
  void nonsenseIsRefusedWithTheFieldThatIsWrong() {
    put("COFFEE", 1, 1)
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors[0].message", containsString(String.join(", ", ACCOUNTS)));
    put("WORKSPACE", -1, 1).then().statusCode(400);
    service.as(workspace, "admin").get("/ai/usage?month=soon").then().statusCode(400);
  }

  private Response flip(boolean enabled) {
    return service.as(workspace, "admin").body(Map.of("enabled", enabled)).put("/ai/switch");
  }

  private JsonPath usage(String query) {
    return service
        .as(workspace, "admin")
        .get("/ai/usage" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  private Response put(String account, long day, long month) {
    return service
        .as(workspace, "admin")
        .body(
            Map.of(
                "accounts",
                List.of(Map.of("account", account, "dayMicros", day, "monthMicros", month))))
        .put("/ai/budgets");
  }
}
