package io.competitoriq.gateway.live;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.jobs.live.LiveEvents;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class LiveStreamTest {

  @Inject LiveEvents live;

  private final HttpClient browser =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
  }

  @AfterEach
  void leave() {
    browser.shutdownNow();
  }

  @Test
  void aSessionHearsItsOwnWorkspaceOnly() {
    // Given
    Stream stream = open("");
    UUID own = UUID.randomUUID();
    UUID foreign = UUID.randomUUID();

    // When
    live.publish(UUID.randomUUID(), "visit.finished", foreign);
    live.publish(installation.workspaceId(), "signal.created", own);

    // Then
    await().atMost(10, SECONDS).until(() -> stream.text().contains(own.toString()));
    assertThat(stream.text())
        .contains("event: signal.created")
        .contains("data: {\"type\":\"signal.created\",\"subjectId\":\"" + own + "\"}")
        .doesNotContain(foreign.toString());
  }

  @Test
  void whoComesBackHearsWhatWasMissedOnce() {
    // Given
    Stream first = open("");
    UUID heard = UUID.randomUUID();
    UUID missed = UUID.randomUUID();
    live.publish(installation.workspaceId(), "signal.created", heard);
    await().atMost(10, SECONDS).until(() -> first.text().contains(heard.toString()));
    first.close();
    live.publish(installation.workspaceId(), "signal.updated", missed);

    // When
    Stream second = open(first.lastId());

    // Then
    await().atMost(10, SECONDS).until(() -> second.text().contains(missed.toString()));
    assertThat(second.text()).doesNotContain(heard.toString()).containsOnlyOnce("event: signal.");
  }

  @Test
  void theStreamShowsThatItIsAliveAndEndsWithItsSession() {
    Stream stream = open("");
    await().atMost(10, SECONDS).until(() -> stream.text().contains(": heartbeat"));

    installation.owner().delete("/api/v1/session").then().statusCode(204);

    await().atMost(10, SECONDS).until(stream.ended()::isDone);
  }

  @Test
  void theStreamEndsWithItsWorkspace() {
    Stream stream = open("");

    installation
        .owner()
        .body(Map.of("name", "Analysts", "password", Installation.PASSWORD))
        .delete("/api/v1/workspace")
        .then()
        .statusCode(204);

    await().atMost(10, SECONDS).until(stream.ended()::isDone);
    installation.owner().delete("/api/v1/workspace/erasure").then().statusCode(204);
  }

  private Stream open(String lastEventId) {
    List<String> lines = new CopyOnWriteArrayList<>();
    var request =
        HttpRequest.newBuilder(
                URI.create(RestAssured.baseURI + ":" + RestAssured.port + "/api/v1/events"))
            .header("Cookie", "ciq_session=" + installation.cookie())
            .header("Last-Event-ID", lastEventId)
            .build();
    CompletableFuture<?> ended =
        browser
            .sendAsync(request, HttpResponse.BodyHandlers.ofLines())
            .thenAcceptAsync(response -> response.body().forEach(lines::add));
    var stream = new Stream(lines, ended);
    await().atMost(10, SECONDS).until(() -> stream.text().contains(": heartbeat"));
    return stream;
  }

  private record Stream(List<String> lines, CompletableFuture<?> ended) {

    String text() {
      return String.join("\n", lines);
    }

    String lastId() {
      return lines.stream()
          .filter(line -> line.startsWith("id: "))
          .reduce("", (_, last) -> last)
          .replace("id: ", "");
    }

    void close() {
      ended.cancel(true);
    }
  }
}
