package io.competitoriq.analysis;

import static io.competitoriq.analysis.Changes.proRaised;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.jobs.live.LiveEvent;
import io.competitoriq.jobs.live.LiveEventReader;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(StandInModel.class)
class LiveEventsTest {

  private final UUID workspace = UUID.randomUUID();
  private final Service service;
  private final LiveEventReader reader;

  LiveEventsTest(Service service, LiveEventReader reader) {
    this.service = service;
    this.reader = reader;
  }

  @Test
  void openScreensHearOfTheSignalItsAssessmentAndItsTriage() {
    // Given
    String id = service.raise(workspace, proRaised("live")).getString("id");
    service.assessed(workspace, id);
    // When
    service
        .as(workspace, "analyst")
        .body("{\"triage\":\"DONE\"}")
        .patch("/signals/" + id)
        .then()
        .statusCode(200);
    // Then
    List<LiveEvent> heard =
        reader
            .from("0-1")
            .filter(event -> event.workspaceId().equals(workspace))
            .select()
            .first(3)
            .collect()
            .asList()
            .await()
            .atMost(Duration.ofSeconds(20));
    assertThat(heard)
        .extracting(LiveEvent::type)
        .containsExactly("signal.created", "assessment.finished", "signal.updated");
    assertThat(heard).extracting(LiveEvent::subjectId).containsOnly(UUID.fromString(id));
  }
}
