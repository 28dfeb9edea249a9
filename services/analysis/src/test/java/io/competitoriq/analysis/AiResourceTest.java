package io.competitoriq.analysis;

import static io.competitoriq.analysis.Changes.proRaised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

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
        .body("accounts.account", equalTo(List.of("WORKSPACE", "ASSESSMENT", "EXTRACTION", "ASK", "BATTLECARD")))
        .body("accounts.dayMicros", equalTo(List.of(5_000_000, 5_000_000, 5_000_000)))
        .body("accounts.month.spentMicros", equalTo(List.of(0, 0, 0)));
    put("WORKSPACE", 7, 70).then().statusCode(200);
    service
        .as(workspace, "admin")
        .get("/ai/budgets")
        .then()
        .body("accounts.dayMicros", equalTo(List.of(7, 5_000_000, 5_000_000)))
        .body("accounts.monthMicros", equalTo(List.of(70, 50_000_000, 50_000_000)));
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
        .body("accounts.day.spentMicros", equalTo(List.of(2100, 2100, 0)))
        .body("accounts.day.reservedMicros", equalTo(List.of(0, 0, 0)));
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
        .body("errors[0].message", containsString("WORKSPACE, ASSESSMENT, ASK"));
    put("WORKSPACE", -1, 1).then().statusCode(400);
    service.as(workspace, "admin").get("/ai/usage?month=soon").then().statusCode(400);
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
