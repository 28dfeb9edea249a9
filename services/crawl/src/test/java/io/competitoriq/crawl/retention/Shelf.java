package io.competitoriq.crawl.retention;

import io.competitoriq.blobs.BlobStore;
import io.competitoriq.http.Ids;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.TestTokens;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

/// The snapshots of one source, older than a test can wait for.
record Shelf(BlobStore blobs, UUID workspace, UUID source) {

  static Shelf of(BlobStore blobs) {
    return new Shelf(blobs, Ids.next(), Ids.next());
  }

  Place place() {
    return new Place(workspace, source);
  }

  /// A snapshot with a body of that text, both so many days old.
  UUID snapshot(int daysOld, String text) {
    UUID id = Ids.next();
    String hash = body(text);
    TestDatabase.execute(
        """
        insert into crawl.snapshot (id, workspace_id, source_id, competitor_id, collector, url, final_url, http_status,
                                    content_type, charset, body_sha256, bytes, fetched_at)
        values ('%s', '%s', '%s', '%s', 'BUILTIN', 'https://acme.example', 'https://acme.example', 200,
                'text/html', 'UTF-8', '%s', %d, now() - interval '%d days')\
        """
            .formatted(id, workspace, source, workspace, hash, text.length(), daysOld));
    exhibit(id, "RAW", text);
    return id;
  }

  /// A snapshot old enough to go, with two newer ones.
  UUID spare(String text) {
    UUID id = snapshot(90, text);
    snapshot(60, text + ": last but one of " + source);
    snapshot(50, text + ": last of " + source);
    return id;
  }

  void exhibit(UUID snapshot, String kind, String text) {
    TestDatabase.execute(
        """
        insert into crawl.exhibit (snapshot_id, workspace_id, kind, content_type, sha256, bytes)
        values ('%s', '%s', '%s', 'text/html;charset=UTF-8', '%s', %d)\
        """
            .formatted(snapshot, workspace, kind, body(text), text.length()));
  }

  /// Long put, and not seen since.
  private String body(String text) {
    String hash = put(text);
    TestDatabase.execute(
        "update blobs.blob set put_at = now() - interval '2 days' where sha256 = '" + hash + "'");
    return hash;
  }

  String put(String text) {
    return blobs.put(text.getBytes(StandardCharsets.UTF_8)).await().atMost(Duration.ofSeconds(10));
  }

  /// As the workspace's admin.
  void rule(int keepNewest, boolean keepChanged, int bodyDays) {
    as("admin")
        .contentType("application/json")
        .body(json(keepNewest, keepChanged, bodyDays))
        .put("/retention")
        .then()
        .statusCode(200);
  }

  static String json(int keepNewest, boolean keepChanged, int bodyDays) {
    return "{\"keepNewest\":%d,\"keepChanged\":%b,\"bodyDays\":%d}"
        .formatted(keepNewest, keepChanged, bodyDays);
  }

  RequestSpecification as(String role) {
    return RestAssured.given().header("Authorization", TestTokens.bearer(workspace, role));
  }

  /// The status a reader of the body sees: 200, or 410 once it was released.
  int bodyOf(UUID snapshot) {
    return as("viewer").get("/snapshots/" + snapshot + "/body").statusCode();
  }

  static boolean stored(String text) {
    return TestDatabase.queryLong(
            "select count(*) from blobs.blob where sha256 = encode(sha256(convert_to('"
                + text
                + "', 'UTF8')), 'hex')")
        == 1;
  }

  long released() {
    return TestDatabase.queryLong(
        "select count(*) from crawl.release where source_id = '" + source + "'");
  }

  long releasedBytes() {
    return TestDatabase.queryLong(
        "select coalesce(sum(stored_bytes), 0) from crawl.release where workspace_id = '"
            + workspace
            + "'");
  }
}
