package io.competitoriq.analysis;

import static io.competitoriq.analysis.AlertStage.condition;
import static io.competitoriq.analysis.AlertStage.price;
import static io.competitoriq.analysis.AlertStage.telling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.cloudevents.CloudEvent;
import io.cloudevents.SpecVersion;
import io.cloudevents.jackson.JsonFormat;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(Receiver.class)
class CloudEventsTest {

  private final UUID workspace = UUID.randomUUID();
  private final Service service;
  private final AlertStage stage;

  CloudEventsTest(Service service, AlertStage stage) {
    this.service = service;
    this.stage = stage;
  }

  @Test
  void aWebhookThatWantsCloudEventsGetsASignedOneUnderOneIdHoweverOftenItIsTried()
      throws IOException, InterruptedException {
    // Given
    String path = "/fail-2/" + workspace;
    JsonPath channel = webhook(path);
    stage.rule(workspace, condition(Map.of()), telling(List.of(channel.getString("id")), Map.of()));
    // When
    String signal = stage.raise(workspace, UUID.randomUUID(), price("Pro", 4900, 5900));
    JsonPath delivery = stage.delivered(workspace);
    // Then
    List<Receiver.Call> calls = Receiver.calls(path);
    assertThat(calls).extracting(Receiver.Call::status).containsExactly(503, 503, 204);
    assertThat(calls)
        .extracting(call -> call.headers().get("content-type"))
        .containsOnly("application/cloudevents+json");
    for (Receiver.Call call : calls) {
      CloudEvent event = event(call);
      assertThat(event.getSpecVersion()).isEqualTo(SpecVersion.V1);
      assertThat(event.getId()).isEqualTo(delivery.getString("id"));
      assertThat(event.getType()).isEqualTo("io.competitoriq.signal.raised");
      assertThat(event.getSource().toString())
          .endsWith("/workspaces/" + workspace)
          .startsWith("http");
      assertThat(event.getSubject()).isEqualTo("signals/" + signal);
      assertThat(event.getDataContentType()).isEqualTo("application/json");
      assertThat(event.getTime()).isNotNull();
      assertThat(String.valueOf(event.getExtension("traceparent")))
          .matches("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]");
      assertThat(data(event).getString("items[0].signalId")).isEqualTo(signal);
      assertThat(data(event).getString("kind")).isEqualTo("ALERT");
    }
    String secret = channel.getString("secret");
    assertThat(StandardWebhook.verify(secret, calls.getLast(), calls.getLast().body()))
        .isEqualTo("valid");
  }

  @Test
  void aTestIsAnEventToo() {
    String path = "/ok/" + workspace;
    String channel = webhook(path).getString("id");

    service.as(workspace, "analyst").post("/channels/" + channel + "/test").then().statusCode(202);
    stage.delivered(workspace);

    assertThat(event(Receiver.calls(path).getFirst()).getType())
        .isEqualTo("io.competitoriq.channel.test");
  }

  @Test
  void theFormatCanBeChangedAndIsOnlyForWebhooks() {
    String id = webhook("/ok/" + workspace).getString("id");
    service
        .as(workspace, "admin")
        .body(Map.of("format", "STANDARD"))
        .patch("/channels/" + id)
        .then()
        .statusCode(200)
        .body("format", equalTo("STANDARD"));
    service
        .as(workspace, "admin")
        .body(
            Map.of(
                "name", "Mail", "kind", "EMAIL", "target", "a@b.example", "format", "CLOUDEVENTS"))
        .post("/channels")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:ciq:problem:channel-format-invalid"));
  }

  private JsonPath webhook(String path) {
    return service
        .as(workspace, "admin")
        .body(
            Map.of(
                "name",
                "Router",
                "kind",
                "WEBHOOK",
                "target",
                Receiver.address(path),
                "format",
                "CLOUDEVENTS"))
        .post("/channels")
        .then()
        .statusCode(201)
        .body("format", equalTo("CLOUDEVENTS"))
        .extract()
        .jsonPath();
  }

  /// As the SDK reads it: it refuses what is no event.
  private static CloudEvent event(Receiver.Call call) {
    return new JsonFormat().deserialize(call.body().getBytes(StandardCharsets.UTF_8));
  }

  private static JsonPath data(CloudEvent event) {
    byte[] data = Objects.requireNonNull(event.getData()).toBytes();
    return new JsonPath(new String(data, StandardCharsets.UTF_8));
  }
}
