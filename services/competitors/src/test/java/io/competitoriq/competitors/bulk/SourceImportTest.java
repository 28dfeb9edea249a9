package io.competitoriq.competitors.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.competitoriq.competitors.Api;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("competitors")
class SourceImportTest {
  private final Api api = Api.ofNewWorkspace();
  private String competitor = "";

  @BeforeEach
  void track() {
    competitor = api.track("acme.com", "acme.com/pricing");
  }

  @Test
  void listOfAddressesIsAddedAndEachLineHasItsFate() {
    post("""
            # pages of Acme
            acme.com/changelog

            HTTPS://acme.com/pricing#plans
            acme.com/changelog?utm_source=mail
            ftp://acme.com/file
            """)
        .statusCode(200)
        .body("format", equalTo("URLS"))
        .body("added", equalTo(1))
        .body("lines.number", contains(2, 4, 5, 6))
        .body("lines.fate", contains("ADDED", "KNOWN", "KNOWN", "REFUSED"))
        .body("lines[0].kind", equalTo("CHANGELOG"))
        .body("lines[3].detail", containsString("ftp"));
    assertThat(api.sourcesOf(competitor)).hasSize(2);
  }

  @Test
  void csvNamesKindCollectorTitleAndInterval() {
    post("""
            Title;URL;Kind;Collector;Interval;Owner
            "News; all of it";acme.com/feed.xml;news;feed;PT2H;Ana
            Plans;acme.com/plans;PRICE;;;
            Careers;acme.com/careers;;;PT1S;
            """)
        .statusCode(200)
        .body("format", equalTo("CSV"))
        .body("lines.fate", contains("ADDED", "REFUSED", "REFUSED"))
        .body("lines.number", contains(2, 3, 4))
        .body("lines[1].detail", containsString("no kind \"PRICE\""))
        .body("lines[2].detail", containsString("shortest allowed"));
    api.request()
        .get("/competitors/" + competitor + "/sources")
        .then()
        .body("items[1].title", equalTo("News; all of it"))
        .body("items[1].kind", equalTo("NEWS"))
        .body("items[1].collector", equalTo("FEED"))
        .body("items[1].schedule.interval", equalTo("PT2H"));
  }

  @Test
  void subscriptionsOfAFeedReaderBecomeFeeds() {
    post("""
            <?xml version="1.0"?><opml version="2.0"><body><outline text="Rivals">
            <outline type="rss" text="Acme blog" xmlUrl="https://acme.com/blog/feed" htmlUrl="https://acme.com/blog"/>
            <outline text="Acme docs" htmlUrl="https://acme.com/docs"/>
            </outline></body></opml>
            """)
        .statusCode(200)
        .body("format", equalTo("OPML"))
        .body("added", equalTo(2))
        .body("lines.collector", contains("FEED", "BUILTIN"));
  }

  @Test
  void dryRunSaysTheSameAndAddsNothing() {
    request(Map.of("text", "acme.com/blog", "dryRun", true))
        .statusCode(200)
        .body("dryRun", equalTo(true))
        .body("added", equalTo(1));
    assertThat(api.sourcesOf(competitor)).hasSize(1);
  }

  @Test
  void textNothingCanBeMadeOfIsRefusedInWords() {
    request(Map.of("text", "a,b\n1,2", "format", "CSV"))
        .statusCode(400)
        .body("type", equalTo("urn:ciq:problem:list-unreadable"))
        .body("detail", containsString("no column \"url\""));
    request(Map.of("text", "<opml><body/></opml>")).statusCode(400);
    request(Map.of("text", " ")).statusCode(400).body("errors", hasSize(1));
  }

  @Test
  void readersMayNotImportAndOthersDoNotSeeTheCompetitor() {
    api.as("viewer")
        .request()
        .body(Map.of("text", "acme.com/blog"))
        .post("/competitors/" + competitor + "/source-imports")
        .then()
        .statusCode(403);
    Api.ofNewWorkspace()
        .request()
        .body(Map.of("text", "acme.com/blog"))
        .post("/competitors/" + competitor + "/source-imports")
        .then()
        .statusCode(404);
  }

  private ValidatableResponse post(String text) {
    return request(Map.of("text", text));
  }

  private ValidatableResponse request(Map<String, ?> body) {
    return api.request().body(body).post("/competitors/" + competitor + "/source-imports").then();
  }
}
