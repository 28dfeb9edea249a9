package io.competitoriq.competitors.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.competitors.discovery.PageOutline.Link;
import io.competitoriq.competitors.source.PageUrl;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageReaderTest {

  private static final URI BASE = URI.create("https://acme.com/de/");

  @Test
  void unclosedLettersAboveListsOfGreatDepthHideNoLink() {
    // When
    PageOutline page = read("<li><b><b>" + "<li><ul>".repeat(300) + "<a href=/pricing>Pricing</a>");
    // Then
    assertThat(page.links())
        .containsExactly(new Link(URI.create("https://acme.com/pricing"), "Pricing"));
  }

  @Test
  void findsWhatAHomePageSaysAboutItself() {
    // Given
    String html =
        """
        <!doctype html><title>Acme | CRM for bakers</title>
        <meta property="og:site_name" content="Acme">
        <meta name="description" content=" The CRM
          for bakers. ">
        <link rel="apple-touch-icon" href="/icon.png">
        <link rel="alternate" type="application/rss+xml" title="Acme Blog" href="/feed.xml">
        <link rel="alternate" hreflang="fr" href="/fr/">
        <h1>Bake more</h1><h2>Pricing</h2>
        <a href="/pricing">Pricing</a> <a href="/pricing#faq">FAQ</a> <a href="jobs">Jobs</a>
        <a href="mailto:a@acme.com">Mail</a> <a href="javascript:void(0)">x</a>
        <a href="https://x.com/acme" aria-label="Acme on X"><svg></svg></a>
        """;
    // When
    PageOutline page = read(html);
    // Then
    assertThat(page.siteName()).contains("Acme");
    assertThat(page.description()).contains("The CRM for bakers.");
    assertThat(page.logoUrl()).contains("https://acme.com/icon.png");
    assertThat(page.headings()).containsExactly("Bake more", "Pricing");
    assertThat(page.feeds())
        .containsExactly(new Link(URI.create("https://acme.com/feed.xml"), "Acme Blog"));
    assertThat(page.links())
        .containsExactly(
            new Link(URI.create("https://acme.com/pricing"), "Pricing"),
            new Link(URI.create("https://acme.com/de/jobs"), "Jobs"),
            new Link(URI.create("https://x.com/acme"), "Acme on X"));
    assertThat(page.asksForPassword()).isFalse();
  }

  @ParameterizedTest(name = "\"{0}\" at {1} is {2}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          BrightDesk - Help desk software        | brightdesk.io  | BrightDesk
          Help desk software | brightdesk.io  | Brightdesk
          Customer support made easy – Bright Desk | brightdesk.io | Bright Desk
          Welcome                                | www.acme.com   | Acme
          """,
      maxCharsPerColumn = 200)
  void namesTheCompanyByTheTitlePartThatSoundsLikeItsDomain(
      String title, String host, String name) {
    // When
    Company company = CompanyReader.read(read("<title>" + title + "</title>"), PageUrl.parse(host));
    // Then
    assertThat(company.name()).isEqualTo(name);
  }

  private static PageOutline read(String html) {
    return PageReader.read(html.getBytes(StandardCharsets.UTF_8), "UTF-8", BASE);
  }
}
