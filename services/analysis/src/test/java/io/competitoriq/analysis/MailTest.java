package io.competitoriq.analysis;

import static io.competitoriq.analysis.AlertStage.condition;
import static io.competitoriq.analysis.AlertStage.price;
import static io.competitoriq.analysis.AlertStage.telling;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(MailServer.class)
class MailTest {

  private final UUID workspace = UUID.randomUUID();
  private final Service service;
  private final AlertStage stage;

  MailTest(Service service, AlertStage stage) {
    this.service = service;
    this.stage = stage;
  }

  @Test
  void mailIsHandedToTheServerUntilItTakesIt() {
    // Given
    JsonPath channel = stage.channel(workspace, "EMAIL", "mia@example.com, ben@example.com");
    stage.rule(workspace, condition(Map.of()), telling(List.of(channel.getString("id")), Map.of()));
    // When
    stage.raise(workspace, UUID.randomUUID(), price("Pro", 4900, 5900));
    // Then
    JsonPath delivery = stage.delivered(workspace);
    assertThat(delivery.getList("log.outcome")).containsExactly("ACCEPTED", "LATER");
    assertThat(delivery.getString("log[1].detail")).contains("451");
    assertThat(System.getProperty("ciq.test.mail"))
        .contains("Message-ID: <" + delivery.getString("id") + "@competitoriq>")
        .contains("mia@example.com")
        .contains("Subject: brightdesk.example: Pro raised from $49 to $59");
    service
        .as(workspace, "analyst")
        .get("/outbox")
        .then()
        .body("inUse", equalTo(false))
        .body("items", hasSize(0));
  }
}
