package io.competitoriq.competitors.discovery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

/// Feeds, sitemaps and robots.txt as sites really write them.
class FilesTest {

  @Test
  void rssAtomAndJsonFeedsShowTheirNewestEntry() {
    // Given
    String rss =
        """
        <?xml version="1.0"?><rss version="2.0"><channel><title>Acme Blog</title>
        <item><title>Hello &amp; welcome</title>
        <pubDate>Tue, 17 Nov 2026 09:00:00 +0100</pubDate></item><item><title>Older</title></item>
        </channel></rss>""";
    String atom =
        """
        <feed xmlns="http://www.w3.org/2005/Atom"><title>Acme</title>
        <entry><title>v2.1</title>
        <updated>2026-11-02T10:00:00Z</updated></entry></feed>""";
    String json =
        """
        {"version":"https://jsonfeed.org/version/1.1","title":"Acme","items":[{"title":"One"}]}""";
    // When, Then
    assertThat(feed(rss))
        .contains(
            new FeedPreview(
                "Acme Blog",
                Optional.of("Hello & welcome"),
                Optional.of(Instant.parse("2026-11-17T08:00:00Z"))));
    assertThat(feed(atom))
        .contains(
            new FeedPreview(
                "Acme", Optional.of("v2.1"), Optional.of(Instant.parse("2026-11-02T10:00:00Z"))));
    assertThat(feed(json)).contains(new FeedPreview("Acme", Optional.of("One"), Optional.empty()));
  }

  @Test
  void whatIsNoFeedIsNone() {
    assertThat(feed("<!doctype html><html><body><feed>x</feed></body></html>")).isEmpty();
    assertThat(feed("{\"version\":1}")).isEmpty();
    assertThat(feed("{oops")).isEmpty();
    assertThat(feed("")).isEmpty();
  }

  @Test
  void entitiesOfAFeedAreNotLookedUp() {
    // Given
    String rss =
        """
        <?xml version="1.0"?><!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/hostname">]>
        <rss><channel><title>a&x;b</title></channel></rss>""";
    // When
    Optional<FeedPreview> feed = feed(rss);
    // Then
    assertThat(feed.map(FeedPreview::title)).contains("a&x;b");
  }

  @Test
  void sitemapsAndTheirIndexesAreReadPackedOrNot() throws IOException {
    // Given
    String map =
        """
        <?xml version="1.0"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
        <url><loc> https://acme.com/pricing </loc></url><url><loc>nonsense here</loc></url>
        </urlset>""";
    String index =
        """
        <sitemapindex><sitemap><loc>https://acme.com/s1.xml</loc></sitemap></sitemapindex>""";
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(map.getBytes(UTF_8));
    }
    // When, Then
    assertThat(SitemapFile.read(map.getBytes(UTF_8)).pages())
        .containsExactly(URI.create("https://acme.com/pricing"));
    assertThat(SitemapFile.read(packed.toByteArray()).pages())
        .containsExactly(URI.create("https://acme.com/pricing"));
    assertThat(SitemapFile.read(index.getBytes(UTF_8)).sitemaps())
        .containsExactly(URI.create("https://acme.com/s1.xml"));
    assertThat(SitemapFile.read("<html>404</html>".getBytes(UTF_8)).pages()).isEmpty();
  }

  @Test
  void robotsRulesForUsWinOverThoseForEverybody() {
    // Given
    URI url = URI.create("https://acme.com/robots.txt");
    String text =
        """
        User-agent: *
        Disallow: /
        User-agent: CompetitorIQ
        Disallow: /private
        Sitemap: https://acme.com/map.xml
        """;
    // When
    RobotsFile robots = RobotsFile.read(url, text.getBytes(UTF_8), "CompetitorIQ");
    // Then
    assertThat(robots.state(URI.create("https://acme.com/pricing"))).isEqualTo(RobotsState.ALLOWED);
    assertThat(robots.state(URI.create("https://acme.com/private/x")))
        .isEqualTo(RobotsState.DISALLOWED);
    assertThat(robots.sitemaps()).containsExactly(URI.create("https://acme.com/map.xml"));
    assertThat(RobotsFile.absent(url).state(url)).isEqualTo(RobotsState.ALLOWED);
    assertThat(RobotsFile.UNKNOWN.state(url)).isEqualTo(RobotsState.UNKNOWN);
  }

  @Test
  void aSiteIsItsRegistrableDomain() {
    // Given
    SiteBorder border = SiteBorder.around(URI.create("https://www.acme.co.uk/"));
    // When, Then
    assertThat(border.holds(URI.create("https://blog.acme.co.uk/x"))).isTrue();
    assertThat(border.holds(URI.create("https://acme.com/"))).isFalse();
    assertThat(border.holds(URI.create("https://other.co.uk/"))).isFalse();
    assertThat(
            SiteBorder.around(URI.create("http://brightdesk.localhost:8090/"))
                .holds(URI.create("http://ticketly.localhost:8090/")))
        .isFalse();
    assertThat(SiteBorder.isJobBoard(URI.create("https://jobs.lever.co/acme"))).isTrue();
    assertThat(SiteBorder.isJobBoard(URI.create("https://clever.co/"))).isFalse();
  }

  private static Optional<FeedPreview> feed(String text) {
    return FeedPreview.read(text.getBytes(UTF_8), null);
  }
}
