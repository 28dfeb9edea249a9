package io.competitoriq.crawl.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.blobs.BlobStore;
import io.competitoriq.crawl.standin.ProcessStandIn;
import io.competitoriq.crawl.standin.WithStandIns;
import io.competitoriq.http.Ids;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@WithEmbeddedServers("crawl")
@WithStandIns
class RetentionResourceTest {
  @Inject BlobStore blobs;
  @Inject Janitor janitor;
  private ProcessStandIn process;
  private Shelf shelf;

  @BeforeEach
  void open() {
    process = new ProcessStandIn();
    shelf = Shelf.of(blobs);
  }

  @AfterEach
  void close() {
    process.close();
  }

  @Test
  void theDefaultHoldsUntilSomebodySetsARuleAndEveryRuleStaysInTheRecord() {
    // Given
    shelf
        .as("admin")
        .get("/retention")
        .then()
        .statusCode(200)
        .body("scope", equalTo("DEFAULT"))
        .body("rule.keepNewest", equalTo(30))
        .body("rule.keepChanged", equalTo(true))
        .body("rule.bodyDays", equalTo(180))
        .body("setBy", nullValue());
    // When
    shelf.rule(10, true, 60);
    shelf.rule(5, false, 90);
    // Then
    shelf
        .as("admin")
        .get("/retention")
        .then()
        .body("scope", equalTo("WORKSPACE"))
        .body("rule.keepNewest", equalTo(5))
        .body("rule.keepChanged", equalTo(false))
        .body("setBy", equalTo(new UUID(0, 1).toString()))
        .body("setAt", notNullValue());
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from crawl.retention_rule where workspace_id = '%s' and keep_newest = 10 and ended_by is not null"
                    .formatted(shelf.workspace())))
        .isOne();
  }

  @ParameterizedTest
  @CsvSource({"1, 180, keepNewest", "30, 0, bodyDays", "30, 40000, bodyDays"})
  void aRuleThatKeepsTooLittleIsRefusedByName(int keepNewest, int bodyDays, String field) {
    json("admin")
        .body(Shelf.json(keepNewest, true, bodyDays))
        .put("/retention")
        .then()
        .statusCode(400)
        .contentType("application/problem+json")
        .body("errors.field", equalTo(List.of(field)));
  }

  @Test
  void holdTellsWhoWhenAndWhyAndStaysInTheRecordWhenLifted() {
    // Given
    UUID snapshot = shelf.snapshot(1, "hold me");
    String address = "/snapshots/" + snapshot + "/hold";
    json("admin").body("{\"reason\":\" Case 7 \"}").put(address).then().statusCode(200);
    json("admin").body("{\"reason\":\"Case 7\"}").put(address).then().statusCode(200);
    // Then
    shelf
        .as("admin")
        .get("/retention/holds")
        .then()
        .body("items", hasSize(1))
        .body("items[0].snapshotId", equalTo(snapshot.toString()))
        .body("items[0].sourceId", equalTo(shelf.source().toString()))
        .body("items[0].reason", equalTo("Case 7"))
        .body("items[0].placedBy", equalTo(new UUID(0, 1).toString()))
        .body("items[0].placedAt", containsString("T"));
    // When
    shelf.as("admin").delete(address).then().statusCode(204);
    // Then
    shelf.as("admin").get("/retention/holds").then().body("items", hasSize(0));
    shelf
        .as("admin")
        .get("/retention/holds?lifted=true")
        .then()
        .body("items", hasSize(1))
        .body("items[0].liftedBy", equalTo(new UUID(0, 1).toString()));
  }

  @Test
  void aHoldThatComesTooLateSaysSo() {
    // Given
    UUID old = releasedOne("too late");
    // Then
    json("admin")
        .body("{\"reason\":\"Case 9\"}")
        .put("/snapshots/" + old + "/hold")
        .then()
        .statusCode(410)
        .body("type", equalTo("urn:ciq:problem:evidence-released"));
  }

  @Test
  void previewIsWhatIsThenReleased() {
    // Given
    Shelf second = new Shelf(blobs, shelf.workspace(), Ids.next());
    for (Shelf each : List.of(shelf, second)) {
      each.snapshot(90, "preview: shared by both sources");
      each.snapshot(85, "preview: twice in " + each.source());
      each.snapshot(80, "preview: twice in " + each.source());
      each.snapshot(75, "preview: stays in " + each.source());
      process.cites(each.snapshot(74, "preview: cited in " + each.source()));
      each.snapshot(60, "preview: stays in " + each.source());
      each.snapshot(50, "preview: last in " + each.source());
    }
    // When
    JsonPath preview =
        json("admin").body(Shelf.json(2, true, 30)).post("/retention/preview").jsonPath();
    // Then
    assertThat(shelf.released() + second.released()).isZero();
    shelf.rule(2, true, 30);
    assertThat(json("admin").post("/retention/preview").jsonPath().<Object>get(""))
        .isEqualTo(preview.get(""));
    tidy(shelf);
    tidy(second);
    assertThat(preview.getBoolean("complete")).isTrue();
    assertThat(preview.getLong("snapshots")).isEqualTo(shelf.released() + second.released());
    assertThat(preview.getLong("bytes")).isEqualTo(shelf.releasedBytes()).isPositive();
    for (int i = 0; i < 2; i++) {
      assertThat(preview.getLong("sources[" + i + "].snapshots")).isEqualTo(4);
      assertThat(preview.getLong("sources[" + i + "].bytes"))
          .isEqualTo(bytesOf(preview.getString("sources[" + i + "].sourceId")));
    }
    json("admin").post("/retention/preview").then().body("snapshots", equalTo(0));
  }

  @Test
  void previewWithoutAnAnswerFromProcessSaysSo() {
    // Given
    shelf.snapshot(90, "unknown: first");
    shelf.snapshot(60, "unknown: second");
    shelf.snapshot(50, "unknown: third");
    shelf.rule(2, true, 30);
    process.mood(ProcessStandIn.Mood.FAILS);
    // Then
    json("admin")
        .post("/retention/preview")
        .then()
        .statusCode(503)
        .header("Retry-After", equalTo("10"))
        .body("type", equalTo("urn:ciq:problem:citations-unknown"));
  }

  @Test
  void anEvidencePackSaysThatABodyWasReleased() throws IOException {
    // Given
    UUID old = releasedOne("packed");
    // When
    byte[] zip =
        shelf
            .as("viewer")
            .get("/snapshots/" + old + "/evidence-pack")
            .then()
            .statusCode(200)
            .extract()
            .asByteArray();
    // Then
    Map<String, String> files = files(zip);
    assertThat(files)
        .containsOnlyKeys("after/snapshot.json", "after/body-released.txt", "SHA256SUMS");
    assertThat(files.get("after/body-released.txt")).contains("released on").contains("30 days");
    assertThat(files.get("after/snapshot.json")).contains("\"release\"", "\"WORKSPACE\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"viewer", "analyst"})
  void onlyAdminsDecide(String role) {
    String source = "/retention/sources/" + shelf.source();
    String snapshot = "/snapshots/" + shelf.snapshot(1, "roles") + "/hold";
    String rule = Shelf.json(2, true, 30);
    String reason = "{\"reason\":\"x\"}";
    shelf.as(role).get("/retention").then().statusCode(403);
    shelf.as(role).get("/retention/holds").then().statusCode(403);
    shelf.as(role).get(source).then().statusCode(403);
    json(role).body(rule).put("/retention").then().statusCode(403);
    json(role).body(rule).post("/retention/preview").then().statusCode(403);
    json(role).body(rule).put(source).then().statusCode(403);
    json(role).body(reason).put(source + "/hold").then().statusCode(403);
    json(role).body(reason).put(snapshot).then().statusCode(403);
    shelf.as(role).delete(source).then().statusCode(403);
    shelf.as(role).delete(source + "/hold").then().statusCode(403);
    shelf.as(role).delete(snapshot).then().statusCode(403);
  }

  @Test
  void anotherWorkspaceSeesAndHoldsNothing() {
    // Given
    UUID snapshot = shelf.snapshot(1, "private");
    json("admin").body("{\"reason\":\"x\"}").put("/snapshots/" + snapshot + "/hold");
    Shelf stranger = new Shelf(blobs, Ids.next(), shelf.source());
    String source = "/retention/sources/" + shelf.source();
    // Then
    stranger.as("owner").get("/retention/holds").then().body("items", hasSize(0));
    stranger.as("owner").get(source).then().statusCode(404);
    stranger
        .as("owner")
        .contentType("application/json")
        .body("{\"reason\":\"x\"}")
        .put("/snapshots/" + snapshot + "/hold")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:ciq:problem:snapshot-not-found"));
    stranger
        .as("owner")
        .contentType("application/json")
        .body("{\"reason\":\"x\"}")
        .put(source + "/hold")
        .then()
        .statusCode(404)
        .body("type", equalTo("urn:ciq:problem:source-not-visited"));
    stranger.as("owner").delete("/snapshots/" + snapshot + "/hold").then().statusCode(404);
    shelf.as("admin").get("/retention/holds").then().body("items", hasSize(1));
  }

  private UUID releasedOne(String text) {
    UUID old = shelf.snapshot(90, text + ": first");
    shelf.snapshot(60, text + ": second");
    shelf.snapshot(50, text + ": third");
    shelf.rule(2, true, 30);
    assertThat(tidy(shelf)).isOne();
    return old;
  }

  private long tidy(Shelf it) {
    return janitor.tidy(it.place()).await().atMost(Duration.ofSeconds(20));
  }

  private RequestSpecification json(String role) {
    return shelf.as(role).contentType("application/json");
  }

  private static long bytesOf(String source) {
    return TestDatabase.queryLong(
        "select sum(stored_bytes) from crawl.release where source_id = '" + source + "'");
  }

  private static Map<String, String> files(byte[] zip) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
