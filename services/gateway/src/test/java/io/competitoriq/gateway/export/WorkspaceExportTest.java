package io.competitoriq.gateway.export;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import io.competitoriq.gateway.FakeRows;
import io.competitoriq.gateway.Installation;
import io.competitoriq.gateway.People;
import io.competitoriq.gateway.WithFakeServices;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// In these tests `crawl` is not there until a test brings it.
@QuarkusTest
@WithEmbeddedServers("gateway")
@WithFakeServices
class WorkspaceExportTest {

  private static final String EXPORTS = "/api/v1/workspace/exports";

  @Inject ExportMaker maker;

  @Inject
  @ConfigProperty(name = "ciq.gateway.services.crawl")
  URI crawl;

  private final Vertx vertx = Vertx.vertx();
  private Installation installation = new Installation("", new UUID(0, 0));

  @BeforeEach
  void setUp() {
    installation = Installation.fresh();
  }

  @AfterEach
  void crawlIsAwayAgain() throws Exception {
    vertx.close().toCompletionStage().toCompletableFuture().get(10, TimeUnit.SECONDS);
  }

  @Test
  void theFileHoldsEveryRowAndTheManifestProvesIt() throws Exception {
    // Given
    bringCrawl();
    People.join(installation, "ben@example.com", "VIEWER");
    String id = ask();
    long trail =
        TestDatabase.queryLong(
            "select count(*) from gateway.audit_entry where workspace_id is not null");
    // When
    look();
    // Then
    Map<String, byte[]> files = fetch(id);
    JsonObject manifest = new JsonObject(text(of(files, "manifest.json")));
    Map<String, Long> told = new TreeMap<>();
    for (int i = 0; i < manifest.getJsonArray("files").size(); i++) {
      JsonObject file = manifest.getJsonArray("files").getJsonObject(i);
      byte[] content = of(files, file.getString("file"));
      assertThat(sha256(content)).isEqualTo(file.getString("sha256"));
      assertThat(text(content).lines().count()).isEqualTo(file.getLong("lines"));
      told.put(file.getString("file"), file.getLong("lines"));
    }
    assertThat(manifest.getInteger("schemaVersion")).isEqualTo(1);
    assertThat(manifest.getJsonObject("workspace").getString("name")).isEqualTo("Analysts");
    assertThat(told)
        .isEqualTo(
            Map.of(
                "competitors-things.jsonl",
                (long) FakeRows.ROWS,
                "crawl-things.jsonl",
                (long) FakeRows.ROWS,
                "process-things.jsonl",
                (long) FakeRows.ROWS,
                "analysis-things.jsonl",
                (long) FakeRows.ROWS,
                "members.jsonl",
                2L,
                "invitations.jsonl",
                1L,
                "api-keys.jsonl",
                0L,
                "audit-entries.jsonl",
                trail));
    assertThat(files).hasSize(told.size() + 1);
    assertThat(text(of(files, "members.jsonl"))).contains("ben@example.com");
    assertThat(text(of(files, "invitations.jsonl"))).doesNotContain("token_hash");
    installation
        .owner()
        .get("/api/v1/audit-entries")
        .then()
        .body("items.action", hasItem("WORKSPACE_EXPORTED"))
        .body("items.action", hasItem("WORKSPACE_EXPORT_TAKEN"));
  }

  @Test
  void aTryThatStoppedIsBegunAnewAndLeavesNothingInTheFile() throws Exception {
    // Given
    String id = ask();
    // When crawl is away
    look();
    // Then
    installation
        .owner()
        .get(EXPORTS + "/" + id)
        .then()
        .body("state", equalTo("WAITING"))
        .body("trouble", containsString("onnect"));
    installation.owner().get(EXPORTS + "/" + id + "/file").then().statusCode(409);
    installation.owner().post(EXPORTS).then().statusCode(409);
    // When a gateway died in the middle of the next try
    TestDatabase.execute(
        """
        update gateway.workspace_export set state = 'RUNNING', entries = 9, bytes = 9, held_until = '-infinity';
        insert into gateway.workspace_export_part (export_id, position, workspace_id, body)
          select id, 0, workspace_id, 'rubbish'::bytea from gateway.workspace_export\
        """);
    bringCrawl();
    look();
    // Then
    assertThat(fetch(id)).containsKey("manifest.json");
    assertThat(TestDatabase.queryLong("select tries from gateway.workspace_export")).isEqualTo(2);
  }

  @Test
  void afterItsTimeTheFileIsGone() throws Exception {
    bringCrawl();
    String id = ask();
    look();
    installation.owner().get(EXPORTS).then().body("items[0].state", equalTo("READY"));

    TestDatabase.execute(
        """
        update gateway.workspace_export set asked_at = now() - interval '8 days',
          expires_at = now() - interval '1 second'\
        """);
    look();

    installation.owner().get(EXPORTS + "/" + id).then().statusCode(404);
    assertThat(TestDatabase.queryLong("select count(*) from gateway.workspace_export_part"))
        .isZero();
  }

  @Test
  void onlyOwnersTakeEverythingAlong() {
    People ben = People.join(installation, "ben@example.com", "ADMIN");

    ben.asks().post(EXPORTS).then().statusCode(403);
    ben.asks().get(EXPORTS).then().statusCode(403);
  }

  private String ask() {
    return installation.owner().post(EXPORTS).then().statusCode(202).extract().path("id");
  }

  private void look() {
    maker.look().await().atMost(Duration.ofSeconds(30));
  }

  private Map<String, byte[]> fetch(String id) throws IOException {
    byte[] zip =
        installation
            .owner()
            .get(EXPORTS + "/" + id + "/file")
            .then()
            .statusCode(200)
            .contentType("application/zip")
            .extract()
            .asByteArray();
    Map<String, byte[]> files = new TreeMap<>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static byte[] of(Map<String, byte[]> files, String name) {
    return requireNonNull(files.get(name), name);
  }

  private static String text(byte[] content) {
    return new String(content, StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] content) throws Exception {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  private void bringCrawl() throws Exception {
    var rows = new FakeRows();
    vertx
        .createHttpServer()
        .requestHandler(request -> rows.answer("crawl", request))
        .listen(crawl.getPort(), "127.0.0.1")
        .toCompletionStage()
        .toCompletableFuture()
        .get(10, TimeUnit.SECONDS);
  }
}
