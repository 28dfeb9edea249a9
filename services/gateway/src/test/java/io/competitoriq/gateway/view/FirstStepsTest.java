package io.competitoriq.gateway.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.People;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class FirstStepsTest {

  private static final String STEPS = "/api/v1/first-steps";

  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
  }

  @Test
  void whatIsDoneIsToldByWhatThereIs() {
    installation
        .owner()
        .get(STEPS)
        .then()
        .statusCode(200)
        .body(
            "steps.step",
            contains(
                "ADD_COMPETITOR",
                "CONFIRM_SOURCES",
                "CHOOSE_CHANNEL",
                "TRIAGE_SIGNAL",
                "CONNECT_MODEL"))
        .body("steps.done", contains(true, true, false, false, false))
        .body("steps.optional", contains(false, false, false, false, true))
        .body("dismissed", equalTo(false))
        .body("partial", empty());
  }

  @Test
  void everybodyPutsTheListAwayForThemselves() {
    // Given
    People ben = People.join(installation, "ben@example.com", "VIEWER");
    // When
    installation.owner().put(STEPS + "/dismissal").then().statusCode(204);
    installation.owner().put(STEPS + "/dismissal").then().statusCode(204);
    // Then
    installation.owner().get(STEPS).then().body("dismissed", equalTo(true));
    ben.asks().get(STEPS).then().body("dismissed", equalTo(false));
    installation.owner().delete(STEPS + "/dismissal").then().statusCode(204);
    installation.owner().get(STEPS).then().body("dismissed", equalTo(false));
  }

  @Test
  void aChannelATriagedSignalAndAModelAreSteps() throws Exception {
    var parts =
        Parts.of(
            List.of(
                present("competitors", "{\"competitors\":1,\"nextVisitAt\":null}"),
                present("channels", "[{\"id\":\"1\"}]"),
                present("counts", "{\"triage\":{\"NEW\":4,\"DONE\":1}}"),
                present("model", "{\"configured\":true}")));

    JsonNode view = FirstSteps.of(parts, false);

    assertThat(view.path("steps").findValuesAsText("done"))
        .containsExactly("true", "false", "true", "true", "true");
  }

  @Test
  void nobodySaysOpenOfWhatNobodyKnows() {
    var parts = Parts.of(List.of(new Part.Missing("channels", "It is away.", 0)));

    JsonNode view = FirstSteps.of(parts, false);

    assertThat(view.at("/steps/2/done").isNull()).isTrue();
    assertThat(view.at("/partial/0/part").asText()).isEqualTo("channels");
  }

  private static Part present(String name, String json) throws Exception {
    return new Part.Present(name, new ObjectMapper().readTree(json));
  }
}
