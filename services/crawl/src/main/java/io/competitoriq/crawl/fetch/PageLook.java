package io.competitoriq.crawl.fetch;

import static io.competitoriq.crawl.visit.VisitOutcome.EMPTY;
import static io.competitoriq.crawl.visit.VisitOutcome.LOGIN;
import static io.competitoriq.crawl.visit.VisitOutcome.SOFT_404;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a page looks like to a reader. Every rule needs a second sign beside the words (little
/// text, a password field), because real pages write about captchas, logins and missing pages too.
record PageLook(
    PageResponse response,
    List<Meta> metas,
    String headline,
    int letters,
    boolean password,
    Outline outline) {
  /// Less text than this is none.
  static final int FEW_LETTERS = 25;

  private static final int SHORT_PAGE = 600;
  private static final int ERROR_PAGE = 3000;

  private static final Pattern CHALLENGE_WORDS =
      Pattern.compile(
          "just a moment|attention required|access denied|are you (a )?(human|robot)|verify (that )?you"
              + " are (a )?human|robot check|security check|pardon our interruption|request unsuccessful"
              + "|checking your browser|unusual traffic|ddos protection");
  private static final Pattern CHALLENGE_MARKS =
      Pattern.compile(
          "cf-challenge|cf_chl_|challenge-platform|g-recaptcha|h-captcha|hcaptcha\\.com|px-captcha"
              + "|_incapsula_resource|captcha-delivery\\.com|awswafcaptcha|cf-turnstile");
  private static final Pattern LOGIN_WORDS =
      Pattern.compile("log ?in|sign ?in|anmelden|einloggen|connexion|iniciar sesi[oó]n|accedi");
  private static final Pattern LOGIN_PATH =
      Pattern.compile("/(login|log-in|signin|sign-in|sso|oauth2?|auth)([/?.]|$)");
  private static final Pattern MISSING_WORDS =
      Pattern.compile(
          "\\b404\\b|(page|site) (was |could )?(not|n't) (be )?found|not found$|page (does not|doesn.t)"
              + " exist|no longer (available|exists)|seite (wurde )?nicht gefunden|page introuvable"
              + "|p[aá]gina no encontrada");

  static PageLook at(PageResponse response) {
    Sight sight = Sight.of(response.text(), ERROR_PAGE);
    return new PageLook(
        response,
        sight.metas(),
        sight.headline(),
        sight.letters(),
        sight.password(),
        sight.outline());
  }

  boolean isChallenge() {
    if ("challenge".equals(response.headers().get("cf-mitigated"))) {
      return true;
    }
    return letters < SHORT_PAGE
        && (CHALLENGE_WORDS.matcher(headline).find()
            || CHALLENGE_MARKS.matcher(response.text().toLowerCase(Locale.ROOT)).find());
  }

  /// Why the page is none, although it says 200.
  Optional<Verdict> objection() {
    if (isLogin()) {
      return Optional.of(
          AnswerClassifier.not(
              LOGIN, "A sign-in form stands where the page was.", "Watch a page that is public."));
    }
    if (isMissing()) {
      return Optional.of(
          AnswerClassifier.not(
              SOFT_404,
              "The page says it does not exist, although the server calls it fine (HTTP 200).",
              "Look for the page's new address, or remove the source."));
    }
    if (fellBackToHome()) {
      return Optional.of(
          AnswerClassifier.not(
              SOFT_404,
              "The address leads to the home page now: the page itself is gone.",
              "Look for the page's new address, or remove the source."));
    }
    if (letters < FEW_LETTERS) {
      return Optional.of(
          AnswerClassifier.not(
              EMPTY,
              "The page has no readable text as it is sent; it is probably put together by JavaScript.",
              "Watch the page's feed or another page, or collect it with a browser."));
    }
    return Optional.empty();
  }

  private boolean isLogin() {
    boolean sentThere =
        LOGIN_PATH.matcher(path(response.finalUrl())).find()
            && !LOGIN_PATH.matcher(path(response.requested())).find();
    boolean looksIt = letters < SHORT_PAGE && LOGIN_WORDS.matcher(headline).find();
    return password && (sentThere || looksIt);
  }

  private boolean isMissing() {
    return letters < ERROR_PAGE && MISSING_WORDS.matcher(headline).find();
  }

  private boolean fellBackToHome() {
    return path(response.finalUrl()).equals("/") && !path(response.requested()).equals("/");
  }

  private static String path(URI uri) {
    String path = uri.getRawPath();
    return path == null || path.isEmpty() ? "/" : path.toLowerCase(Locale.ROOT);
  }
}
