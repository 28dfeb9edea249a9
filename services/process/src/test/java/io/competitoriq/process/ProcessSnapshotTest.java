package io.competitoriq.process;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.messages.ProcessSnapshot;
import io.competitoriq.messages.SourceKind;
import io.competitoriq.process.Service.Source;
import io.competitoriq.testkit.TestDatabase;
import io.competitoriq.testkit.WithEmbeddedServers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithEmbeddedServers("process")
class ProcessSnapshotTest {

  private final Service service;

  ProcessSnapshotTest(Service service) {
    this.service = service;
  }

  @Test
  void tenNoisyVisitsAreNoChangeAndAPriceRiseIsExactlyOne() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    var page = new NoisyPricingPage(77, 4);
    for (int day = 0; day < 10; day++) {
      service.visit(source, page.visit(49), day);
    }
    assertThat(service.get(source, "/changes").getList("items")).isEmpty();
    // When
    service.visit(source, page.visit(59), 10);
    service.visit(source, page.visit(59), 11);
    // Then
    JsonPath changes = service.get(source, "/changes");
    assertThat(changes.getList("items")).hasSize(1);
    assertThat(changes.getString("items[0].status")).isEqualTo("CONFIRMED");
    assertThat(changes.getList("items[0].facts")).hasSize(1);
    assertThat(changes.getInt("items[0].facts[0].before.amountMinor")).isEqualTo(4900);
    assertThat(changes.getInt("items[0].facts[0].after.amountMinor")).isEqualTo(5900);
    assertThat(changes.getString("items[0].facts[0].after.period")).isEqualTo("MONTH");
    assertThat(service.signals(source)).isEqualTo(1);
    assertEveryQuoteStandsInItsDocument(source, changes);
    assertDiffShowsThePriceAndIgnoresTheRest(source, changes.getString("items[0].id"));
    assertThat(prices(source)).containsExactlyInAnyOrder(4900, 5900);
  }

  private void assertEveryQuoteStandsInItsDocument(Source source, JsonPath changes) {
    for (int i = 0; i < 2; i++) {
      String at = "items[0].facts[0].evidence[" + i + "].";
      JsonPath document = service.get(source, "/documents/" + changes.getString(at + "documentId"));
      String quote =
          document
              .getString("text")
              .substring(changes.getInt(at + "start"), changes.getInt(at + "end"));
      boolean after = changes.getString(at + "side").equals("AFTER");
      assertThat(changes.getBoolean(at + "verified")).isTrue();
      assertThat(quote).isEqualTo(changes.getString(at + "quote"));
      assertThat(quote).contains("Pro").contains(after ? "$59" : "$49");
      assertThat(document.getList("blocks.id")).contains(changes.getString(at + "blockId"));
    }
  }

  private void assertDiffShowsThePriceAndIgnoresTheRest(Source source, String changeId) {
    JsonPath diff = service.get(source, "/changes/" + changeId + "/diff");
    assertThat(diff.getList("hunks.findAll { it.ignoredBy == null }")).hasSize(1);
    assertThat(
            diff.getList(
                "hunks.find { it.ignoredBy == null }.lines.findAll { it.kind != 'ctx' }.text"))
        .containsExactly("$49/mo", "$59/mo");
    assertThat(diff.getList("hunks.ignoredBy")).contains("time, date or counter");
    assertThat(diff.getBoolean("truncated")).isFalse();
  }

  private List<Integer> prices(Source source) {
    return service
        .get(source, "/facts/prices?competitorId=" + source.competitor())
        .getList("find { it.plan == 'Pro' }.points.amountMinor");
  }

  @Test
  void theSameJobTwiceLeavesOneDocumentAndOneChange() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plan("$49"), 0);
    ProcessSnapshot risen = service.visit(source, plan("$59"), 1);
    // When
    service.process(source, risen);
    // Then
    JsonPath counts = service.get(source, "/documents/counts?competitorId=" + source.competitor());
    assertThat(counts.getInt("documents")).isEqualTo(2);
    assertThat(counts.getInt("changes")).isEqualTo(1);
    assertThat(counts.getInt("plans")).isEqualTo(1);
    assertThat(service.signals(source)).isEqualTo(1);
  }

  @Test
  void aSnapshotThatArrivesLateIsKeptAndChangesNothing() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plan("$49"), 0);
    service.visit(source, plan("$59"), 5);
    // When
    service.visit(source, plan("$39"), 3);
    // Then
    assertThat(service.get(source, "/documents").getList("items")).hasSize(3);
    assertThat(service.get(source, "/changes").getList("items")).hasSize(1);
    assertThat(
            service
                .get(source, "/facts?kind=PRICE&current=true")
                .getList("items.value.amountMinor"))
        .containsExactly(5900);
  }

  @Test
  void aTextIsACandidateUntilTheNextVisitShowsItToo() {
    // Given
    Source source = Source.of(SourceKind.ABOUT, "https://brightdesk.example/about");
    service.visit(source, about("The help desk for small teams that grow."), 0);
    service.visit(source, about("The customer platform for enterprises worldwide."), 1);
    assertThat(service.get(source, "/changes").getString("items[0].status")).isEqualTo("CANDIDATE");
    assertThat(service.signals(source)).isZero();
    // When
    service.visit(source, about("The customer platform for enterprises worldwide."), 2);
    // Then
    JsonPath changes = service.get(source, "/changes");
    assertThat(changes.getList("items.status")).containsExactly("CONFIRMED");
    assertThat(changes.getString("items[0].texts[0].after")).contains("enterprises");
    assertThat(service.signals(source)).isEqualTo(1);
  }

  @Test
  void aTextThatWasGoneAgainIsSuppressedWithItsReason() {
    // Given
    Source source = Source.of(SourceKind.ABOUT, "https://brightdesk.example/about");
    service.visit(source, about("The help desk for small teams that grow."), 0);
    service.visit(source, about("Our servers are under maintenance this evening."), 1);
    // When
    service.visit(source, about("The help desk for small teams that grow."), 2);
    // Then
    JsonPath changes = service.get(source, "/changes");
    assertThat(changes.getList("items.status")).containsExactly("SUPPRESSED");
    assertThat(changes.getString("items[0].reason")).contains("no longer");
    assertThat(service.signals(source)).isZero();
  }

  @Test
  void newEntriesOfAFeedAreOneChange() {
    // Given
    Source source = Source.of(SourceKind.BLOG, "https://brightdesk.example/feed.xml");
    service.process(
        source, service.snapshot(source, "application/rss+xml", feed("One", "Two", "Three"), 0));
    // When
    service.process(
        source,
        service.snapshot(source, "application/rss+xml", feed("Five", "Four", "One", "Two"), 1));
    // Then
    JsonPath changes = service.get(source, "/changes");
    assertThat(changes.getList("items")).hasSize(1);
    assertThat(changes.getList("items[0].facts.subject")).containsExactly("Post Five", "Post Four");
    assertThat(service.get(source, "/facts?kind=POST&current=true").getList("items")).hasSize(5);
  }

  @Test
  void aTeaserOfAPostThatAnotherSourceToldIsNoChange() {
    // Given
    Source blog = Source.of(SourceKind.BLOG, "https://brightdesk.example/feed.xml");
    Source home =
        new Source(
            blog.workspace(),
            blog.competitor(),
            UUID.randomUUID(),
            SourceKind.HOME,
            URI.create("https://brightdesk.example/"));
    String teaser = "Fast answers for every customer.</p><p>Post Five <span>9 seconds ago</span>";
    service.visit(home, about("Fast answers for every customer."), 0);
    service.process(blog, service.snapshot(blog, "application/rss+xml", feed("Five"), 1));
    // When
    service.visit(home, about(teaser), 1);
    // Then
    assertThat(service.get(home, "/changes").getList("items")).isEmpty();
    assertThat(service.signals(home)).isZero();
  }

  @Test
  void whatCannotBeReadIsRecordedWithItsReasonAndIsNoChange() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plan("$49"), 0);
    // When
    service.process(source, service.snapshot(source, "image/png", "no picture", 1));
    service.visit(source, plan("$49"), 2);
    // Then
    assertThat(service.get(source, "/documents").getList("items.failure"))
        .containsExactly(null, "UNSUPPORTED_TYPE", null);
    assertThat(service.get(source, "/changes").getList("items")).isEmpty();
  }

  @Test
  void anotherWorkspaceSeesNothing() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    service.visit(source, plan("$49"), 0);
    service.visit(source, plan("$59"), 1);
    String document = service.get(source, "/documents").getString("items[0].id");
    String change = service.get(source, "/changes").getString("items[0].id");
    Source stranger = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    // When
    List<Object> facts =
        service.get(stranger, "/facts?competitorId=" + source.competitor()).getList("items");
    // Then
    assertThat(facts).isEmpty();
    for (String path :
        List.of("/documents/" + document, "/changes/" + change, "/changes/" + change + "/diff")) {
      service
          .as(stranger.workspace())
          .get(path)
          .then()
          .statusCode(404)
          .contentType("application/problem+json");
    }
    assertThat(
            TestDatabase.queryLong(
                "select count(*) from pg_tables where schemaname = 'process' and not rowsecurity and tablename not like 'flyway%'"))
        .isZero();
  }

  @Test
  void listsGoPageByPage() {
    // Given
    Source source = Source.of(SourceKind.PRICING, "https://brightdesk.example/pricing");
    for (int day = 0; day < 3; day++) {
      service.visit(source, plan("$" + (10 + day)), day);
    }
    // When
    JsonPath first = service.get(source, "/documents?limit=2&sourceId=" + source.id());
    JsonPath second =
        service.get(source, "/documents?limit=2&cursor=" + first.getString("nextCursor"));
    // Then
    assertThat(first.getList("items")).hasSize(2);
    assertThat(second.getList("items")).hasSize(1);
    assertThat(second.getString("nextCursor")).isNull();
    service
        .as(source.workspace())
        .get("/facts?limit=0")
        .then()
        .statusCode(400)
        .contentType("application/problem+json");
    service.as(source.workspace()).get("/changes?cursor=forged").then().statusCode(400);
  }

  private static String plan(String price) {
    return "<html lang=en><title>Pricing</title><main><h1>Pricing</h1><div class=card><h3>Pro</h3><p>"
        + price
        + " per month</p></div></main></html>";
  }

  private static String about(String claim) {
    return "<html lang=en><main><h1>About</h1><p>"
        + claim
        + "</p><p>We are 40 people in Lisbon and Graz.</p></main></html>";
  }

  private static String feed(String... names) {
    StringBuilder feed =
        new StringBuilder(
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>Blog</title><link>https://brightdesk.example</link><description>d</description>");
    for (String name : names) {
      feed.append("<item><title>Post ")
          .append(name)
          .append("</title><link>https://brightdesk.example/")
          .append(name)
          .append("</link><description>About it</description></item>");
    }
    return feed.append("</channel></rss>").toString();
  }
}
