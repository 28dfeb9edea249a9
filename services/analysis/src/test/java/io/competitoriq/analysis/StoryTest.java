package io.competitoriq.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.messages.FactChange;
import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithEmbeddedServers("analysis")
class StoryTest {

  private static final UUID COMPETITOR = UUID.randomUUID();

  private final UUID workspace = UUID.randomUUID();
  private final Service service;

  StoryTest(Service service) {
    this.service = service;
  }

  @Test
  void whatThreeSourcesTellIsOneStoryAndSaysWhy() {
    // Given
    List<RaiseSignal> told = event(5900, 3);
    // When
    told.forEach(change -> service.raise(workspace, change));
    // Then
    JsonPath page = signals("?collapsed=true&category=PRICING&triage=NEW&q=pro");
    assertThat(page.getList("items")).hasSize(1);
    assertThat(page.getInt("items[0].story.signals")).isEqualTo(3);
    assertThat(page.getInt("items[0].story.sources")).isEqualTo(3);
    service
        .as(workspace, "viewer")
        .get("/stories/" + page.getString("items[0].story.id"))
        .then()
        .statusCode(200)
        .body("signals", equalTo(3))
        .body("ties.reason", hasItem("SAME_MOVE"))
        .body("ties", hasSize(3))
        .body("leadSignalId", equalTo(page.getString("items[0].id")));
    service
        .as(workspace, "viewer")
        .get("/signals/counts?collapsed=true")
        .then()
        .body("triage.NEW", equalTo(1));
  }

