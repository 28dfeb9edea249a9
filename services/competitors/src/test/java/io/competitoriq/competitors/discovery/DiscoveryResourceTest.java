package io.competitoriq.competitors.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.competitors.Api;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithEmbeddedServers("competitors")
class DiscoveryResourceTest {

  private final Api api = Api.ofNewWorkspace();
  private LoopbackSite site;

  @BeforeEach
  void openASmallCompanysSite() {
    site =
        new LoopbackSite()
            .page(
                "/",
                """
                <title>BrightDesk | Help desk for small teams</title>
                <meta property="og:site_name" content="BrightDesk">
                <meta name="description" content="Answers customers faster.">
                <h1>Answer faster</h1>
                <a href="/pricing">Pricing</a> <a href="/blog">Blog</a>
                <a href="/features">Features</a> <a href="/about">About us</a>
                <a href="/customers">Customers</a> <a href="/login">Log in</a>
                <a href="/private/plans">Plans</a> <a href="https://social.invalid/b">X</a>
                """)
            .page("/pricing", "<title>Pricing | BrightDesk</title><h1>Plans and pricing</h1>")
            .page(
                "/blog",
                """
                <title>Blog</title><h1>The BrightDesk blog</h1><link rel="alternate"
                type="application/atom+xml" title="BrightDesk Blog" href="/blog/atom.xml">
                <a href="/blog/how-we-price">How we price</a>""")
            .file(
                "/blog/atom.xml",
                "application/atom+xml",
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>BrightDesk Blog</title>
                <entry><title>We raised our prices</title>
                <updated>2026-11-20T08:00:00Z</updated></entry></feed>""")
            .page("/changelog", "<title>Changelog</title><h1>What's new</h1>")
            .page("/about", "<title>About us</title><h1>Our story</h1>")
            .page("/careers", "<title>Careers</title><h1>Open positions</h1>")
            .page("/private/plans", "<h1>Plans</h1>")
            .file("/robots.txt", "text/plain", "User-agent: *\nDisallow: /private\n")
            .file(
                "/sitemap.xml",
                "application/xml",
                """
                <urlset><url><loc>{site}/changelog</loc></url>
                <url><loc>{site}/blog/pricing-explained</loc></url></urlset>""");
  }

  @AfterEach
  void closeTheSite() {
    site.close();
  }

  @Test
  void aSmallSiteGivesUpItsPagesAndFeed() {
    // When
    JsonPath found = finished(start(site.url("/")));
    // Then
    assertThat(found.getString("state")).isEqualTo("DONE");
    assertThat(found.getString("company.name")).isEqualTo("BrightDesk");
    assertThat(found.getString("company.description")).isEqualTo("Answers customers faster.");
    assertThat(of(found, "/pricing"))
        .containsEntry("kind", "PRICING")
        .containsEntry("collector", "BUILTIN")
        .containsEntry("recommended", true)
        .containsEntry("robots", "ALLOWED")
        .containsEntry("label", "Pricing")
        .containsEntry("sampleTitle", "Plans and pricing")
        .containsEntry("defaultInterval", "PT6H")
        .containsEntry(
            "why",
            "The address ends in /pricing, the link says \"Pricing\" and the page says \"Plans and"
                + " pricing\".");
    assertThat(of(found, "/blog/atom.xml"))
        .containsEntry("kind", "BLOG")
        .containsEntry("collector", "FEED")
        .containsEntry("recommended", true)
        .containsEntry("sampleTitle", "We raised our prices")
        .containsEntry("sampleAt", "2026-11-20T08:00:00Z")
        .containsEntry("creditsPerVisit", 0)
        .containsEntry("needsCredential", false)
        .containsEntry("rendering", "AUTO")
        .containsEntry("defaultInterval", "PT1H");
    assertThat(of(found, "/blog")).containsEntry("recommended", false);
    assertThat(of(found, "/changelog"))
        .containsEntry("kind", "CHANGELOG")
        .containsEntry("recommended", true);
    assertThat(of(found, "/careers"))
        .containsEntry("kind", "CAREERS")
        .containsEntry("recommended", true);
    assertThat(of(found, "/")).containsEntry("kind", "HOME").containsEntry("recommended", true);
  }

  @Test
  void deadLinksArticlesAndForbiddenPagesAreNotSuggestedAsGood() {
    // When
    JsonPath found = finished(start(site.url("/")));
    // Then
    List<String> urls = found.getList("suggestions.url");
    assertThat(urls).doesNotContain(site.url("/features"), site.url("/blog/how-we-price"));
    assertThat(urls).doesNotHaveDuplicates();
    assertThat(of(found, "/private/plans"))
        .containsEntry("robots", "DISALLOWED")
        .containsEntry("recommended", false);
    assertThat(site.asked()).doesNotContain("/private/plans").hasSizeLessThan(18);
    assertThat(site.asked()).doesNotHaveDuplicates();
  }

  @Test
  void suggestionsAppearWhileTheLookAroundIsUnderWay() {
    // Given
    CompletableFuture<Void> gate = site.hold("/changelog");
    String id = start(site.url("/"));
    // When
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> get(id).getList("suggestions.kind").contains("PRICING"));
    String early = get(id).getString("state");
    gate.complete(null);
    // Then
    assertThat(early).isEqualTo("RUNNING");
    assertThat(finished(id).getString("stage")).isEqualTo("FINISHED");
  }

  @Test
  void whatWasFoundBecomesACompetitor() {
    // Given
    String id = start(site.url("/"));
    JsonPath found = finished(id);
    List<Map<String, String>> chosen =
        found.<Map<String, Object>>getList("suggestions").stream()
            .filter(suggestion -> Boolean.TRUE.equals(suggestion.get("recommended")))
            .map(suggestion -> Map.of("suggestionId", (String) suggestion.get("id")))
            .toList();
    // When
    String competitor =
        api.request()
            .body(Map.of("url", site.url("/"), "discoveryId", id, "sources", chosen))
            .post("/competitors")
            .then()
            .statusCode(201)
            .body("name", equalTo("BrightDesk"))
            .body("description", equalTo("Answers customers faster."))
            .body("sourceCount", equalTo(chosen.size()))
            .extract()
            .path("id");
    // Then
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from jobs.job where queue = 'crawl-jobs'"
                    + " and payload->>'competitorId' = '"
                    + competitor
                    + "'"))
        .isEqualTo(chosen.size())
        .isGreaterThanOrEqualTo(5);
    Api.ofNewWorkspace().request().get("/discoveries/" + id).then().statusCode(404);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          http://10.0.0.1/                   | leads to a private or reserved address
          http://169.254.169.254/latest      | leads to a private or reserved address
          http://[::1]/                      | leads to a private or reserved address
          https://no-such-site.invalid       | There is no website called no-such-site.invalid
          http://127.0.0.1:1/                | does not accept connections
          """)
  void anAddressThatCannotBeVisitedFailsWithASentence(String url, String sentence) {
    // When
    JsonPath found = finished(start(url));
    // Then
    assertThat(found.getString("state")).isEqualTo("FAILED");
    assertThat(found.getString("error")).contains(sentence);
    assertThat(found.getList("suggestions")).isEmpty();
  }

  @Test
  void aFileAndASignInPageAreNoSites() {
    // Given
    site.file("/", "application/pdf", "%PDF-1.7");
    String file = start(site.url("/"));
    assertThat(finished(file).getString("error"))
        .contains("is not a web page but a file (application/pdf)");
    // When
    site.page("/", "<h1>Sign in</h1><form><input type=password></form>");
    String login = start(site.url("/"));
    // Then
    assertThat(finished(login).getString("error")).contains("shows a sign-in page");
  }

  @Test
  void aSiteThatForbidsUsIsNotReadButItsHomePageIsShown() {
    // Given
    site.file("/robots.txt", "text/plain", "User-agent: *\nDisallow: /\n");
    // When
    JsonPath found = finished(start(site.url("/")));
    // Then
    assertThat(found.getString("state")).isEqualTo("DONE");
    assertThat(found.getList("suggestions.kind")).containsExactly("HOME");
    assertThat(found.getString("suggestions[0].robots")).isEqualTo("DISALLOWED");
    assertThat(found.getString("warnings[0]")).contains("does not allow our crawler");
    assertThat(site.asked()).containsExactly("/robots.txt");
  }

  @Test
  void aSiteThatAnswersEverythingWithItsHomePageFoolsNobody() {
    // Given
    String shell = "<title>BrightDesk</title><h1>Answer faster</h1><div id=app></div>";
    List.of("/", "/pricing", "/changelog", "/blog", "/careers", "/plans", "/jobs")
        .forEach(path -> site.page(path, shell));
    site.file("/sitemap.xml", "application/xml", "<urlset></urlset>");
    // When
    JsonPath found = finished(start(site.url("/")));
    // Then
    assertThat(found.getList("suggestions.kind")).containsExactly("HOME");
    assertThat(found.getString("warnings[0]")).contains("few links without JavaScript");
  }

  @Test
  void aDiscoveryNobodyWorksOnAnyMoreIsShownAsFailed() {
    // Given
    String id = start(site.url("/"));
    finished(id);
    TestDatabase.execute(
        "update competitors.discovery set state = 'RUNNING', stage = 'CHECKING_PAGES',"
            + " updated_at = now() - interval '1 hour' where id = '"
            + id
            + "'");
    // When
    JsonPath found = get(id);
    // Then
    assertThat(found.getString("state")).isEqualTo("FAILED");
    assertThat(found.getString("error")).contains("start it again");
  }

  private String start(String url) {
    return api.request()
        .body(Map.of("url", url))
        .post("/discoveries")
        .then()
        .statusCode(202)
        .header("Location", containsString("discoveries/"))
        .body("state", equalTo("RUNNING"))
        .body("suggestions", hasSize(0))
        .body("error", nullValue())
        .extract()
        .path("id");
  }

  private JsonPath get(String id) {
    return api.request().get("/discoveries/" + id).then().statusCode(200).extract().jsonPath();
  }

  private JsonPath finished(String id) {
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !get(id).getString("state").equals("RUNNING"));
    return get(id);
  }

  private Map<String, Object> of(JsonPath found, String path) {
    return found.<Map<String, Object>>getList("suggestions").stream()
        .filter(suggestion -> site.url(path).equals(suggestion.get("url")))
        .findFirst()
        .orElseThrow(() -> new AssertionError(path + " is not in " + found.prettify()));
  }
}
