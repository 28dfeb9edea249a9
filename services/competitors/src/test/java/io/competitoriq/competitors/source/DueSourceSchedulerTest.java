package io.competitoriq.competitors.source;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.competitors.Api;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.TestTokens;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("competitors")
class DueSourceSchedulerTest {

  @Inject DueSourceScheduler scheduler;

  private final Api api = Api.ofNewWorkspace();

  @Test
  void replicasThatLookAtTheSameTimeHandEachVisitOverOnce() {
    // Given
    String[] pages = IntStream.range(0, 30).mapToObj(i -> "due.com/" + i).toArray(String[]::new);
    overdue(api.track("due.com", pages));
    // When
    long handedOver;
    try (ExecutorService replicas = Executors.newVirtualThreadPerTaskExecutor()) {
      var looks =
          IntStream.range(0, 3)
              .mapToObj(_ -> CompletableFuture.supplyAsync(this::look, replicas))
              .toList();
      handedOver = looks.stream().mapToLong(CompletableFuture::join).sum();
    }
    // Then
    assertThat(handedOver).isEqualTo(30);
    assertThat(jobs("payload->>'reason' = 'SCHEDULED' and prio = 1 and host = 'due.com'"))
        .isEqualTo(30);
    assertThat(look()).isZero();
  }

  @Test
  void daysOfMissedSlotsAreOneVisitThenTheRhythmGoesOn() {
    // Given
    overdue(api.track("missed.com", "missed.com/pricing"));
    // When
    long handedOver = look();
    // Then
    assertThat(handedOver).isEqualTo(1);
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from competitors.source where workspace_id = '"
                    + api.workspace()
                    + "' and next_visit_at between now() + interval '5 h 59 min'"
                    + " and now() + interval '6 h 6 min' and last_visit_at > now() - interval '1 min'"
                    + " and version = 0"))
        .isEqualTo(1);
  }

  @Test
  void aVisitStillOnItsWayIsNotDoubledAndTheSlotIsGone() {
    // Given
    String competitor = api.track("slow.com", "slow.com/pricing");
    setOverdue(competitor);
    // When
    long handedOver = look();
    // Then
    assertThat(handedOver).isZero();
    assertThat(jobs("host = 'slow.com'")).isEqualTo(1);
    assertThat(look()).isZero();
  }

  @Test
  void aClosedWorkspaceIsLeftAloneUntilItIsOpenedAgain() {
    // Given
    overdue(api.track("closed.com", "closed.com/pricing"));
    owner().put("/workspace/closure").then().statusCode(204);
    owner().put("/workspace/closure").then().statusCode(204);
    // When
    long handedOver = look();
    // Then
    assertThat(handedOver).isZero();
    owner().delete("/workspace/closure").then().statusCode(204);
    assertThat(look()).isEqualTo(1);
  }

  private RequestSpecification owner() {
    return given().header("Authorization", TestTokens.bearer(api.workspace(), "owner"));
  }

  @Test
  void pausedAndArchivedSourcesAreLeftAlone() {
    // Given
    String competitor = api.track("quiet.com", "quiet.com/1", "quiet.com/2");
    overdue(competitor);
    TestDatabase.execute(
        "update competitors.source set paused = true where url = 'https://quiet.com/1'");
    api.request().delete("/sources/" + api.sourcesOf(competitor).get(1)).then().statusCode(204);
    // When
    long handedOver = look();
    // Then
    assertThat(handedOver).isZero();
    assertThat(jobs("host = 'quiet.com'")).isZero();
  }

  @Test
  void oneBrokenSourceStopsNoOther() {
    // Given
    overdue(api.track("broken.com", "broken.com/1", "broken.com/2"));
    TestDatabase.execute(
        "update competitors.source set cron = 'nonsense', interval_ms = null"
            + " where url = 'https://broken.com/1'");
    // When
    long handedOver = look();
    // Then
    assertThat(handedOver).isEqualTo(1);
    assertThat(jobs("host = 'broken.com'")).isEqualTo(1);
    assertThat(look()).isZero();
  }

  private long look() {
    try {
      return VertxContextSupport.subscribeAndAwait(() -> scheduler.lookOnce());
    } catch (Throwable failure) {
      throw new AssertionError(failure);
    }
  }

  /// Three days late, with no visit on its way.
  private static void overdue(String competitor) {
    setOverdue(competitor);
    TestDatabase.execute(
        "delete from jobs.job where payload->>'competitorId' = '" + competitor + "'");
  }

  private static void setOverdue(String competitor) {
    TestDatabase.execute(
        "update competitors.source set next_visit_at = now() - interval '3 days'"
            + " where competitor_id = '"
            + competitor
            + "'");
  }

  private static long jobs(String where) {
    return TestDatabase.queryLong("select count(*) from jobs.job where " + where);
  }
}
