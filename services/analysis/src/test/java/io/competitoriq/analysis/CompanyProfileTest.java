package io.competitoriq.analysis;

import static io.competitoriq.analysis.Changes.proRaised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What a company says of itself, and what a model is told of it.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(StandInModel.class)
class CompanyProfileTest {

  private final UUID workspace = UUID.randomUUID();
  private final Service service;

  CompanyProfileTest(Service service) {
    this.service = service;
  }

  @Test
  void profileIsEmptyUntilAnAdminSaysSomethingAndEditsNameTheVersionTheyRead() {
    service
        .as(workspace, "viewer")
        .get("/company-profile")
        .then()
        .statusCode(200)
        .header("ETag", "\"0\"")
        .body("version", equalTo(0))
        .body("profile.plans", empty());
    put(profile(Map.of()), "\"0\"").then().statusCode(200).header("ETag", "\"1\"");
    put(profile(Map.of("name", "Lumen")), "\"0\"").then().statusCode(412);
    put(profile(Map.of()), "\"1\"").then().statusCode(200).body("version", equalTo(1));
    put(profile(Map.of("name", "Lumen")), "\"1\"").then().body("version", equalTo(2));
    service
        .as(UUID.randomUUID(), "admin")
        .get("/company-profile")
        .then()
        .body("version", equalTo(0))
        .body("profile.name", equalTo(""));
    service
        .as(workspace, "analyst")
        .body(profile(Map.of()))
        .put("/company-profile")
        .then()
        .statusCode(403);
  }

  @Test
  void whoChangedItIsKeptWithWhatItWas() {
    put(profile(Map.of("name", "Northwind")), "\"0\"").then().statusCode(200);
    put(profile(Map.of("name", "Lumen")), "\"1\"").then().statusCode(200);

    service
        .as(workspace, "admin")
        .get("/setting-changes")
        .then()
        .statusCode(200)
        .body("items", hasSize(2))
        .body("items[0].action", equalTo("COMPANY_PROFILE_CHANGED"))
        .body("items[0].before.name", equalTo("Northwind"))
        .body("items[0].after.name", equalTo("Lumen"))
        .body("items[1].before", equalTo(null));
    service.as(workspace, "analyst").get("/setting-changes").then().statusCode(403);
    service.as(UUID.randomUUID(), "admin").get("/setting-changes").then().body("items", hasSize(0));
  }

  @Test
  void modelIsToldOfOurPlansAndOfThisCompetitorAndAsksAgainUnderAnotherVersion() {
    // Given
    RaiseSignal change = proRaised("ours 1");
    Map<String, Object> relation =
        Map.of(
            "competitorId", change.competitorId(), "standing", "DIRECT", "note", "In most deals");
    Map<String, Object> other =
        Map.of("competitorId", UUID.randomUUID(), "standing", "PARTNER", "note", "Not this one");
    put(profile(Map.of("relations", List.of(relation, other))), "\"0\"").then().statusCode(200);
    // When
    service.assessed(workspace, service.raise(workspace, change).getString("id"));
    service.assessed(workspace, service.raise(workspace, proRaised("ours 2")).getString("id"));
    put(profile(Map.of("relations", List.of())), "\"1\"").then().statusCode(200);
    // Then
    String first = StandInModel.received("ours 1").getString("[0].messages[0].content");
    assertThat(first)
        .contains("<own-company>", "\"name\":\"Team\",\"price\":\"45 USD\"", "In most deals")
        .doesNotContain("Not this one");
    assertThat(StandInModel.received("ours 1").getString("[0].messages[1].content"))
        .doesNotContain("Northwind");
    // The same page again: known under this version only.
    service.assessed(workspace, service.raise(workspace, proRaised("ours 2")).getString("id"));
    assertThat(StandInModel.received("ours 2").getList("")).hasSize(2);
    service.assessed(workspace, service.raise(workspace, proRaised("ours 2")).getString("id"));
    assertThat(StandInModel.received("ours 2").getList("")).hasSize(2);
  }

  @Test
  void withoutAProfileTheModelIsAskedForAnyVendor() {
    service.assessed(workspace, service.raise(workspace, proRaised("nobody's")).getString("id"));

    assertThat(StandInModel.received("nobody's").getString("[0].messages[0].content"))
        .doesNotContain("<own-company>\n");
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from analysis.assessment where state = 'DONE' and workspace_id = '"
                    + workspace
                    + "'"))
        .isEqualTo(1);
  }

  @Test
  void nonsenseIsRefusedWithTheFieldThatIsWrong() {
    Map<String, Object> half = new HashMap<>(plan());
    half.remove("currency");
    put(profile(Map.of("plans", List.of(half))), null)
        .then()
        .statusCode(400)
        .body("detail", containsString("Team needs an amount and a currency"));
    put(profile(Map.of("teams", List.of(team(), team()))), null)
        .then()
        .statusCode(400)
        .body("detail", containsString("more than once"));
    put(profile(Map.of("sells", "x".repeat(1001))), null).then().statusCode(400);
  }

  private Response put(Map<String, Object> profile, @Nullable String ifMatch) {
    var request = service.as(workspace, "admin").body(profile);
    return (ifMatch == null ? request : request.header("If-Match", ifMatch))
        .put("/company-profile");
  }

  private static Map<String, Object> profile(Map<String, ?> more) {
    Map<String, Object> profile = new HashMap<>();
    profile.put("name", "Northwind");
    profile.put("sells", "A help desk for agencies.");
    profile.put("segments", List.of("agencies"));
    profile.put("positioning", "Answers in a minute.");
    profile.put("plans", List.of(plan()));
    profile.put("relations", List.of());
    profile.put("teams", List.of(team()));
    profile.putAll(more);
    return profile;
  }

  private static Map<String, Object> plan() {
    return Map.of(
        "name", "Team", "amountMinor", 4500, "currency", "USD", "period", "MONTH", "includes", "");
  }

  private static Map<String, Object> team() {
    return Map.of("audience", "SALES", "cares", "prices of direct competitors");
  }
}
