package io.competitoriq.tenancy;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;

import io.competitoriq.testkit.TestTokens;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("crawl")
class ProblemsOverHttpTest {

  private final UUID workspace = UUID.randomUUID();

  @Test
  void aTokenOpensItsWorkspace() {
    as("analyst").contentType("application/json").body(Map.of("body", "hello")).post("/notes");

    as("viewer").get("/notes").then().statusCode(200).body("bodies", hasSize(1));
  }

  @Test
  void noTokenAsksToSignIn() {
    problem(given().get("/notes").then(), 401, "sign-in-required");
  }

  @Test
  void aForgedTokenAsksToSignIn() {
    problem(
        given().header("Authorization", "Bearer e30.e30.e30").get("/notes").then(),
        401,
        "sign-in-required");
  }

  @Test
  void aRoleTooLowIsForbidden() {
    problem(
        as("viewer")
            .contentType("application/json")
            .body(Map.of("body", "x"))
            .post("/notes")
            .then(),
        403,
        "role-required");
  }

  @Test
  void aBlankFieldIsNamed() {
    problem(
            as("analyst")
                .contentType("application/json")
                .body(Map.of("body", " "))
                .post("/notes")
                .then(),
            400,
            "request-invalid")
        .body("errors[0].field", equalTo("body"));
  }

  @Test
  void aCharacterTheDatabaseCannotHoldIsRefusedAndNoBug() {
    problem(
            as("analyst")
                .contentType("application/json")
                .body(Map.of("body", "a\0b"))
                .post("/notes")
                .then(),
            400,
            "text-unstorable")
        .body("detail", containsString("NUL"));
  }

  @Test
  void whoComesAtTheSameMomentIsToldSoWhereTheServiceDoesNot() {
    problem(
        as("analyst").contentType("application/json").post("/notes/twice").then(),
        409,
        "changed-meanwhile");
  }

  @Test
  void whatIsAcceptedChangesNothingOfWhatIsSent() {
    for (String accept : new String[] {"text/html", "application/xml", ";;;"}) {
      as("viewer")
          .header("Accept", accept)
          .get("/notes")
          .then()
          .statusCode(200)
          .contentType("application/json")
          .body("bodies", hasSize(0));
    }
  }

  @Test
  void aFieldOfTheWrongKindIsNamed() {
    problem(
            as("analyst")
                .contentType("application/json")
                .body("{\"body\":{\"a\":1}}")
                .post("/notes")
                .then(),
            400,
            "request-invalid")
        .body("errors[0].field", equalTo("body"));
  }

  @Test
  void brokenJsonIsSaidToBeBroken() {
    problem(
        as("analyst").contentType("application/json").body("{\"body\":").post("/notes").then(),
        400,
        "json-invalid");
  }

  @Test
  void anUnknownAddressIsNotFound() {
    problem(as("viewer").get("/nothing").then(), 404, "not-found");
  }

  @Test
  void aMethodThatIsNotTakenSaysSo() {
    problem(as("viewer").delete("/notes").then(), 405, "method-not-allowed");
  }

  @Test
  void anotherMediaTypeSaysSo() {
    problem(
        as("analyst").contentType("text/csv").body("a,b").post("/notes").then(),
        415,
        "media-type-unsupported");
  }

  @Test
  void aBugTellsNothingButItsTraceId() {
    problem(as("viewer").get("/notes/bug").then(), 500, "internal-error")
        .body(not(containsString("secret detail")))
        .body(not(containsString("IllegalState")));
  }

  @Test
  void theCallersTraceIdComesBack() {
    as("viewer")
        .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01")
        .get("/nothing")
        .then()
        .body("traceId", equalTo("0af7651916cd43dd8448eb211c80319c"));
  }

  private io.restassured.specification.RequestSpecification as(String role) {
    return given().header("Authorization", TestTokens.bearer(workspace, role));
  }

  private static ValidatableResponse problem(
      ValidatableResponse response, int status, String type) {
    return response
        .statusCode(status)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ciq:problem:" + type))
        .body("status", equalTo(status))
        .body("detail", not(equalTo("")))
        .body("traceId", matchesPattern("[0-9a-f]{32}"));
  }
}