  /// Sources tell of four events in any order, one worker or ten: the stories are the same.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void storiesDoNotDependOnTheOrderInWhichSignalsCome(long seed) {
    // Given
    List<List<RaiseSignal>> events =
        List.of(event(5900, 4), event(6900, 3), event(7900, 2), event(8900, 1));
    List<RaiseSignal> shuffled = new ArrayList<>();
    events.forEach(shuffled::addAll);
    Collections.shuffle(shuffled, new Random(seed));
    // When
    shuffled.forEach(change -> service.enqueue(workspace, change));
    // Then
    await()
        .atMost(Duration.ofSeconds(20))
        .untilAsserted(() -> assertThat(signals("?limit=200").getList("items")).hasSize(10));
    assertThat(partition()).isEqualTo(expected(events));
  }

  /// A tells a, B tells b, and they are two stories until C tells both.
  @Test
  void signalThatBelongsToTwoStoriesMakesThemOne() {
    // Given
    String first = service.raise(workspace, event(5900, 1).getFirst()).getString("id");
    String second = service.raise(workspace, event(6900, 1).getFirst()).getString("id");
    String old = story(second);
    assertThat(story(first)).isNotEqualTo(old);
    // When
    service.raise(workspace, change(List.of(move(5900), move(6900))));
    // Then
    assertThat(story(first)).isEqualTo(story(second)).isNotEqualTo(old);
    service
        .as(workspace, "viewer")
        .get("/stories/" + old)
        .then()
        .statusCode(200)
        .body("id", equalTo(story(first)))
        .body("signals", equalTo(3));
  }

  @Test
  void whatAPersonTakesOutStaysOut() {
    // Given
    List<RaiseSignal> told = event(5900, 3);
    List<String> ids =
        told.subList(0, 2).stream()
            .map(it -> service.raise(workspace, it).getString("id"))
            .toList();
    String story = story(ids.getFirst());
    // When
    String own =
        service
            .as(workspace, "analyst")
            .body(Map.of("signalIds", List.of(ids.getLast())))
            .post("/stories/" + story + "/split")
            .then()
            .statusCode(201)
            .body("apart", equalTo(true))
            .extract()
            .path("id");
    String third = service.raise(workspace, told.getLast()).getString("id");
    // Then
    assertThat(story(ids.getLast())).isEqualTo(own);
    assertThat(story(third)).isEqualTo(story);
    service
        .as(workspace, "analyst")
        .body(Map.of("signalIds", List.of(ids.getLast())))
        .post("/stories/" + story + "/join")
        .then()
        .statusCode(200)
        .body("signals", equalTo(3));
  }

  @Test
  void lastSignalCannotLeaveItsStoryAndStrangersCannotBeTakenOut() {
    // Given
    String id = service.raise(workspace, event(5900, 1).getFirst()).getString("id");
    String story = story(id);
    // When
    var all =
        service
            .as(workspace, "analyst")
            .body(Map.of("signalIds", List.of(id)))
            .post("/stories/" + story + "/split");
    var stranger =
        service
            .as(workspace, "analyst")
            .body(Map.of("signalIds", List.of(UUID.randomUUID())))
            .post("/stories/" + story + "/split");
    // Then
    all.then().statusCode(422).body("type", equalTo("urn:ciq:problem:story-left-empty"));
    stranger.then().statusCode(422).body("type", equalTo("urn:ciq:problem:not-of-the-story"));
    service
        .as(workspace, "viewer")
        .body(Map.of("signalIds", List.of(id)))
        .post("/stories/" + story + "/split")
        .then()
        .statusCode(403);
    service.as(UUID.randomUUID(), "viewer").get("/stories/" + story).then().statusCode(404);
  }

  @Test
  void decisionOnAWholeStoryReachesAllItsSignals() {
    // Given
    List<String> ids =
        event(5900, 3).stream().map(it -> service.raise(workspace, it).getString("id")).toList();
    // When
    service
        .as(workspace, "analyst")
        .body(Map.of("ids", List.of(ids.getFirst()), "triage", "DONE", "wholeStories", true))
        .post("/signals/triage")
        .then()
        .statusCode(200)
        .body("updated", hasSize(1));
    // Then
    assertThat(signals("?triage=DONE").getList("items")).hasSize(3);
  }

  private Set<Set<String>> partition() {
    Map<String, Set<String>> byStory = new java.util.HashMap<>();
    JsonPath page = signals("?limit=200");
    List<String> changes = page.getList("items.changeId");
    List<String> stories = page.getList("items.story.id");
    for (int i = 0; i < changes.size(); i++) {
      byStory.computeIfAbsent(stories.get(i), _ -> new HashSet<>()).add(changes.get(i));
    }
    return Set.copyOf(byStory.values());
  }

  private static Set<Set<String>> expected(List<List<RaiseSignal>> events) {
    Set<Set<String>> expected = new HashSet<>();
    for (List<RaiseSignal> event : events) {
      Set<String> ids = new HashSet<>();
      event.forEach(change -> ids.add(change.changeId().toString()));
      expected.add(ids);
    }
    return expected;
  }

  private String story(String signalId) {
    return service.get(workspace, signalId).getString("story.id");
  }

  private JsonPath signals(String query) {
    return service
        .as(workspace, "viewer")
        .urlEncodingEnabled(false)
        .get("/signals" + query)
        .then()
        .statusCode(200)
        .extract()
        .jsonPath();
  }

  /// One price move as so many sources tell it.
  private static List<RaiseSignal> event(long minor, int sources) {
    List<RaiseSignal> told = new ArrayList<>();
    for (int i = 0; i < sources; i++) {
      told.add(change(List.of(move(minor))));
    }
    return told;
  }

  private static FactChange move(long minor) {
    return Changes.price("Pro", Changes.usd(4900), Changes.usd(minor));
  }

  private static RaiseSignal change(List<FactChange> facts) {
    UUID id = UUID.randomUUID();
    return new RaiseSignal(
        COMPETITOR,
        UUID.randomUUID(),
        id,
        UUID.randomUUID(),
        URI.create("https://brightdesk.example/page/" + id),
        SourceKind.PRICING,
        "Pricing",
        Instant.parse("2026-11-20T08:00:00Z"),
        facts,
        List.of());
  }
}
