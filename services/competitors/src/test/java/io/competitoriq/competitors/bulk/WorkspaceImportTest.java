package io.competitoriq.competitors.bulk;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.competitors.Api;
import io.competitoriq.testkit.TestTokens;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("competitors")
class WorkspaceImportTest {

  private static final String LIST =
      """
      competitor,name,url,kind,interval
      ,,acme.com/changelog,,
      acme.com,,status.acme-status.example/,STATUS,PT2H
      ,,https://www.acme.com/pricing,,
      brightdesk.example,Bright Desk,https://blog.brightdesk.example/feed,,
      ,,https://docs.new.co.uk/guide,DOCS,
      ,,https://docs.new.co.uk/guide#top,DOCS,
      ,,ftp://acme.com/file,,
      ,,acme.com/careers,WORK,
      """;

  private final Api api = Api.ofNewWorkspace();

  @Test
  void eachLineGoesToTheCompetitorItNamesOrLiesIn() {
    String acme = api.track("acme.com", "https://www.acme.com/pricing");

    send("text/csv", LIST, false)
        .statusCode(200)
        .body("created", equalTo(4))
        .body("duplicate", equalTo(2))
        .body("refused", equalTo(2))
        .body("competitors", contains("brightdesk.example", "new.co.uk"))
        .body("lines.number", contains(2, 3, 4, 5, 6, 7, 8, 9))
        .body(
            "lines.fate",
            contains(
                "CREATED",
                "CREATED",
                "DUPLICATE",
                "CREATED",
                "CREATED",
                "DUPLICATE",
                "REFUSED",
                "REFUSED"))
        .body("lines[1].competitor", equalTo("acme.com"))
        .body("lines[4].competitor", equalTo("new.co.uk"))
        .body("lines[6].detail", containsString("ftp"))
        .body("lines[7].detail", containsString("no kind \"WORK\""));

    assertThat(api.sourcesOf(acme)).hasSize(3);
    api.request()
        .get("/competitors?q=bright")
        .then()
        .body("items.name", contains("Bright Desk"))
        .body("items[0].sourceCount", equalTo(1));
  }

  @Test
  void aDryRunSaysTheSameAndMakesNothingAndASecondTimeAllIsThere() {
    Object planned = send("text/csv", LIST, true).statusCode(200).extract().path("lines.fate");
    api.request().get("/competitors").then().body("items", empty());

    Object done = send("text/csv", LIST, false).extract().path("lines.fate");
    assertThat(done).isEqualTo(planned);

    send("text/csv", LIST, false).body("created", equalTo(0)).body("competitors", empty());
  }

  @Test
  void subscriptionsAreFeedsOfTheSiteTheyNameNotOfTheHostThatServesThem() {
    send(
            "text/x-opml",
            """
            <opml version="2.0"><body><outline text="Rivals">
            <outline text="Acme" xmlUrl="https://feeds.example.net/acme" htmlUrl="https://blog.acme.com/"/>
            </outline></body></opml>
            """,
            false)
        .statusCode(200)
        .body("lines.competitor", contains("acme.com"))
        .body("lines.collector", contains("FEED"));
  }

  /// This test's installation has no collector for them, and says so of these lines alone.
  @Test
  void sitemapsAreListsOfPages() {
    request()
        .contentType("application/json")
        .body(
            Map.of(
                "entries",
                List.of(
                    Map.of("url", "https://acme.com/sitemap.xml"),
                    Map.of("url", "https://acme.com/sitemap_index.xml.gz"),
                    Map.of("url", "https://acme.com/about", "name", "ACME"))))
        .post("/imports")
        .then()
        .statusCode(200)
        .body("lines.number", contains(1, 2, 3))
        .body("lines.fate", contains("REFUSED", "REFUSED", "CREATED"))
        .body("lines[0].detail", containsString("collector SITE"))
        .body("lines[1].detail", containsString("collector SITE"))
        .body("competitors", contains("acme.com"));
  }

  /// Two hundred sources are the most of one competitor: all of its lines or none.
  @Test
  void whatIsTooMuchForOneCompetitorIsRefusedAndTheRestIsAdded() {
    String list =
        IntStream.rangeClosed(1, 201)
            .mapToObj(i -> "https://full.example/page-" + i)
            .collect(Collectors.joining("\n"));

    send("text/plain", list + "\nhttps://other.example/pricing\n", false)
        .statusCode(200)
        .body("created", equalTo(1))
        .body("refused", equalTo(201))
        .body("lines[0].detail", containsString("at most 200 sources"))
        .body("competitors", contains("other.example"));
  }

  @Test
  void aListThatIsTooLongIsRefusedAsAWhole() {
    send("text/plain", "acme.com/page\n".repeat(10_001), true)
        .statusCode(422)
        .body("type", equalTo("urn:ciq:problem:list-too-long"));
    String many =
        IntStream.rangeClosed(1, 501)
            .mapToObj(i -> "https://company-%d.example/".formatted(i))
            .collect(Collectors.joining("\n"));
    send("text/plain", many, true)
        .statusCode(422)
        .body("detail", containsString("500 new competitors"));
  }

  @Test
  void tenThousandLinesAreAnsweredLineByLine() {
    String list =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "https://company-%d.example/page-%d".formatted(i / 200, i))
            .collect(Collectors.joining("\n"));

    send("text/plain", list, false)
        .statusCode(200)
        .body("created", equalTo(10_000))
        .body("lines", hasSize(10_000));
  }

  @Test
  void viewersMayNotImport() {
    api.as("viewer")
        .request()
        .contentType("text/plain")
        .body("acme.com")
        .post("/imports")
        .then()
        .statusCode(403);
  }

  @Test
  void addressesAndSchedulesAreCheckedWithoutMakingAnything() {
    api.request()
        .body(
            List.of(
                Map.of(
                    "url",
                    "HTTPS://www.Acme.com",
                    "sources",
                    List.of(
                        Map.of(
                            "url",
                            "acme.com/a?utm_source=x",
                            "kind",
                            "OTHER",
                            "schedule",
                            Map.of("interval", "PT6H")),
                        Map.of(
                            "url",
                            "acme.com/b",
                            "kind",
                            "OTHER",
                            "schedule",
                            Map.of("interval", "PT1S")))),
                Map.of("url", "not an address", "sources", List.of())))
        .post("/watch-checks")
        .then()
        .statusCode(200)
        .body("[0].domain", equalTo("acme.com"))
        .body("[0].url", equalTo("https://www.acme.com/"))
        .body("[0].sources[0].url", equalTo("https://acme.com/a"))
        .body("[0].sources[0].schedule.zone", equalTo("UTC"))
        .body("[0].sources[1].field", equalTo("schedule"))
        .body("[1].problem", containsString("address"));
    api.request().get("/competitors").then().body("items", empty());
  }

  private ValidatableResponse send(String type, String list, boolean dryRun) {
    return request()
        .contentType(type)
        .queryParam("dryRun", dryRun)
        .body(list)
        .post("/imports")
        .then();
  }

  private RequestSpecification request() {
    return given().header("Authorization", TestTokens.bearer(api.workspace(), api.role()));
  }
}
