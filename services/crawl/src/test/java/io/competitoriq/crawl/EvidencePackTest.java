package io.competitoriq.crawl;

import static io.competitoriq.crawl.Collecting.again;
import static io.competitoriq.crawl.Collecting.job;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.competitoriq.jobs.Job;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.TestTokens;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("crawl")
class EvidencePackTest {
  private static final String OLD = "The Team plan costs 29 € per seat and month.";
  private static final String NEW = "The Team plan costs 39 € per seat and month.";

  @Inject Collecting collecting;

  @Test
  void packHoldsBothBodiesAsTheyCameTheirHeadersAndSumsThatFit()
      throws IOException, NoSuchAlgorithmException {
    try (TestSite site = new TestSite()) {
      // Given
      Job<CollectSource> job = job(site.page("/pricing", OLD).url("/pricing"));
      collecting.run(job);
      site.page("/pricing", NEW);
      collecting.run(again(job));
      // When
      byte[] zip =
          as(job.workspaceId())
              .get("/snapshots/" + newest(job) + "/evidence-pack")
              .then()
              .statusCode(200)
              .contentType("application/zip")
              .extract()
              .asByteArray();
      // Then
      Map<String, byte[]> files = files(zip);
      assertThat(files)
          .containsOnlyKeys(
              "before/body.html",
              "before/snapshot.json",
              "after/body.html",
              "after/snapshot.json",
              "SHA256SUMS");
      assertThat(text(files, "before/body.html")).contains(OLD);
      assertThat(text(files, "after/body.html")).contains(NEW);
      assertThat(text(files, "after/snapshot.json")).contains("content-type", "fetchedAt");
      for (String line : text(files, "SHA256SUMS").strip().split("\n", -1)) {
        String[] sum = line.split("  ", 2);
        assertThat(sha256(files.getOrDefault(sum[1], new byte[0]))).isEqualTo(sum[0]);
      }
    }
  }

  @Test
  void firstSnapshotStandsAloneAndStrangersSeeNone() throws IOException {
    try (TestSite site = new TestSite()) {
      Job<CollectSource> job = job(site.page("/pricing", OLD).url("/pricing"));
      collecting.run(job);
      String address = "/snapshots/" + newest(job) + "/evidence-pack";

      byte[] zip =
          as(job.workspaceId()).get(address).then().statusCode(200).extract().asByteArray();

      assertThat(files(zip))
          .containsOnlyKeys("after/body.html", "after/snapshot.json", "SHA256SUMS");
      as(UUID.randomUUID())
          .get(address)
          .then()
          .statusCode(404)
          .body("type", equalTo("urn:ciq:problem:snapshot-not-found"));
    }
  }

  private static RequestSpecification as(UUID workspace) {
    return given().header("Authorization", TestTokens.bearer(workspace, "viewer"));
  }

  private static String newest(Job<CollectSource> job) {
    return String.valueOf(
        TestDatabase.queryOne(
            "select id from crawl.snapshot where source_id = '%s' order by fetched_at desc limit 1"
                .formatted(job.payload().sourceId())));
  }

  private static Map<String, byte[]> files(byte[] zip) throws IOException {
    Map<String, byte[]> files = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), in.readAllBytes());
      }
    }
    return files;
  }

  private static String text(Map<String, byte[]> files, String name) {
    return new String(files.getOrDefault(name, new byte[0]), StandardCharsets.UTF_8);
  }

  private static String sha256(byte[] bytes) throws NoSuchAlgorithmException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}
