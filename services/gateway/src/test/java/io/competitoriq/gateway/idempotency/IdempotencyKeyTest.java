package io.competitoriq.gateway.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// POSTs under an Idempotency-Key, against a service that counts them.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class IdempotencyKeyTest {

  private static final int AT_ONCE = 16;
  private static final String MADE = "/api/v1/competitors/counted";
  private static final String REFUSED = "/api/v1/competitors/counted-refusal";

  private final String key = UUID.randomUUID().toString();
  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
  }

  @Test
  void sixteenAtOnceAreOneRequestAndAllGetItsOutcome() throws Exception {
    List<Response> answers = atOnce(() -> post(MADE, key, "{\"name\":\"x\"}"));

    int number = answers.getFirst().path("number");
    assertThat(answers).hasSize(AT_ONCE).extracting(Response::statusCode).containsOnly(201);
    assertThat(answers).extracting(each -> each.<Integer>path("number")).containsOnly(number);
    assertThat(answers)
        .extracting(each -> each.header("Location"))
        .containsOnly("/api/v1/competitors/" + number);
    assertThat(post(MADE, UUID.randomUUID().toString(), "{}").<Integer>path("number"))
        .isEqualTo(number + 1);
  }

  @Test
  void refusalThatWasDecidedStaysTheOutcome() throws Exception {
    List<Response> answers = atOnce(() -> post(REFUSED, key, "{}"));

    assertThat(answers).extracting(Response::statusCode).containsOnly(409);
    assertThat(answers)
        .extracting(each -> each.<Integer>path("number"))
        .containsOnly(answers.getFirst().<Integer>path("number"));
  }

  @Test
  void anotherBodyOrAnotherAddressUnderTheKeyIs422() {
    post(MADE, key, "{}").then().statusCode(201);

    post(MADE, key, "{\"name\":\"other\"}")
        .then()
        .statusCode(422)
        .contentType("application/problem+json")
        .body("type", equalTo("urn:ciq:problem:idempotency-key-reused"));
    post(REFUSED, key, "{}").then().statusCode(422);
    post(MADE, "x".repeat(201), "{}").then().statusCode(400);
  }

  @Test
  void whatWasNotDecidedMayBeSentAgainUnderItsKey() {
    Response first = post("/api/v1/documents/closing", key, "{}");
    Response second = post("/api/v1/documents/closing", key, "{}");

    assertThat(List.of(first.statusCode(), second.statusCode()))
        .containsExactlyInAnyOrder(200, 503);
  }

  @Test
  void keyOfAnotherMemberIsNoKeyOfOurs() {
    int first = post(MADE, key, "{}").path("number");
    installation = Installation.fresh();

    assertThat(post(MADE, key, "{}").<Integer>path("number")).isEqualTo(first + 1);
  }

  @Test
  void commentAndOtherResourcesOfTheGatewayKeepTheirOutcomeToo() {
    String path = "/api/v1/signals/0198c0de-0000-7000-8000-000000000001/comments";
    Response first = post(path, key, "{\"body\":\"Look\",\"mentions\":[]}");
    Response second = post(path, key, "{\"body\":\"Look\",\"mentions\":[]}");

    first.then().statusCode(201);
    assertThat(second.statusCode()).isEqualTo(201);
    assertThat(second.asString()).isEqualTo(first.asString());
    assertThat(kept()).isEqualTo(1);
    post(path, key, "{\"body\":\"Other\",\"mentions\":[]}").then().statusCode(422);
  }

  @Test
  void neitherTheKeyNorASecretInTheAnswerLiesInTheDatabaseInClear() {
    post(MADE, key, "{}").then().statusCode(201).body("token", equalTo("shown-once-secret"));

    String rows =
        String.valueOf(
            TestDatabase.queryOne(
                "select string_agg(encode(answer, 'escape') || encode(key_hash, 'escape'), '')"
                    + " from gateway.request_outcome where workspace_id = '%s'"
                        .formatted(installation.workspaceId())));
    assertThat(rows).isNotEmpty().doesNotContain("shown-once", key);
  }

  private long kept() {
    return TestDatabase.queryLong(
        "select count(*) from gateway.request_outcome where workspace_id = '%s'"
            .formatted(installation.workspaceId()));
  }

  private Response post(String path, String under, String body) {
    return installation.owner().header(KeyedRequest.HEADER, under).body(body).post(path);
  }

  private static List<Response> atOnce(Callable<Response> call) throws Exception {
    try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Response>> all =
          pool.invokeAll(IntStream.range(0, AT_ONCE).mapToObj(_ -> call).toList());
      List<Response> answers = new ArrayList<>();
      for (Future<Response> each : all) {
        answers.add(each.get());
      }
      return answers;
    }
  }
}
