package io.competitoriq.analysis;

import static io.competitoriq.analysis.AlertStage.condition;
import static io.competitoriq.analysis.AlertStage.price;
import static io.competitoriq.analysis.AlertStage.telling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(Receiver.class)
class DeliveryTest {

  private final UUID workspace = UUID.randomUUID();
  private final UUID competitor = UUID.randomUUID();
  private final Service service;
  private final AlertStage stage;

  DeliveryTest(Service service, AlertStage stage) {
    this.service = service;
    this.stage = stage;
  }

  @Test
  void receiverThatFailsFiveTimesAcceptsOneDeliveryWhoseSignatureIsValid()
      throws IOException, InterruptedException {
    // Given
    String path = "/fail-5/" + workspace;
    JsonPath channel = stage.webhook(workspace, path);
    stage.rule(workspace, condition(Map.of()), telling(List.of(channel.getString("id")), Map.of()));
    // When
    stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    JsonPath delivery = stage.delivered(workspace);
    // Then
    List<Receiver.Call> calls = Receiver.calls(path);
    assertThat(calls)
        .extracting(Receiver.Call::status)
        .containsExactly(503, 503, 503, 503, 503, 204);
    assertThat(calls)
        .extracting(call -> call.headers().get("webhook-id"))
        .containsOnly(delivery.getString("id"));
    assertThat(calls).extracting(Receiver.Call::body).containsOnly(calls.getFirst().body());
    // Nobody asked a model: the rules say why it may matter, and that it is they who say so.
    assertThat(calls.getFirst().body())
        .contains("\"byModel\":false", "\"assessment\":\"SKIPPED\"", "A dearer Pro", "SALES");
    String secret = channel.getString("secret");
    Receiver.Call accepted = calls.getLast();
    assertThat(StandardWebhook.verify(secret, accepted, accepted.body())).isEqualTo("valid");
    assertThat(StandardWebhook.verify(secret, accepted, accepted.body() + " "))
        .isEqualTo("invalid");
    assertThat(delivery.getString("state")).isEqualTo("ACCEPTED");
    assertThat(delivery.getList("log.outcome"))
        .containsExactly("ACCEPTED", "LATER", "LATER", "LATER", "LATER", "LATER");
    assertThat(delivery.getString("log[1].detail")).isEqualTo("Answered 503: said 503");
  }

  @Test
  void deliveryThatWasGivenUpCanBeReplayedUnderItsId() {
    // Given
    String path = "/fail-7/" + workspace;
    JsonPath channel = stage.webhook(workspace, path);
    test(channel.getString("id"));
    JsonPath failed = stage.delivered(workspace);
    assertThat(failed.getString("state")).isEqualTo("FAILED");
    // When
    service
        .as(workspace, "analyst")
        .post("/deliveries/" + failed.getString("id") + "/replay")
        .then()
        .statusCode(202);
    // Then
    assertThat(stage.delivered(workspace).getString("state")).isEqualTo("ACCEPTED");
    assertThat(Receiver.calls(path))
        .hasSize(8)
        .extracting(call -> call.headers().get("webhook-id"))
        .containsOnly(failed.getString("id"));
  }

  @Test
  void receiverThatIsGoneSwitchesItsChannelOffUntilAPersonSaysSo() {
    // Given
    JsonPath channel = stage.webhook(workspace, "/status-410/" + workspace);
    // When
    test(channel.getString("id"));
    // Then
    JsonPath delivery = stage.delivered(workspace);
    assertThat(delivery.getString("state")).isEqualTo("FAILED");
    assertThat(delivery.getInt("attempts")).isEqualTo(1);
    service
        .as(workspace, "viewer")
        .get("/channels")
        .then()
        .body("[0].enabled", equalTo(false))
        .body("[0].trouble", containsString("410"));
    service
        .as(workspace, "admin")
        .body("{\"enabled\":true}")
        .patch("/channels/" + channel.getString("id"))
        .then()
        .statusCode(200)
        .body("enabled", equalTo(true))
        .body("trouble", nullValue());
  }

  @ParameterizedTest
  @CsvSource({"SLACK,text", "TEAMS,type", "DISCORD,content"})
  void chatsAreToldInTheirOwnWords(String kind, String field) {
    // Given
    String path = "/ok/" + kind + workspace;
    JsonPath channel = stage.channel(workspace, kind, Receiver.address(path));
    // When
    test(channel.getString("id"));
    stage.delivered(workspace);
    // Then
    assertThat(new JsonPath(Receiver.calls(path).getFirst().body()).getString(field)).isNotBlank();
    assertThat(Receiver.calls(path).getFirst().headers()).doesNotContainKey("webhook-signature");
  }

