package io.competitoriq.gateway.queue;

import static io.competitoriq.gateway.queue.LedgerRows.trails;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.jobs.live.QueueEvents;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Jobs and dead letters as a queue admin sees and steers them.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class JobOperationTest {

  private static final String JOBS = "/api/v1/queues/crawl-jobs/jobs";

  @Inject QueueEvents events;

  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
    LedgerRows.clear();
  }

  @Test
  void aJobIsShownWithItsErrorItsTraceAndItsPayload() {
    long id = LedgerRows.dead("exhausted");

    owner()
        .get("/api/v1/jobs/" + id)
        .then()
        .statusCode(200)
        .body("state", equalTo("dead"))
        .body("reason", equalTo("exhausted"))
        .body("error", equalTo("exhausted: it did not work"))
        .body("traceId", equalTo("0af7651916cd43dd8448eb211c80319c"))
        .body("host", equalTo("shop.example"))
        .body("attempt", equalTo(0))
        .body("payload.sourceId", equalTo("s-1"));
    owner()
        .get("/api/v1/jobs/9999999")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:ciq:problem:job-unknown"));
    owner().get("/api/v1/jobs/nonsense").then().statusCode(404);
  }

  @Test
  void aListIsReadToItsEndByCursors() {
    List<Integer> wanted = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      wanted.add((int) LedgerRows.dead("poison"));
      LedgerRows.queued();
    }

    List<Integer> found = new ArrayList<>();
    String cursor = "";
    do {
      var page =
          owner()
              .queryParam("state", "dead")
              .queryParam("limit", 2)
              .queryParam("cursor", cursor)
              .get(JOBS);
      found.addAll(page.path("items.id"));
      cursor = page.path("nextCursor");
    } while (cursor != null);

    assertThat(found).containsExactlyInAnyOrderElementsOf(wanted);
  }

  @Test
  void aListIsNarrowedByKindHostAndReason() {
    LedgerRows.dead("poison");
    LedgerRows.dead("discarded");

    owner().get(JOBS + "?state=dead&reason=poison").then().body("items", hasSize(1));
    owner().get(JOBS + "?host=shop.example&kind=collect-source").then().body("items", hasSize(2));
    owner().get(JOBS + "?host=other.example").then().body("items", hasSize(0));
  }

  @ParameterizedTest
  @CsvSource({
    "state=broken, 422, 'state must be one of queued, running, done, dead, cancelled.'",
    "reason=bad, 422, 'reason must be one of exhausted, discarded, poison.'",
    "cursor=bm9uc2Vuc2U, 400, The cursor is not one this list gave out",
    "limit=0, 400, limit must be between 1 and 200.",
    "limit=some, 400, limit must be a number between 1 and 200."
  })
  void aQuestionThatMakesNoSenseIsAnsweredWithASentence(String query, int status, String sentence) {
    owner()
        .get(JOBS + "?" + query)
        .then()
        .statusCode(status)
        .contentType("application/problem+json")
        .body("detail", containsString(sentence));
  }

  @Test
  void aQueuedJobIsCancelledAndARunningOneAskedToStop() {
    long queued = LedgerRows.queued();
    long running = LedgerRows.running();

    owner()
        .post("/api/v1/jobs/" + queued + "/cancel")
        .then()
        .statusCode(200)
        .body("state", equalTo("cancelled"));
    owner()
        .post("/api/v1/jobs/" + running + "/cancel")
        .then()
        .statusCode(200)
        .body("state", equalTo("running"))
        .body("cancelRequested", equalTo(true));
    owner()
        .post("/api/v1/jobs/" + queued + "/cancel")
        .then()
        .statusCode(409)
        .body("detail", equalTo("A job that is cancelled cannot be cancelled."));
    assertThat(trails("JOB_CANCELLED"))
        .contains(
            "job %d of crawl-jobs: {\"state\":\"queued\",\"cancelRequested\":false} -> {\"state\":\"cancelled\",\"cancelRequested\":false}"
                .formatted(queued))
        .hasSize(2);
  }

  @Test
  void aDelayedJobIsPromotedAndADeadOneRetried() {
    long delayed = LedgerRows.queued();
    long dead = LedgerRows.dead("exhausted");

    owner().post("/api/v1/jobs/" + delayed + "/promote").then().statusCode(200);
    owner()
        .post("/api/v1/jobs/" + dead + "/retry")
        .then()
        .statusCode(200)
        .body("state", equalTo("queued"));

    owner().get("/api/v1/queues/crawl-jobs").then().body("depth.ready", equalTo(2));
    owner().post("/api/v1/jobs/" + delayed + "/retry").then().statusCode(409);
    owner().post("/api/v1/jobs/9999999/retry").then().statusCode(404);
    assertThat(trails("JOB_PROMOTED")).hasSize(1);
    assertThat(trails("JOB_RETRIED")).hasSize(1);
  }

  @Test
  void aLetterWhoseKeyLivesIsADuplicate() {
    long lives = LedgerRows.queuedWithKey("same");
    long dead = LedgerRows.deadWithKey("same");

    owner()
        .post("/api/v1/jobs/" + dead + "/retry")
        .then()
        .statusCode(409)
        .body("type", equalTo("urn:ciq:problem:job-duplicate"))
        .body("detail", containsString("Job " + lives));
    assertThat(trails("JOB_RETRIED")).isEmpty();
  }

  @Test
  void theEndsOfJobsAreStreamed() throws Exception {
    List<String> lines = new CopyOnWriteArrayList<>();
    try (var browser = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
      var request =
          HttpRequest.newBuilder(
                  URI.create(
                      "http://localhost:" + RestAssured.port + "/api/v1/queues/crawl-jobs/events"))
              .header("Cookie", "ciq_session=" + installation.cookie())
              .header("Last-Event-ID", "0-0")
              .build();
      HttpResponse<Stream<String>> response =
          browser.send(request, HttpResponse.BodyHandlers.ofLines());
      Thread.ofVirtual().start(() -> response.body().forEach(lines::add));

      events.ended("crawl-jobs", "completed", 4711);

      await()
          .atMost(10, SECONDS)
          .until(() -> lines.contains("data:{\"type\":\"completed\",\"jobId\":4711}"));
      assertThat(response.headers().firstValue("Content-Type").orElse(""))
          .startsWith("text/event-stream");
      assertThat(lines).contains("event:completed").anyMatch(line -> line.startsWith("id:"));
      browser.shutdownNow();
    }
  }

  private RequestSpecification owner() {
    return installation.owner();
  }
}
