package io.competitoriq.crawl.fetch;

import static io.competitoriq.crawl.visit.VisitOutcome.BLOCKED;
import static io.competitoriq.crawl.visit.VisitOutcome.EMPTY;
import static io.competitoriq.crawl.visit.VisitOutcome.ERROR;
import static io.competitoriq.crawl.visit.VisitOutcome.LOGIN;
import static io.competitoriq.crawl.visit.VisitOutcome.REDIRECTED_AWAY;
import static io.competitoriq.crawl.visit.VisitOutcome.SOFT_404;
import static io.competitoriq.crawl.visit.VisitOutcome.STORED;
import static org.assertj.core.api.Assertions.assertThat;

import io.competitoriq.crawl.visit.VisitOutcome;
import java.net.URI;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AnswerClassifierTest {
  private static final String PRICING = "https://www.acme.example/pricing";
  private static final String PROSE =
      "<p>The Team plan costs 29 dollars per seat and month, billed yearly.</p>".repeat(12);

  static Stream<Arguments> pages() {
    return Stream.of(
        page("a pricing page", 200, html("Pricing", PROSE), PRICING, STORED),
        page(
            "a short but real page",
            200,
            html("Status", "<p>All systems work as they should today.</p>"),
            PRICING,
            STORED),
        page(
            "http becomes https and www goes",
            200,
            html("Pricing", PROSE),
            "https://acme.example/pricing",
            STORED),
        page(
            "a page about captchas",
            200,
            html(
                "Why captchas fail",
                PROSE
                    + "<script src='https://www.google.com/recaptcha'></script><div class='g-recaptcha'></div>"),
            PRICING,
            STORED),
        page(
            "a page with a sign-in field in its header",
            200,
            html("Pricing", "<form><input type=password></form>" + PROSE),
            PRICING,
            STORED),
        page(
            "an article about 404 pages",
            200,
            html("How to design a 404 page", PROSE.repeat(6)),
            PRICING,
            STORED),
        page(
            "Cloudflare's script on a real page",
            200,
            html(
                "Pricing",
                PROSE + "<script src='/cdn-cgi/challenge-platform/scripts/jsd/main.js'></script>"),
            PRICING,
            STORED),
        page("403", 403, html("Forbidden", ""), PRICING, BLOCKED),
        page("451", 451, html("Unavailable", ""), PRICING, BLOCKED),
        page(
            "a challenge with 503",
            503,
            html("Just a moment...", "<div id=cf_chl_opt></div>"),
            PRICING,
            BLOCKED),
        page(
            "a challenge with 200",
            200,
            html("Attention Required! | Cloudflare", "Please complete the check."),
            PRICING,
            BLOCKED),
        page(
            "a captcha instead of the page",
            200,
            html("acme.example", "<div class='h-captcha'></div>"),
            PRICING,
            BLOCKED),
        page(
            "access denied with 200",
            200,
            html("Access Denied", "You don't have permission. Reference 18.1"),
            PRICING,
            BLOCKED),
        page("401", 401, html("Unauthorized", ""), PRICING, LOGIN),
        page(
            "a login form",
            200,
            html("Sign in to Acme", "<form><input type='password'></form>"),
            PRICING,
            LOGIN),
        page(
            "sent to the login page",
            200,
            html("Acme", "<input type=password>" + PROSE),
            "https://www.acme.example/login?next=%2Fpricing",
            LOGIN),
        page(
            "soft 404 in the title",
            200,
            html("404 | Acme", "<h1>Oops</h1><p>Nothing is here, try the search.</p>"),
            PRICING,
            SOFT_404),
        page(
            "soft 404 in the heading",
            200,
            html("Acme", "<h1>Page not found</h1><p>The page has moved or never was.</p>"),
            PRICING,
            SOFT_404),
        page(
            "soft 404 in German",
            200,
            html("Acme", "<h1>Seite nicht gefunden</h1><p>Diese Seite gibt es nicht mehr.</p>"),
            PRICING,
            SOFT_404),
        page(
            "sent to the home page",
            200,
            html("Acme", PROSE),
            "https://www.acme.example/",
            SOFT_404),
        page(
            "a shell for JavaScript",
            200,
            "<!doctype html><title>Acme</title><div id=root></div><script>"
                + "x".repeat(500)
                + "</script>",
            PRICING,
            EMPTY),
        page("nothing at all", 200, "  \n ", PRICING, EMPTY),
        page(
            "another site",
            200,
            html("Parked", PROSE),
            "https://parking.example.net/acme",
            REDIRECTED_AWAY),
        page("404", 404, html("Not found", ""), PRICING, ERROR),
        page("410", 410, html("Gone", ""), PRICING, ERROR),
        page("418", 418, "teapot", PRICING, ERROR),
        page("a redirect nowhere", 302, "", PRICING, ERROR));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("pages")
  void onlyContentIsKept(String name, PageResponse response, VisitOutcome expected) {
    // When
    Verdict verdict = AnswerClassifier.classify(response, Expectation.WEB_PAGE);
    // Then
    if (expected == STORED) {
      assertThat(verdict).isInstanceOf(Verdict.Content.class);
    } else {
      assertThat(verdict)
          .isInstanceOfSatisfying(
              Verdict.Not.class,
              not -> {
                assertThat(not.why().outcome()).isEqualTo(expected);
                assertThat(not.why().reason()).endsWith(".").hasSizeGreaterThan(15);
              });
    }
  }

  @Test
  void serverInTroubleIsAskedAgainLater() {
    assertThat(classify(502, "text/html", html("Bad gateway", ""), Expectation.WEB_PAGE))
        .isInstanceOf(Verdict.Trouble.class);
  }

  @ParameterizedTest
  @CsvSource({
    "text/html, true",
    "application/xhtml+xml, true",
    "text/plain, true",
    "text/markdown, true",
    "application/json, true",
    "application/ld+json, true",
    "application/rss+xml, true",
    "application/pdf, false",
    "image/png, false",
    "application/octet-stream, false",
    "application/zip, false"
  })
  void onlyWhatCanBeReadIsKept(String contentType, boolean kept) {
    // When
    Verdict verdict =
        classify(
            200,
            contentType,
            "The plan costs 29 dollars per seat and month.",
            Expectation.WEB_PAGE);
    // Then
    assertThat(verdict instanceof Verdict.Content).isEqualTo(kept);
  }

  static Stream<Arguments> feeds() {
    return Stream.of(
        Arguments.of(
            "application/rss+xml",
            "<?xml version='1.0'?>\n<rss version='2.0'><channel/></rss>",
            true),
        Arguments.of("text/xml", "<feed xmlns='http://www.w3.org/2005/Atom'></feed>", true),
        Arguments.of("text/html", "<rdf:RDF xmlns:rdf='x'></rdf:RDF>", false),
        Arguments.of("application/xml", "<rdf:RDF xmlns:rdf='x'></rdf:RDF>", true),
        Arguments.of(
            "application/json",
            "{\"version\": \"https://jsonfeed.org/version/1.1\", \"items\": []}",
            true),
        Arguments.of("application/json", "{\"items\": []}", false),
        Arguments.of("text/html", html("Blog", PROSE), false),
        Arguments.of("application/xml", "<urlset></urlset>", false));
  }

  @ParameterizedTest
  @MethodSource("feeds")
  void feedCollectorKeepsFeedsOnly(String contentType, String body, boolean kept) {
    assertThat(classify(200, contentType, body, Expectation.FEED) instanceof Verdict.Content)
        .isEqualTo(kept);
  }

  @ParameterizedTest
  @CsvSource({
    "https://www.acme.co.uk/x, https://acme.co.uk/, true",
    "https://acme.co.uk/, https://other.co.uk/, false",
    "https://a.github.io/, https://b.github.io/, false",
    "http://brightdesk.localhost:8090/, http://helpnest.localhost:8090/, false",
    "http://brightdesk.localhost/, http://www.brightdesk.localhost/, true",
    "http://127.0.0.1/a, http://127.0.0.1/b, true",
    "http://127.0.0.1/a, http://127.0.0.2/b, false"
  })
  void siteIsItsRegistrableDomain(URI one, URI other, boolean same) {
    assertThat(Sites.same(one, other)).isEqualTo(same);
  }

  private static Verdict classify(int status, String type, String body, Expectation expected) {
    URI url = URI.create(PRICING);
    return AnswerClassifier.classify(
        new PageResponse(url, url, status, type, Map.of(), body), expected);
  }

  private static Arguments page(
      String name, int status, String body, String finalUrl, VisitOutcome expected) {
    return Arguments.of(
        name,
        new PageResponse(
            URI.create("http://www.acme.example/pricing"),
            URI.create(finalUrl),
            status,
            "text/html",
            Map.of(),
            body),
        expected);
  }

  private static String html(String title, String body) {
    return "<!doctype html><html><head><title>"
        + title
        + "</title></head><body>"
        + body
        + "</body></html>";
  }
}
