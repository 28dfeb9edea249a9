package io.competitoriq.crawl.fetch;

import static io.competitoriq.crawl.visit.VisitOutcome.BLOCKED;
import static io.competitoriq.crawl.visit.VisitOutcome.EMPTY;
import static io.competitoriq.crawl.visit.VisitOutcome.ERROR;
import static io.competitoriq.crawl.visit.VisitOutcome.LOGIN;
import static io.competitoriq.crawl.visit.VisitOutcome.REDIRECTED_AWAY;

import io.competitoriq.crawl.visit.VisitOutcome;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Decides whether an answer is content. A block page, a login wall or an error dressed as a page
/// is never kept: compared with the last good snapshot it would read as a change. Pure; parses the
/// page, so call it on a worker.
final class AnswerClassifier {
  static final String PDF = "application/pdf";
  static final String PDF_MARK = "%PDF-";

  private static final Pattern READABLE =
      Pattern.compile("text/.*|application/(.*\\+)?(xml|json|xhtml)|application/feed\\+json");
  private static final Pattern FEED_ROOT =
      Pattern.compile("<(rss|feed|rdf:RDF)[\\s>]|\"version\"\\s*:\\s*\"https://jsonfeed\\.org/");
  private static final int ROOT_WITHIN = 4096;

  /// Block pages, logins and shells are small; parsing a huge page to see that it is none costs
  /// memory.
  private static final int LONGEST_LOOKED_AT = 1_000_000;

  private AnswerClassifier() {}

  static Verdict classify(PageResponse response, Expectation expected) {
    boolean looked = isHtml(response) && response.text().length() <= LONGEST_LOOKED_AT;
    Optional<PageLook> look = looked ? Optional.of(PageLook.at(response)) : Optional.empty();
    if (look.isPresent() && look.get().isChallenge()) {
      return not(
          BLOCKED,
          "The site answered with a check for robots instead of the page (HTTP %d)."
              .formatted(response.status()),
          "Ask the site's owner to let our user agent in, or collect the source another way.");
    }
    return byStatus(response)
        .or(() -> byAddress(response))
        .or(
            () ->
                RobotsTags.objection(
                    response.headers(), look.map(PageLook::metas).orElse(List.of())))
        .or(() -> byBody(response, expected))
        .or(() -> look.flatMap(PageLook::objection))
        .orElseGet(() -> new Verdict.Content(look));
  }

  private static Optional<Verdict> byStatus(PageResponse response) {
    int status = response.status();
    if (status >= 200 && status < 300) {
      return Optional.empty();
    }
    if (status >= 500) {
      return Optional.of(
          new Verdict.Trouble("The site has a problem of its own (HTTP %d).".formatted(status)));
    }
    return Optional.of(
        switch (status) {
          case 401 ->
              not(LOGIN, "The page wants a sign-in (HTTP 401).", "Watch a page that is public.");
          case 403, 429, 451 ->
              not(
                  BLOCKED,
                  "The site refuses us (HTTP %d).".formatted(status),
                  "Ask the site's owner to let our user agent in, or collect the source another way.");
          case 404, 410 ->
              not(
                  ERROR,
                  "The page is gone (HTTP %d).".formatted(status),
                  "Look for the page's new address, or remove the source.");
          default ->
              not(
                  ERROR,
                  "The site answered HTTP %d, which is no page.".formatted(status),
                  "Open the address in a browser and correct it.");
        });
  }

  private static Optional<Verdict> byAddress(PageResponse response) {
    if (Sites.same(response.requested(), response.finalUrl())) {
      return Optional.empty();
    }
    return Optional.of(
        not(
            REDIRECTED_AWAY,
            "The page leads to another site: %s.".formatted(response.finalUrl().getHost()),
            "If that is where it lives now, change the source's address to %s."
                .formatted(response.finalUrl())));
  }

  private static Optional<Verdict> byBody(PageResponse response, Expectation expected) {
    if (response.text().isBlank()) {
      return Optional.of(not(EMPTY, "The answer has no content.", null));
    }
    if (!isPdf(response) && !READABLE.matcher(response.contentType()).matches()) {
      return Optional.of(
          not(
              ERROR,
              "The address answers with %s, which is not read.".formatted(response.contentType()),
              "Watch a web page, a feed or a PDF."));
    }
    return switch (expected) {
      case WEB_PAGE -> Optional.empty();
      case FEED -> isFeed(response.text()) ? Optional.empty() : Optional.of(noFeed());
    };
  }

  private static boolean isFeed(String text) {
    String start = text.substring(0, Math.min(text.length(), ROOT_WITHIN));
    return FEED_ROOT.matcher(start).find();
  }

  private static Verdict noFeed() {
    return not(
        ERROR,
        "The address answers with something that is not a feed.",
        "Watch it as a web page, or look for the feed's address.");
  }

  /// Whether it says it is a PDF and begins like one.
  static boolean isPdf(PageResponse response) {
    return response.contentType().equals(PDF) && response.text().startsWith(PDF_MARK);
  }

  static boolean isHtml(PageResponse response) {
    return response.contentType().contains("html")
        || response.text().stripLeading().toLowerCase(Locale.ROOT).startsWith("<!doctype html");
  }

  static Verdict not(VisitOutcome outcome, String reason, @Nullable String fix) {
    return new Verdict.Not(Collected.Rejected.because(outcome, reason, fix));
  }
}
