package io.competitoriq.analysis;

import static io.competitoriq.analysis.AlertStage.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(Receiver.class)
@WithTestResource(Neighbours.class)
class DigestTest {

  private final UUID workspace = UUID.randomUUID();
  private final UUID competitor = UUID.randomUUID();
  private final Service service;
  private final AlertStage stage;

  DigestTest(Service service, AlertStage stage) {
    this.service = service;
    this.stage = stage;
  }

  @Test
  void anEditionTellsStoriesWithOldAndNewValueReasonsAndQuotes() {
    // Given
    String signal = stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    stage.raise(workspace, UUID.randomUUID(), price("Team", 9900, 19900));
    String digest = create(Map.of());
    // When
    JsonPath edition = compile(digest, List.of());
    // Then
    assertThat(edition.getString("occasion")).isEqualTo("ON_DEMAND");
    assertThat(edition.getInt("content.signals")).isEqualTo(3);
    assertThat(edition.getInt("content.stories")).isEqualTo(2);
    assertThat(edition.getList("content.competitors")).hasSize(2);
    assertThat(edition.getString("content.headline")).endsWith(", and 1 more story");
    String story = "content.competitors.stories.flatten().find { it.sources == 2 }";
    assertThat(edition.getMap(story + ".moves[0]", String.class, String.class))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of("subject", "Pro", "before", "$49", "after", "$59"));
    assertThat(edition.getList(story + ".reasons")).hasSize(4);
    assertThat(edition.getString(story + ".quotes[0].text")).contains("$59 per seat");
    assertThat(edition.getString(story + ".whyItMatters")).isNull();
    assertThat(edition.getString("content.basis")).contains("without a language model");
    assertThat(edition.getString("content.checks"))
        .isEqualTo(
            "3 sources visited in 14 visits: 1 new snapshot, 12 the same as before, 1 failure."
                + " 3 changes confirmed, 10 visits without one.");
    assertThat(edition.getList("content.quiet")).containsExactly("Quietly");
    assertThat(service.get(workspace, signal).getString("story.sources")).isEqualTo("2");
  }

  @Test
  void aQuietPeriodSaysWhatWasChecked() {
    // Given
    stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    String digest = create(Map.of("selection", selection(Map.of("categories", List.of("HIRING")))));
    // When
    JsonPath edition = compile(digest, List.of("mia@example.com"));
    // Then
    assertThat(edition.getString("content.headline")).isEqualTo("Nothing to tell of this day.");
    assertThat(edition.getInt("content.checked.visits")).isEqualTo(14);
    assertThat(mail().getString("text"))
        .contains("Nothing to tell of this day.", "12 the same as before", "Hiring of all");
  }

  @Test
  void aModelsWordsAreToldAsAModels() {
    // Given
    String signal = stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    TestDatabase.execute(
        "update analysis.assessment set state = 'DONE', finished_at = now(), failure = null,"
            + " result = '{\"whyItMatters\":\"Room below their new price.\"}' where signal_id = '%s'"
                .formatted(signal));
    // When
    JsonPath edition = compile(create(Map.of()), List.of("mia@example.com"));
    // Then
    assertThat(edition.getString("content.competitors[0].stories[0].whyItMatters"))
        .isEqualTo("Room below their new price.");
    assertThat(edition.getString("content.basis")).contains("is a language model's");
    assertThat(mail().getString("text"))
        .contains("Why it matters (language model): Room below their new price.");
  }

  @Test
  void whatPagesSayIsNeverMarkupInAMail() {
    // Given
    stage.raise(workspace, competitor, price("<img src=x onerror=alert(1)>", 4900, 5900));
    // When
    compile(create(Map.of()), List.of("mia@example.com"));
    // Then
    mail();
    Object html =
        TestDatabase.queryOne(
            "select body_html from analysis.outbox_mail where workspace_id = '%s'"
                .formatted(workspace));
    assertThat(html.toString())
        .contains("&lt;img src=x onerror=alert(1)&gt;: $49 → <strong>$59</strong>", "@page {")
        .doesNotContain("<img");
  }

  @Test
  void whatTheSelectionLeavesOutIsNotTold() {
    // Given
    stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    String muted = stage.raise(workspace, competitor, price("Team", 9900, 19900));
    service.as(workspace, "analyst").body("{\"triage\":\"DISMISSED\"}").patch("/signals/" + muted);
    // When, Then
    preview(Map.of()).then().statusCode(200).body("stories", equalTo(1));
    preview(selection(Map.of("leastSignificance", 100))).then().body("stories", equalTo(0));
    preview(selection(Map.of("competitorIds", List.of(competitor))))
        .then()
        .body("stories", equalTo(1));
    preview(selection(Map.of("competitorIds", List.of(UUID.randomUUID()))))
        .then()
        .body("stories", equalTo(0));
    preview(selection(Map.of("tags", List.of("nobody")))).then().body("stories", equalTo(0));
  }

  @Test
  void aPeriodThatIsOverHasOneEditionAndEveryReceiverHearsOfIt() {
    // Given
    stage.raise(workspace, competitor, price("Pro", 4900, 5900));
    String path = "/ok/" + workspace;
    String channel = stage.webhook(workspace, path).getString("id");
    LocalTime soon = LocalTime.now(ZoneOffset.UTC).plusSeconds(3).truncatedTo(ChronoUnit.SECONDS);
    // When
    String digest =
        create(
            Map.of(
                "cadence", cadence(soon),
                "channelIds", List.of(channel),
                "recipients", List.of("mia@example.com", "ben@example.com")));
    // Then
    await()
        .atMost(AlertStage.PATIENCE)
        .untilAsserted(() -> assertThat(Receiver.calls(path)).hasSize(1));
    JsonPath told = new JsonPath(Receiver.calls(path).getFirst().body());
    JsonPath editions = read("/digests/" + digest + "/editions");
    assertThat(editions.getList("items.occasion")).containsExactly("SCHEDULED");
    assertThat(told.getString("type")).isEqualTo("digest.edition");
    assertThat(told.getString("data.edition.id")).isEqualTo(editions.getString("items[0].id"));
    assertThat(told.getList("data.items[0].moves")).containsExactly("Pro: $49 → $59");
    assertThat(mail().getList("recipients")).containsExactly("mia@example.com", "ben@example.com");
    assertThat(mail().getString("text"))
        .contains("Pro: $49 -> $59", "significance 95 of 100", "/editions/");
    String next = read("/digests/" + digest).getString("nextAt");
    assertThat(Instant.parse(next))
        .isEqualTo(Instant.parse(editions.getString("items[0].to")).plusSeconds(86_400));
  }

  @Test
  void aPausedDigestStaysSilentAndOneThatIsRemovedIsGone() {
    // Given
    LocalTime soon = LocalTime.now(ZoneOffset.UTC).plusSeconds(2).truncatedTo(ChronoUnit.SECONDS);
    String digest = create(Map.of("cadence", cadence(soon)));
    // When
    service
        .as(workspace, "analyst")
        .body(request(Map.of("cadence", cadence(soon), "enabled", false)))
        .put("/digests/" + digest)
        .then()
        .statusCode(200)
        .body("nextAt", equalTo(null));
    // Then
    await()
        .pollDelay(Duration.ofMillis(2500))
        .atMost(AlertStage.PATIENCE)
        .untilAsserted(
            () -> assertThat(read("/digests/" + digest + "/editions").getList("items")).isEmpty());
    service.as(workspace, "analyst").delete("/digests/" + digest).then().statusCode(204);
    service.as(workspace, "viewer").get("/digests/" + digest).then().statusCode(404);
  }

  @Test
  void anotherWorkspaceSeesNothingAndAViewerWritesNothing() {
    // Given
    String digest = create(Map.of());
    String edition = compile(digest, List.of()).getString("id");
    UUID other = UUID.randomUUID();
    // When, Then
    service.as(other, "admin").get("/digests").then().statusCode(200).body("", hasSize(0));
    service.as(other, "admin").get("/digests/" + digest).then().statusCode(404);
    service
        .as(other, "admin")
        .get("/digests/" + digest + "/editions/" + edition)
        .then()
        .statusCode(404);
    service.as(workspace, "viewer").body(request(Map.of())).post("/digests").then().statusCode(403);
  }

  @Test
  void whatDoesNotGoTogetherIsNamed() {
    Map<String, Object> weekly = new HashMap<>(cadence(LocalTime.of(7, 0)));
    weekly.put("frequency", "WEEKLY");
    post(Map.of("cadence", weekly)).then().body("errors.field", contains("cadence.day"));
    Map<String, Object> nowhere = new HashMap<>(cadence(LocalTime.of(7, 0)));
    nowhere.put("zone", "Mars/Olympus");
    post(Map.of("cadence", nowhere)).then().body("errors.field", contains("cadence.zone"));
    post(Map.of("recipients", List.of("mia"))).then().body("errors.field", contains("recipients"));
  }

  private String create(Map<String, ?> given) {
    return post(given).then().statusCode(201).extract().path("id");
  }

  private Response post(Map<String, ?> given) {
    return service.as(workspace, "analyst").body(request(given)).post("/digests");
  }

  private Response preview(Map<String, ?> selection) {
    Map<String, Object> wanted =
        selection.isEmpty() ? request(Map.of()) : request(Map.of("selection", selection));
    return service.as(workspace, "viewer").body(wanted).post("/digests/preview");
  }

  private JsonPath compile(String digest, List<String> recipients) {
    return service
        .as(workspace, "analyst")
        .body(Map.of("recipients", recipients))
        .post("/digests/" + digest + "/editions")
        .then()
        .statusCode(201)
        .extract()
        .jsonPath();
  }

  private JsonPath mail() {
    return await()
        .atMost(AlertStage.PATIENCE)
        .until(
            () -> new JsonPath(read("/outbox").prettify()).setRootPath("items[0]"),
            found -> found.getString("text") != null);
  }

  private JsonPath read(String path) {
    return service.as(workspace, "analyst").get(path).then().statusCode(200).extract().jsonPath();
  }

  private static Map<String, Object> selection(Map<String, ?> given) {
    Map<String, Object> selection = new HashMap<>();
    selection.put("competitorIds", List.of());
    selection.put("tags", List.of());
    selection.put("categories", List.of());
    selection.put("leastSignificance", 0);
    selection.putAll(given);
    return selection;
  }

  private static Map<String, Object> cadence(LocalTime time) {
    return Map.of("frequency", "DAILY", "time", time.toString(), "zone", "UTC");
  }

  /// Daily, of everything, to nobody, but for what is given.
  private static Map<String, Object> request(Map<String, ?> given) {
    Map<String, Object> request = new HashMap<>();
    request.put("name", "Daily for sales");
    request.put("audience", "SALES");
    request.put("selection", selection(Map.of()));
    request.put("cadence", cadence(LocalTime.of(7, 0)));
    request.put("channelIds", List.of());
    request.put("recipients", List.of());
    request.put("enabled", true);
    request.putAll(given);
    return request;
  }
}
