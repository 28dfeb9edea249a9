package io.competitoriq.analysis;

import static io.competitoriq.analysis.AlertStage.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import io.competitoriq.messages.RaiseSignal;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

/// Exports, evidence packs and PDFs.
@QuarkusTest
@WithEmbeddedServers("analysis")
@WithTestResource(Receiver.class)
@WithTestResource(Neighbours.class)
class TakeAlongTest {

  private final UUID workspace = UUID.randomUUID();
  private final Service service;
  private final AlertStage stage;

  TakeAlongTest(Service service, AlertStage stage) {
    this.service = service;
    this.stage = stage;
  }

  @Test
  void theListIsExportedByItsFiltersAndFormulasAreText() throws IOException {
    // Given
    stage.raise(workspace, UUID.randomUUID(), price("=HYPERLINK(\"x\")", 4900, 5900));
    stage.raise(workspace, UUID.randomUUID(), price("Team", 9900, 19900));
    // When
    Response csv = export("format=csv&bom=true&q=hyperlink");
    // Then
    csv.then()
        .statusCode(200)
        .header("Content-Type", "text/csv; charset=UTF-8")
        .header("Content-Disposition", "attachment; filename=\"signals.csv\"");
    String[] lines = new String(csv.asByteArray(), StandardCharsets.UTF_8).split("\r\n");
    assertThat(lines[0]).startsWith("\uFEFFDetected at (UTC),").contains("Significance (0 to 100)");
    assertThat(lines).hasSize(2);
    assertThat(lines[1]).contains(",\"'=HYPERLINK(\"\"x\"\")");
    JsonPath json = export("format=json").jsonPath();
    assertThat(json.getList("significance")).hasSize(2).allMatch(Integer.class::isInstance);
    assertThat(export("format=jsonl").asString().lines()).hasSize(2);
    assertThat(sheet(export("format=xlsx").asByteArray())).contains("<is><t>Team:").contains("95");
    export("format=pdf").then().statusCode(400).body("errors.field", contains("format"));
    export("severity=LOUD").then().statusCode(400).body("errors.field", contains("severity"));
    service
        .as(UUID.randomUUID(), "viewer")
        .get("/signals/export?format=jsonl")
        .then()
        .body(equalTo(""));
  }

  @Test
  void anExportOfManyPagesIsWhole() {
    // Given
    int signals = 450;
    TestDatabase.execute(
        """
        insert into analysis.signal (id, workspace_id, competitor_id, source_id, change_id, document_id,
          url, source_kind, page_title, category, headline, summary, significance, severity, confidence,
          content, occurred_at, detected_at)
        select gen_random_uuid(), '%s', gen_random_uuid(), gen_random_uuid(), gen_random_uuid(),
          gen_random_uuid(), 'https://a.example/', 'PRICING', 'Pricing', 'PRICING', 'Signal ' || i, '', 50,
          'MEDIUM', 0.9, '{"facts":[],"texts":[],"reasons":[]}', now(), now() - i * interval '1 second'
        from generate_series(1, %d) i
        """
            .formatted(workspace, signals));
    // When
    List<String> headlines = export("format=json").jsonPath().getList("headline");
    // Then
    assertThat(headlines).hasSize(signals).doesNotHaveDuplicates().startsWith("Signal 1");
  }

  @Test
  void aPackHoldsBothSnapshotsAndProvesThem() throws IOException {
    // Given
    String change = "00000000-0000-0000-0004-000000000001";
    // When
    Map<String, String> pack = pack(change);
    // Then
    assertThat(pack.keySet())
        .containsExactly(
            "README.txt",
            "signal.json",
            "quotes.json",
            "diff.json",
            "before/snapshot.json",
            "before/body.html",
            "before/text.txt",
            "after/snapshot.json",
            "after/body.html",
            "after/text.txt",
            "manifest.json",
            "SHA256SUMS");
    JsonPath manifest = new JsonPath(pack.get("manifest.json"));
    assertThat(Neighbours.sha256(String.valueOf(pack.get("after/body.html"))))
        .isEqualTo(manifest.getString("after.bodySha256"));
    assertThat(manifest.getInt("after.httpStatus")).isEqualTo(200);
    for (String line : String.valueOf(pack.get("SHA256SUMS")).lines().toList()) {
      String[] sum = line.split("  ");
      assertThat(Neighbours.sha256(String.valueOf(pack.get(sum[1])))).as(sum[1]).isEqualTo(sum[0]);
    }
    assertThat(new JsonPath(pack.get("quotes.json")).getList("quote").toString())
        .contains("$59 per seat");
  }

  @Test
  void aBodyThatIsNotWhatWasRecordedStaysOut() throws IOException {
    Map<String, String> pack = pack("00000000-0000-0000-0004-00000000000f");

    assertThat(pack).doesNotContainKey("before/body.html");
    assertThat(pack.get("before/body-damaged.txt")).contains("was recorded when it came");
  }

  @Test
  void thePdfOfAnEditionHoldsItsWords() throws IOException {
    // Given
    stage.raise(workspace, UUID.randomUUID(), price("Größe Ж", 4900, 5900));
    String digest =
        service
            .as(workspace, "analyst")
            .body(
                """
                {"name":"Weekly","audience":"EXECUTIVE","enabled":false,"channelIds":[],"recipients":[],
                 "selection":{"competitorIds":[],"tags":[],"categories":[],"leastSignificance":0},
                 "cadence":{"frequency":"WEEKLY","time":"07:00","day":"MONDAY","zone":"Europe/Berlin"}}
                """)
            .post("/digests")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    String edition =
        service
            .as(workspace, "analyst")
            .body("{\"recipients\":[]}")
            .post("/digests/" + digest + "/editions")
            .then()
            .statusCode(201)
            .extract()
            .path("id");
    // When
    byte[] pdf =
        service
            .as(workspace, "viewer")
            .get("/digests/" + digest + "/editions/" + edition + "/pdf")
            .then()
            .statusCode(200)
            .header("Content-Type", startsWith("application/pdf"))
            .extract()
            .asByteArray();
    // Then
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document))
          .contains("Größe Ж: $49 → $59", "12 the same as before", "1 of 1");
    }
  }

  /// Opened as spreadsheets open it: by the directory at its end.
  private static String sheet(byte[] book) throws IOException {
    Path file = Files.createTempFile("signals", ".xlsx");
    Files.write(file, book);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(),
          StandardCharsets.UTF_8);
    } finally {
      Files.delete(file);
    }
  }

  private Response export(String query) {
    return service.as(workspace, "viewer").get("/signals/export?" + query);
  }

  private Map<String, String> pack(String change) throws IOException {
    UUID id = UUID.fromString(change);
    String signal =
        service
            .raise(
                workspace,
                new RaiseSignal(
                    UUID.randomUUID(),
                    UUID.randomUUID(),
                    id,
                    UUID.randomUUID(),
                    Changes.PRICING,
                    SourceKind.PRICING,
                    "Pricing",
                    Changes.SEEN,
                    List.of(price("Pro", 4900, 5900)),
                    List.of()))
            .getString("id");
    byte[] zip =
        service
            .as(workspace, "viewer")
            .get("/signals/" + signal + "/evidence-pack")
            .then()
            .statusCode(200)
            .header("Content-Type", startsWith("application/zip"))
            .extract()
            .asByteArray();
    Map<String, String> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return files;
  }
}
