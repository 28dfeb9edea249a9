package io.competitoriq.process;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Service.Source;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("process")
class ChangeTalliesTest {

  private final Service service;

  ChangeTalliesTest(Service service) {
    this.service = service;
  }

  @Test
  void confirmedChangesCountFromTheirSnapshotOnAndNoiseNever() {
    // Given a price that rises on days 2 and 4, among noise
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    var page = new NoisyPricingPage(7, 4);
    int[] prices = {49, 49, 59, 59, 69, 69};
    for (int day = 0; day < prices.length; day++) {
      service.visit(source, page.visit(prices[day]), day);
    }
    // When, Then
    tallies(source.workspace(), source, day(0))
        .body("", hasSize(1))
        .body("[0].versions", equalTo(2));
    tallies(source.workspace(), source, day(2))
        .body("[0].sourceId", equalTo(source.id().toString()))
        .body("[0].versions", equalTo(1));
    tallies(source.workspace(), source, day(4)).body("", hasSize(0));
    tallies(UUID.randomUUID(), source, day(0)).body("", hasSize(0));
  }

  @Test
  void aQuestionWithoutSourcesIsRefused() {
    // When, Then
    service
        .as(UUID.randomUUID())
        .contentType(ContentType.JSON)
        .body(Map.of("sources", List.of()))
        .post("/change-tallies")
        .then()
        .statusCode(400);
  }

  private ValidatableResponse tallies(UUID workspace, Source source, Instant since) {
    return service
        .as(workspace)
        .contentType(ContentType.JSON)
        .body(
            Map.of("sources", List.of(Map.of("sourceId", source.id(), "since", since.toString()))))
        .post("/change-tallies")
        .then()
        .statusCode(200);
  }

  private static Instant day(int day) {
    return Service.FIRST.plus(Duration.ofDays(day));
  }
}
