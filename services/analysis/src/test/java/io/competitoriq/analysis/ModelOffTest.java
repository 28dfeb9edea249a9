package io.competitoriq.analysis;

import static io.competitoriq.analysis.Changes.proRaised;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.flags.Flag;
import io.competitoriq.jobs.JobQueue;
import io.competitoriq.jobs.NewJob;
import io.competitoriq.messages.ReadOffers;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// An operator switches language models off and on again.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(StandInModel.class)
@WithTestResource(OfferPage.class)
class ModelOffTest {

  private static final Duration PATIENCE = Duration.ofSeconds(40);

  private final UUID workspace = UUID.randomUUID();
  private final Service service;
  private final JobQueue jobs;

  ModelOffTest(Service service, JobQueue jobs) {
    this.service = service;
    this.jobs = jobs;
  }

  @AfterEach
  void switchOn() {
    service.flip(Flag.MODEL, true);
  }

  @Test
  void signalsShowWithoutAnAssessmentWhichIsMadeWhenTheFlagIsBack() {
    // Given
    service.flip(Flag.MODEL, false);
    // When
    String id = service.raise(workspace, proRaised("stopped")).getString("id");
    // Then
    await()
        .atMost(PATIENCE)
        .until(
            () -> service.get(workspace, id).getString("assessment.reason"),
            reason ->
                reason.startsWith("Nothing was asked yet.") && reason.contains("model.enabled"));
    assertThat(service.get(workspace, id).getString("assessment.state")).isEqualTo("PENDING");
    assertThat(StandInModel.received("stopped").getList("$")).isEmpty();
    // And when
    service.flip(Flag.MODEL, true);
    // Then
    assertThat(service.assessed(workspace, id).getString("assessment.state")).isEqualTo("DONE");
    assertThat(attempts()).isOne();
  }

  @Test
  void pagesThatAModelIsToReadWaitToo() {
    // Given
    service.flip(Flag.MODEL, false);
    // When
    var question = new ReadOffers(UUID.randomUUID(), OfferPage.titled("offers"), "0".repeat(64));
    jobs.add(NewJob.of(ReadOffers.QUEUE, ReadOffers.KIND, workspace, question))
        .await()
        .atMost(PATIENCE);
    // Then
    await().atMost(PATIENCE).until(() -> sleepers() == 1);
    // And when
    service.flip(Flag.MODEL, true);
    // Then
    await().atMost(PATIENCE).until(() -> count("queue = 'process-jobs'") == 1);
  }

  @Test
  void whoLooksIsToldWhy() {
    service.flip(Flag.MODEL, false);

    service
        .as(workspace, "viewer")
        .get("/model")
        .then()
        .body("configured", equalTo(true))
        .body("reason", containsString("model.enabled"));
    service
        .as(workspace, "admin")
        .get("/ai/state")
        .then()
        .body("enabled", equalTo(true))
        .body("stopped", equalTo(true))
        .body("reason", containsString("model.enabled"));
    service.flip(Flag.MODEL, true);
    service
        .as(workspace, "viewer")
        .get("/model")
        .then()
        .body("reason", containsString(StandInModel.NAME));
  }

  private long sleepers() {
    return count("state = 0 and attempt = 0 and error like '%model.enabled%'");
  }

  private long attempts() {
    return TestDatabase.queryLong(
        "select max(attempt) from jobs.job where queue = 'analysis-jobs' and workspace_id = '"
            + workspace
            + "'");
  }

  private long count(String where) {
    return TestDatabase.queryLong(
        "select count(*) from jobs.job where " + where + " and workspace_id = '" + workspace + "'");
  }
}
