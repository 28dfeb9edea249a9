package io.competitoriq.crawl;

import static io.competitoriq.crawl.Collecting.again;
import static io.competitoriq.crawl.Collecting.job;
import static io.competitoriq.crawl.Collecting.lastVisit;
import static io.competitoriq.crawl.Collecting.rendering;
import static io.competitoriq.crawl.Collecting.snapshots;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.competitoriq.http.Ids;
import io.competitoriq.jobs.Job;
import io.competitoriq.messages.CollectSource;
import io.competitoriq.messages.Rendering;
import io.competitoriq.tenancy.WorkspaceTransactions;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.TestTokens;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Sources that are collected with a browser, from the job to what the API shows of them.
@QuarkusTest
@WithEmbeddedServers("crawl")
class RenderedVisitTest {
  private static final String SHELL =
      """
      <!doctype html><title>Acme</title><div id=root></div><script>
        document.getElementById("root").innerHTML = "<h1>Pricing</h1><p>The Team plan costs %s dollars per seat and month.</p>";
      </script>""";

  @Inject Collecting collecting;
  @Inject WorkspaceTransactions transactions;
  private TestSite site;

  @BeforeAll
  static void browserIsThere() {
    assumeTrue(
        Stream.of(String.valueOf(System.getenv("PATH")).split(File.pathSeparator))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, "chromium"))),
        "skipped: no Chromium is installed here");
  }

  @BeforeEach
  void open() {
    site = new TestSite();
    shell("29");
  }

  @AfterEach
  void close() {
    site.close();
  }

  private void shell(String price) {
    site.serve(
        "/pricing",
        request ->
            request
                .response()
                .putHeader("content-type", "text/html")
                .putHeader("etag", "\"shell\"")
                .end(SHELL.formatted(price)));
  }

  @Test
  void shellIsKeptAsItsReadersSeeIt() {
    // Given
    Job<CollectSource> job = job(site.url("/pricing"));
    // When
    collecting.run(job);
    // Then
    assertThat(lastVisit(job, "outcome")).isEqualTo("STORED");
    String id = snapshot(job);
    as(job.workspaceId())
        .get("/snapshots/" + id)
        .then()
        .statusCode(200)
        .body("exhibits.kind", equalTo(List.of("RAW", "RENDERED", "SCREENSHOT")))
        .body("charset", equalTo("UTF-8"))
        .body("headers.etag", equalTo(null));
    as(job.workspaceId())
        .get("/snapshots/" + id + "/body")
        .then()
        .body(containsString("<p>The Team plan costs 29 dollars"));
  }

  @Test
  void everyExhibitIsServedAndNoneIsRun() {
    // Given
    Job<CollectSource> job = job(site.url("/pricing"));
    collecting.run(job);
    String exhibits = "/snapshots/" + snapshot(job) + "/exhibits";
    // Then
    as(job.workspaceId()).get(exhibits).then().statusCode(200).body("", hasSize(3));
    as(job.workspaceId())
        .get(exhibits + "/RAW")
        .then()
        .statusCode(200)
        .contentType(startsWith("text/plain"))
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Disposition", startsWith("attachment"))
        .header("Content-Security-Policy", containsString("sandbox"))
        .body(containsString("<div id=root></div>"));
    as(job.workspaceId())
        .get(exhibits + "/RENDERED")
        .then()
        .contentType(startsWith("text/plain"))
        .body(not(containsString("<div id=root></div>")));
    byte[] picture =
        as(job.workspaceId())
            .get(exhibits + "/SCREENSHOT")
            .then()
            .contentType("image/webp")
            .header("Content-Disposition", startsWith("attachment"))
            .extract()
            .asByteArray();
    assertThat(new String(picture, 8, 4, StandardCharsets.US_ASCII)).isEqualTo("WEBP");
    as(job.workspaceId()).get(exhibits + "/FILM").then().statusCode(404);
    as(Ids.next()).get(exhibits).then().statusCode(404);
    as(Ids.next()).get(exhibits + "/RAW").then().statusCode(404);
    given().get(exhibits).then().statusCode(401);
  }

  @Test
  void samePageTwiceIsUnchangedAndStoresNoSecondPicture() {
    // Given
    Job<CollectSource> first = job(site.url("/pricing"));
    collecting.run(first);
    // When
    collecting.run(again(first));
    // Then
    assertThat(lastVisit(first, "outcome")).isEqualTo("UNCHANGED");
    assertThat(exhibits(first)).isEqualTo(3);
  }

  @Test
  void whatTheScriptsShowDecidesWhatAChangeIs() {
    // Given
    Job<CollectSource> first = job(site.url("/pricing"));
    collecting.run(first);
    shell("39");
    // When
    collecting.run(again(first));
    // Then
    assertThat(lastVisit(first, "outcome")).isEqualTo("STORED");
    assertThat(snapshots(first)).isEqualTo(2);
    assertThat(exhibits(first)).isEqualTo(6);
  }

  @Test
  void sourceThatWantsNoBrowserGetsNone() {
    // Given
    Job<CollectSource> job = rendering(Rendering.NEVER, job(site.url("/pricing")));
    // When
    collecting.run(job);
    // Then
    assertThat(lastVisit(job, "outcome")).isEqualTo("EMPTY");
    assertThat(site.requests("/pricing")).isOne();
  }

  @Test
  void pageThatIsOneWithoutScriptsIsNotOpenedInABrowser() {
    // Given
    site.page("/plain", "The Team plan costs 29 dollars per seat and month.");
    Job<CollectSource> job = job(site.url("/plain"));
    // When
    collecting.run(job);
    // Then
    assertThat(site.requests("/plain")).isOne();
    as(job.workspaceId())
        .get("/snapshots/" + snapshot(job))
        .then()
        .body("exhibits.kind", equalTo(List.of("RAW")));
  }

  @Test
  void sourceThatWantsABrowserAlwaysGetsOne() {
    // Given
    site.page("/plain", "The Team plan costs 29 dollars per seat and month.");
    Job<CollectSource> job = rendering(Rendering.ALWAYS, job(site.url("/plain")));
    // When
    collecting.run(job);
    // Then
    assertThat(lastVisit(job, "outcome")).isEqualTo("STORED");
    assertThat(exhibits(job)).isEqualTo(3);
  }

  @Test
  void pageThatScriptsLeadToAnotherSiteIsNoContent() {
    // Given
    try (TestSite other = new TestSite()) {
      other.page("/", "Another company's page, which is long enough to be one.");
      site.serve(
          "/moved",
          request ->
              request
                  .response()
                  .putHeader("content-type", "text/html")
                  .end("<script>location.replace('" + other.url("/") + "')</script>"));
      Job<CollectSource> job = job(site.url("/moved"));
      // When
      collecting.run(job);
      // Then
      assertThat(lastVisit(job, "outcome")).isEqualTo("REDIRECTED_AWAY");
      assertThat(snapshots(job)).isZero();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"update exhibit set bytes = 0", "delete from exhibit"})
  void exhibitsCannotBeRewritten(String sql) {
    assertThatThrownBy(
            () ->
                transactions
                    .in(Ids.next(), tx -> tx.createNativeQuery(sql).executeUpdate())
                    .await()
                    .atMost(Duration.ofSeconds(10)))
        .hasStackTraceContaining("permission denied");
  }

  private static String snapshot(Job<CollectSource> job) {
    return String.valueOf(
        TestDatabase.queryOne(
            "select id from crawl.snapshot where source_id = '%s'"
                .formatted(job.payload().sourceId())));
  }

  private static long exhibits(Job<CollectSource> job) {
    return TestDatabase.queryLong(
        """
        select count(*) from crawl.exhibit e join crawl.snapshot s on s.id = e.snapshot_id
         where s.source_id = '%s'"""
            .formatted(job.payload().sourceId()));
  }

  private static RequestSpecification as(UUID workspace) {
    return given().header("Authorization", TestTokens.bearer(workspace, "viewer"));
  }
}
