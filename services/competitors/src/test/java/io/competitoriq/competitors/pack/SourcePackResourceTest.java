package io.competitoriq.competitors.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.competitoriq.competitors.Api;
import io.competitoriq.competitors.discovery.LoopbackSite;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// The site has six of the eight kinds the pack "saas" counts: no changelog, no status page.
@QuarkusTest
@WithEmbeddedServers("competitors")
class SourcePackResourceTest {

  private final Api api = Api.ofNewWorkspace();
  private LoopbackSite site;
  private String discovery;

  @BeforeEach
  void lookAroundAtASmallCompanysSite() {
    site =
        new LoopbackSite()
            .page(
                "/",
                """
                <title>BrightDesk</title><h1>Answer faster</h1>
                <a href="/pricing">Pricing</a> <a href="/blog">Blog</a>
                <a href="/features">Features</a> <a href="/customers">Customers</a>
                <a href="/careers">Careers</a>""")
            .page("/pricing", "<title>Pricing</title><h1>Plans and pricing</h1>")
            .page("/features", "<title>Features</title><h1>Features</h1>")
            .page("/customers", "<title>Customers</title><h1>Our customers</h1>")
            .page("/careers", "<title>Careers</title><h1>Open positions</h1>")
            .page(
                "/blog",
                """
                <title>Blog</title><h1>The BrightDesk blog</h1><link rel="alternate"
                type="application/atom+xml" title="BrightDesk Blog" href="/blog/atom.xml">""")
            .file(
                "/blog/atom.xml",
                "application/atom+xml",
                """
                <feed xmlns="http://www.w3.org/2005/Atom"><title>BrightDesk Blog</title>
                <entry><title>We raised our prices</title>
                <updated>2026-11-20T08:00:00Z</updated></entry></feed>""");
    discovery = api.request().body(Map.of("url", site.url("/"))).post("/discoveries").path("id");
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> api.request().get("/discoveries/" + discovery).path("state").equals("DONE"));
  }

  @AfterEach
  void closeTheSite() {
    site.close();
  }

  @Test
  void packsSayWhatTheyWatchAndHowOften() {
    api.as("viewer")
        .request()
        .get("/source-packs")
        .then()
        .statusCode(200)
        .body("items.id", contains("saas", "online-shop", "agency", "app-maker", "open-source"))
        .body("items[0].title", equalTo("SaaS company"))
        .body("items[0].description", containsString("subscription"))
        .body("items[0].fit", nullValue())
        .body("items[0].entries[0].kind", equalTo("PRICING"))
        .body("items[0].entries[0].collector", nullValue())
        .body("items[0].entries[0].interval", equalTo("PT6H"))
        .body("items[0].entries[0].rendering", equalTo("AUTO"))
        .body("items[0].entries[0].suggestions", empty())
        .body("items[0].entries.collector", hasItem("SEARCHAPI"));
  }

  @Test
  void withADiscoveryEachPackSaysHowWellItFits() {
    // When
    ValidatableResponse packs = packsFor(api).statusCode(200);
    // Then
    packs
        .body("items[0].fit.found", equalTo(6))
        .body("items[0].fit.wanted", equalTo(8))
        .body("items[0].entries[0].suggestions", contains(suggestion("/pricing")))
        .body("items[0].entries[1].suggestions", empty())
        .body("items[0].entries[3].suggestions", contains(suggestion("/blog/atom.xml")));
    packsFor(Api.ofNewWorkspace()).statusCode(422).body("type", problem("discovery-not-found"));
  }

  @Test
  void aCompetitorIsTrackedByAPackAndExplicitChoicesWin() {
    // Given
    Map<String, Object> daily =
        Map.of(
            "suggestionId", suggestion("/pricing"),
            "rendering", "ALWAYS",
            "schedule", Map.of("interval", "PT24H"));
    Map<String, Object> another =
        Map.of("url", site.url("/security"), "kind", "SECURITY", "rendering", "NEVER");
    // When
    String id =
        track(Map.of("pack", "saas", "sources", List.of(daily, another)))
            .statusCode(201)
            .body("sourceCount", equalTo(7))
            .extract()
            .path("id");
    // Then
    ValidatableResponse sources = api.request().get("/competitors/" + id + "/sources").then();
    sources
        .body("items.find { it.kind == 'PRICING' }.schedule.interval", equalTo("PT24H"))
        .body("items.find { it.kind == 'PRICING' }.rendering", equalTo("ALWAYS"))
        .body("items.find { it.kind == 'SECURITY' }.rendering", equalTo("NEVER"))
        .body("items.find { it.kind == 'BLOG' }.url", equalTo(site.url("/blog/atom.xml")))
        .body("items.find { it.kind == 'BLOG' }.collector", equalTo("FEED"))
        .body("items.find { it.kind == 'BLOG' }.schedule.interval", equalTo("PT3H"))
        .body("items.find { it.kind == 'CUSTOMERS' }.schedule.interval", equalTo("PT24H"));
    assertThat(visitsOf(id)).isEqualTo(7);
  }

  @Test
  void anAppliedPackAddsOnlyWhatIsMissing() {
    // Given
    String id = api.track(site.url("/"), site.url("/pricing"));
    api.request()
        .body(Map.of("url", "https://status.acme.com", "kind", "STATUS"))
        .post("/competitors/" + id + "/sources");
    // When
    ValidatableResponse first = apply(api, id, "saas");
    ValidatableResponse second = apply(api, id, "saas");
    // Then
    first
        .statusCode(200)
        .body("pack", equalTo("saas"))
        .body("added.kind", containsInAnyOrder("FEATURES", "BLOG", "CAREERS", "CUSTOMERS", "HOME"))
        .body("added.find { it.kind == 'BLOG' }.schedule.interval", equalTo("PT3H"))
        .body("known.kind", contains("PRICING", "STATUS"))
        .body("missing", contains("CHANGELOG"))
        .body("warnings", empty());
    second.statusCode(200).body("added", empty()).body("known", hasSize(7));
    assertThat(visitsOf(id)).isEqualTo(7);
  }

  @Test
  void aPackNobodyKnowsIsRefusedWithThoseThereAre() {
    // Given
    String id = api.track("packless.com");
    // When
    ValidatableResponse tracked = track(Map.of("pack", "sass"));
    ValidatableResponse applied = apply(api, id, "sass");
    // Then
    for (ValidatableResponse refused : List.of(tracked, applied)) {
      refused
          .statusCode(422)
          .contentType("application/problem+json")
          .body("type", problem("pack-not-found"))
          .body(
              "detail",
              allOf(containsString("no pack \"sass\""), containsString("saas, online-shop")));
    }
    api.request().get("/competitors?q=127.0.0.1").then().body("items", hasSize(0));
  }

  @Test
  void aPackNeedsAFinishedDiscovery() {
    // Given
    String id = api.track("undiscovered.com");
    // When, Then
    api.request()
        .body(Map.of("url", "bare.com", "pack", "saas"))
        .post("/competitors")
        .then()
        .statusCode(400)
        .body("errors[0].field", equalTo("discoveryId"));
    for (String state : List.of("RUNNING", "FAILED")) {
      TestDatabase.execute(
          "update competitors.discovery set state = '"
              + state
              + "' where id = '"
              + discovery
              + "'");
      apply(api, id, "saas").statusCode(422).body("type", problem("discovery-not-done"));
      track(Map.of("pack", "saas")).statusCode(422).body("type", problem("discovery-not-done"));
    }
    discovery = UUID.randomUUID().toString();
    apply(api, id, "saas").statusCode(422).body("type", problem("discovery-not-found"));
  }

  @Test
  void readersMayNotApplyAndOthersDoNotSeeTheCompetitor() {
    String id = api.track("guarded.com");
    apply(api.as("viewer"), id, "saas").statusCode(403);
    apply(Api.ofNewWorkspace(), id, "saas").statusCode(404);
    assertThat(api.sourcesOf(id)).isEmpty();
  }

  private ValidatableResponse packsFor(Api member) {
    return member.request().get("/source-packs?discoveryId=" + discovery).then();
  }

  private ValidatableResponse track(Map<String, Object> choice) {
    Map<String, Object> body = new HashMap<>(choice);
    body.put("url", site.url("/"));
    body.put("discoveryId", discovery);
    return api.request().body(body).post("/competitors").then();
  }

  private ValidatableResponse apply(Api member, String competitor, String pack) {
    return member
        .request()
        .body(Map.of("pack", pack, "discoveryId", discovery))
        .post("/competitors/" + competitor + "/packs")
        .then();
  }

  private String suggestion(String path) {
    return api.request()
        .get("/discoveries/" + discovery)
        .path("suggestions.find { it.url == '" + site.url(path) + "' }.id");
  }

  private static long visitsOf(String competitor) {
    return TestDatabase.queryLong(
        "select count(*) from jobs.job where queue = 'crawl-jobs' and payload->>'competitorId' = '"
            + competitor
            + "'");
  }

  private static org.hamcrest.Matcher<String> problem(String type) {
    return equalTo("urn:ciq:problem:" + type);
  }
}
