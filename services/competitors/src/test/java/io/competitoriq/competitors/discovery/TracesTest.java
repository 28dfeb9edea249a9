package io.competitoriq.competitors.discovery;

import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.competitors.discovery.PageOutline.Link;
import io.competitoriq.competitors.source.PageUrl;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// What the source of a page gives away, and what follows from it.
class TracesTest {

  private static final URI HOME = URI.create("https://acme.com/");

  @Test
  void linksInTheDataOfAPageAreReadWithTheirWords() {
    // Given
    String html =
        """
        <script id="__NEXT_DATA__" type="application/json">{"nav":[{"label":"Pricing",
        "href":"/pricing"},{"items":[{"title":"Docs","url":"https://docs.acme.com/#top"}]},
        {"href":"/silent"},{"label":"Bad","href":"mailto:a@b"}]}</script>""";
    // When, Then
    assertThat(read(html).traces().scripted())
        .containsExactly(
            new Link(URI.create("https://acme.com/pricing"), "Pricing"),
            new Link(URI.create("https://docs.acme.com/"), "Docs"));
  }

  @Test
  void framesScriptsProfilesAndSectionsAreNoticed() {
    // Given
    String html =
        """
        <html lang="en-GB"><link rel="alternate" hreflang="de" href="/de/">
        <iframe src="https://acme.jobs.personio.de/?x"></iframe><a href="/#pricing">Pricing</a>
        <script type="application/ld+json">{"sameAs":["https:\\/\\/x.com\\/acme"]}</script>
        <script>whr_embed(41377, {});</script>""";
    // When
    PageTraces traces = read(html).traces();
    // Then
    assertThat(traces.language()).isEqualTo("en");
    assertThat(traces.alternates())
        .containsExactly(new Link(URI.create("https://acme.com/de/"), "de"));
    assertThat(traces.embeds())
        .contains(
            URI.create("https://acme.jobs.personio.de/?x"),
            URI.create("https://x.com/acme"),
            URI.create("https://apply.workable.com/41377"));
    assertThat(traces.sections()).containsExactly("Pricing");
  }

  @Test
  void advertisingCodesLeadToTheLibrariesThatShowTheAds() {
    // Given
    String html =
        """
        <script>gtag('config','AW-10867754321'); fbq('init', '482913376120045');</script>
        <script>_linkedin_partner_id = "1234567";</script>""";
    Company acme = new Company("Acme & Co", "acme.com", null, null);
    // When
    List<Find> finds = AdLibraries.of(read(html).traces().tags(), acme, "acme.com");
    // Then
    assertThat(finds)
        .extracting(find -> find.errand().options())
        .containsExactly(
            Map.of("engine", "google_ads_transparency_center", "domain", "acme.com"),
            Map.of("engine", "meta_ad_library", "q", "Acme & Co"),
            Map.of("engine", "linkedin_ad_library", "advertiser", "Acme & Co"));
    assertThat(finds)
        .allSatisfy(
            find -> {
              assertThat(find.errand().needsCredential()).isTrue();
              assertThat(find.errand().creditsPerVisit()).isEqualTo(1);
            });
  }

  @Test
  void aTagManagerAloneIsAGuess() {
    // Given
    String html = "<script src='https://www.googletagmanager.com/gtm.js?id=GTM-ABC123'></script>";
    Company acme = new Company("Acme", "acme.com", null, null);
    // When, Then
    assertThat(AdLibraries.of(read(html).traces().tags(), acme, "acme.com"))
        .singleElement()
        .satisfies(find -> assertThat(find.confidence()).isLessThan(0.5));
    assertThat(AdTag.in("<h1>Award AW-1 for Acme</h1>")).isEmpty();
  }

  @Test
  void theHomePagesLanguageTellsForeignPages() {
    // Given
    String html =
        """
        <html lang="en"><link rel="alternate" hreflang="nl" href="https://acme.nl/">
        <link rel="alternate" hreflang="en" href="https://acme.com/">""";
    Languages english = Languages.of(PageUrl.of(HOME), read(html));
    // When, Then
    assertThat(foreign(english, "https://acme.com/de/preise")).isTrue();
    assertThat(foreign(english, "https://de.acme.com/preise")).isTrue();
    assertThat(foreign(english, "https://acme.nl/prijzen")).isTrue();
    assertThat(foreign(english, "https://acme.com/en/pricing")).isFalse();
    assertThat(foreign(english, "https://acme.com/pricing")).isFalse();
    assertThat(foreign(english, "https://blog.acme.com/")).isFalse();
  }

  private static boolean foreign(Languages languages, String url) {
    return languages.isForeign(PageUrl.parse(url));
  }

  @Test
  void aDomainForSaleIsNoSiteAndAShopIsOne() {
    assertThat(Parking.sentence(read("<h1>Buy this domain</h1>"), "acme.com")).isPresent();
    assertThat(Parking.sentence(read("<title>acme.com is for sale</title>"), "acme.com"))
        .isPresent();
    assertThat(Parking.sentence(read("<h1>Everything is for sale today</h1>"), "acme.com"))
        .isEmpty();
  }

  @Test
  void aJobListNamesItsFirstOpening() {
    assertThat(listing("{\"jobs\":[{\"title\":\"Recruiter\"},{\"title\":\"Chef\"}]}"))
        .isEqualTo(new JobListing(2, Optional.of("Recruiter")));
    assertThat(JobListing.read("{\"error\":1}".getBytes(StandardCharsets.UTF_8))).isEmpty();
    assertThat(JobListing.read("<html>".getBytes(StandardCharsets.UTF_8))).isEmpty();
  }

  private static JobListing listing(String json) {
    return JobListing.read(json.getBytes(StandardCharsets.UTF_8)).orElseThrow();
  }

  private static PageOutline read(String html) {
    return PageReader.read(html.getBytes(StandardCharsets.UTF_8), "UTF-8", HOME);
  }
}
