package io.competitoriq.analysis;

import static io.competitoriq.analysis.AlertStage.condition;
import static io.competitoriq.analysis.AlertStage.telling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Requests that make something, sent more than once.
@QuarkusTest
@WithEmbeddedServers("analysis")
class IdempotencyTest {

  private static final int AT_ONCE = 16;
  private static final Map<String, Object> MAIL =
      Map.of("name", "Sales", "kind", "EMAIL", "target", "sales@example.com");

  private final UUID workspace = UUID.randomUUID();
  private final UUID competitor = UUID.randomUUID();
  private final Service service;

  IdempotencyTest(Service service) {
    this.service = service;
  }

  @Test
  void sixteenAtOnceMakeOneThingAndAllHearOfIt() throws InterruptedException, ExecutionException {
    List<Response> rules = atOnce(() -> post("/alert-rules", "analyst", "rule-1", rule()));
    List<Response> channels = atOnce(() -> post("/channels", "admin", "channel-1", MAIL));

    assertThat(rules).extracting(Response::statusCode).containsOnly(201);
    assertThat(rules)
        .extracting(each -> each.<String>path("id"))
        .hasSize(AT_ONCE)
        .containsOnly(rules.getFirst().<String>path("id"));
    assertThat(channels).extracting(Response::statusCode).containsOnly(201);
    service.as(workspace, "viewer").get("/alert-rules").then().body("", hasSize(1));
    service.as(workspace, "viewer").get("/channels").then().body("", hasSize(1));
  }

  @Test
  void anotherRequestUnderTheSameKeyIsRefusedAndWithoutAKeyEachMakesItsOwn() {
    post("/channels", "admin", "k", MAIL).then().statusCode(201);
    post("/channels", "admin", "k", Map.of("name", "B", "kind", "EMAIL", "target", "b@example.com"))
        .then()
        .statusCode(422);
    post("/channels", "admin", "x".repeat(201), MAIL).then().statusCode(400);
    service.as(workspace, "admin").body(MAIL).post("/channels").then().statusCode(201);
    service.as(workspace, "viewer").get("/channels").then().body("", hasSize(2));
  }

  @Test
  void keyOfAnotherWorkspaceIsNoKeyOfOurs() {
    String first = post("/channels", "admin", "shared", MAIL).path("id");
    String second =
        service
            .as(UUID.randomUUID(), "admin")
            .header("Idempotency-Key", "shared")
            .body(MAIL)
            .post("/channels")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    assertThat(second).isNotEqualTo(first);
  }

  @Test
  void requestThatFailedCanBeMendedUnderItsKey() {
    Map<String, Object> wrong = Map.of("name", "Sales", "kind", "EMAIL", "target", "nobody");
    post("/channels", "admin", "mended", wrong).then().statusCode(400);
    post("/channels", "admin", "mended", MAIL).then().statusCode(201);
  }

  private Response post(String path, String role, String key, Map<String, ?> body) {
    return service.as(workspace, role).header("Idempotency-Key", key).body(body).post(path);
  }

  private Map<String, Object> rule() {
    return Map.of(
        "name",
        "Prices",
        "enabled",
        true,
        "condition",
        condition(Map.of("competitorIds", List.of(competitor.toString()))),
        "telling",
        telling(List.of(), Map.of()));
  }

  private static List<Response> atOnce(Callable<Response> call)
      throws InterruptedException, ExecutionException {
    try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<Response>> all =
          pool.invokeAll(IntStream.range(0, AT_ONCE).mapToObj(i -> call).toList());
      List<Response> answers = new java.util.ArrayList<>();
      for (Future<Response> each : all) {
        answers.add(each.get());
      }
      return answers;
    }
  }
}
