package io.competitoriq.gateway.session;

import static io.competitoriq.gateway.Installation.own;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class SetupTest {

  @BeforeEach
  void nobodyHasAnAccount() {
    Installation.empty();
  }

  @Test
  void theFirstVisitorSetsUpAndIsSignedIn() {
    // Given
    own().get("/api/v1/setup").then().body("needed", equalTo(true));

    // When
    var response = Installation.setUp();

    // Then
    response
        .then()
        .statusCode(201)
        .body("member.email", equalTo("ada@example.com"))
        .body("member.role", equalTo("owner"))
        .body("workspace.name", equalTo("Analysts"));
    own().get("/api/v1/setup").then().body("needed", equalTo(false));
    own()
        .cookie("ciq_session", response.cookie("ciq_session"))
        .get("/api/v1/session")
        .then()
        .statusCode(200)
        .body("member.name", equalTo("Ada"));
    assertThat(TestDatabase.queryOne("select action from gateway.audit_entry")).isEqualTo("SETUP");
  }

  @Test
  void theCookieIsForThisHostAndNoScript() {
    String cookie = Installation.setUp().header("Set-Cookie");

    assertThat(cookie)
        .containsIgnoringCase("; Path=/")
        .containsIgnoringCase("; HttpOnly")
        .containsIgnoringCase("; SameSite=Lax")
        .contains("Max-Age=604800")
        .doesNotContain("Domain");
  }

  @Test
  void theDatabaseHoldsNoTokenAndNoPassword() {
    String token = Installation.setUp().cookie("ciq_session");

    String hash = (String) TestDatabase.queryOne("select token_hash from gateway.session");
    assertThat(hash).hasSize(64).isNotEqualTo(token);
    assertThat((String) TestDatabase.queryOne("select password_hash from gateway.account"))
        .startsWith("$argon2id$v=19$m=1024,t=1,p=1$");
  }

  @Test
  void eightVisitorsAtOnceMakeOneInstallation() throws Exception {
    // When
    List<Integer> statuses = new ArrayList<>();
    try (var visitors = Executors.newFixedThreadPool(8)) {
      Callable<Integer> setUp = () -> Installation.setUp().statusCode();
      for (Future<Integer> status : visitors.invokeAll(Collections.nCopies(8, setUp))) {
        statuses.add(status.get());
      }
    }

    // Then
    assertThat(statuses).containsOnlyOnce(201);
    assertThat(statuses.stream().filter(status -> status == 409)).hasSize(7);
    assertThat(TestDatabase.queryLong("select count(*) from gateway.account")).isEqualTo(1);
    assertThat(TestDatabase.queryLong("select count(*) from gateway.workspace")).isEqualTo(1);
  }

  @Test
  void aShortPasswordIsNamedAndNothingIsStored() {
    own()
        .body(
            Map.of(
                "workspaceName",
                "W",
                "name",
                "Ada",
                "email",
                "ada@example.com",
                "password",
                "short"))
        .post("/api/v1/setup")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", hasItem("password"));
    assertThat(TestDatabase.queryLong("select count(*) from gateway.account")).isZero();
  }
}