  @Test
  void mailWithoutAMailServerIsWrittenToTheOutbox() {
    // Given
    JsonPath channel = stage.channel(workspace, "EMAIL", "mia@example.com; ben@example.com");
    stage.rule(workspace, condition(Map.of()), telling(List.of(channel.getString("id")), Map.of()));
    // When
    stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    // Then
    assertThat(stage.delivered(workspace).getString("log[0].detail")).contains("outbox");
    service
        .as(workspace, "analyst")
        .get("/outbox")
        .then()
        .statusCode(200)
        .body("inUse", equalTo(true))
        .body("items", hasSize(1))
        .body("items[0].recipients", equalTo(List.of("mia@example.com", "ben@example.com")))
        .body("items[0].text", containsString("$49 → $59"));
    service.as(workspace, "viewer").get("/outbox").then().statusCode(403);
    service.as(UUID.randomUUID(), "analyst").get("/outbox").then().body("items", hasSize(0));
  }

  @Test
  void secretsAreShownOnceAndSealedAtRest() throws SQLException {
    // Given
    JsonPath channel = stage.webhook(workspace, "/ok/" + workspace);
    String secret = channel.getString("secret");
    assertThat(secret).startsWith("whsec_");
    String slack = Receiver.address("/services/T1/B2/very-secret");
    JsonPath chat = stage.channel(workspace, "SLACK", slack);
    // When
    var list = service.as(workspace, "admin").get("/channels").then();
    // Then
    list.statusCode(200).body("secret", equalTo(java.util.Arrays.asList(null, null)));
    list.body("target[1]", equalTo("127.0.0.1"));
    assertThat(chat.getString("target")).doesNotContain("very-secret");
    assertThat(stored(channel.getString("id"))).doesNotContain(secret.substring(6));
    assertThat(stored(chat.getString("id"))).doesNotContain("very-secret");
    service
        .as(workspace, "admin")
        .post("/channels/" + channel.getString("id") + "/secret")
        .then()
        .statusCode(200)
        .body("secret", not(equalTo(secret)));
  }

  @ParameterizedTest
  @CsvSource({
    "EMAIL,not an address",
    "EMAIL,a@b@c",
    "WEBHOOK,ftp://example.com/x",
    "WEBHOOK,https://user:pw@example.com/",
    "SLACK,hello"
  })
  void targetThatIsNoneIsAProblem(String kind, String target) {
    service
        .as(workspace, "admin")
        .body(Map.of("name", "x", "kind", kind, "target", target))
        .post("/channels")
        .then()
        .statusCode(400)
        .body("type", equalTo("urn:ciq:problem:channel-target-invalid"));
  }

  @Test
  void insideAddressesAreRefusedByTheEgressGuard() {
    // Given
    JsonPath channel = stage.channel(workspace, "WEBHOOK", "http://169.254.169.254/latest");
    // When
    test(channel.getString("id"));
    // Then
    JsonPath delivery = stage.delivered(workspace);
    assertThat(delivery.getString("state")).isEqualTo("FAILED");
    assertThat(delivery.getString("log[0].detail")).startsWith("We do not go there");
  }

  @Test
  void analystsTestChannelsAndOnlyAdministratorsChangeThem() {
    // Given
    JsonPath channel = stage.webhook(workspace, "/ok/" + workspace);
    String id = channel.getString("id");
    // When
    var create =
        service
            .as(workspace, "analyst")
            .body(Map.of("name", "x", "kind", "EMAIL", "target", "a@example.com"))
            .post("/channels");
    // Then
    create.then().statusCode(403);
    service.as(workspace, "analyst").delete("/channels/" + id).then().statusCode(403);
    service.as(workspace, "viewer").post("/channels/" + id + "/test").then().statusCode(403);
    test(id);
    service.as(UUID.randomUUID(), "admin").post("/channels/" + id + "/test").then().statusCode(404);
    service.as(workspace, "admin").delete("/channels/" + id).then().statusCode(204);
    service.as(workspace, "viewer").get("/channels").then().body("$", hasSize(0));
  }

  @Test
  void waitingDeliveryIsNotReplayed() {
    // Given
    JsonPath channel = stage.webhook(workspace, "/fail-9/" + workspace);
    String delivery = test(channel.getString("id"));
    // When
    await()
        .atMost(AlertStage.PATIENCE)
        .until(() -> "FAILED".equals(stage.delivered(workspace).getString("state")));
    service
        .as(workspace, "analyst")
        .post("/deliveries/" + delivery + "/replay")
        .then()
        .statusCode(202);
    var second =
        service.as(workspace, "analyst").post("/deliveries/" + UUID.randomUUID() + "/replay");
    // Then
    second.then().statusCode(404).body("type", equalTo("urn:ciq:problem:delivery-not-found"));
  }

  private String test(String channel) {
    return service
        .as(workspace, "analyst")
        .post("/channels/" + channel + "/test")
        .then()
        .statusCode(202)
        .extract()
        .path("id");
  }

  private static String stored(String channel) throws SQLException {
    try (var connection = TestDatabase.admin();
        var query =
            connection.prepareStatement(
                "select target, sealed from analysis.channel where id = ?::uuid")) {
      query.setString(1, channel);
      var rows = query.executeQuery();
      rows.next();
      return rows.getString(1) + new String(rows.getBytes(2), StandardCharsets.ISO_8859_1);
    }
  }
}
