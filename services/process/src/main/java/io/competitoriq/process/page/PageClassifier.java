package io.competitoriq.process.page;

import io.competitoriq.messages.SourceKind;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Decides the class of a page: the person who added the source knows best, then the address, then
/// what the page says about itself.
public final class PageClassifier {

  private static final List<Rule> BY_PATH =
      List.of(
          rule(
              PageClass.PRICING,
              "pricing|prices?|price-?list|plans?|preise?|preisliste|tarife?|tarifs?|precios|prezzi|billing"),
          rule(
              PageClass.CHANGELOG,
              "changelog|change-log|releases?|release-notes|whats-?new|updates"),
          rule(
              PageClass.CAREERS,
              "careers?|jobs?|join-us|hiring|karriere|vacanc(?:y|ies)|open-positions|open-roles|openings|stellenangebote|recrutement|work-with-us"),
          rule(
              PageClass.BLOG,
              "blog|news|newsroom|press|articles|stories|insights|magazine|magazin"),
          rule(PageClass.DOCS, "docs?|documentation|help|api|reference|guides?|support|kb"),
          rule(PageClass.FEATURES, "features?|product|products|platform|solutions?|integrations?"),
          rule(PageClass.ABOUT, "about|about-us|company|team|ueber-uns|uber-uns"));

  private static final Pattern JOB_BOARD =
      Pattern.compile(
          "(?i)(^|\\.)(boards(-api)?\\.greenhouse\\.io|job-boards(\\.eu)?\\.greenhouse\\.io|(jobs|api)(\\.eu)?\\.lever\\.co|(jobs|api)\\.ashbyhq\\.com"
              + "|apply\\.workable\\.com|recruitee\\.com|jobs\\.personio\\.(de|com)|(careers|jobs|api)\\.smartrecruiters\\.com|bamboohr\\.com|teamtailor\\.com)$");

  private PageClassifier() {}

  /// @param kind what the source was added as; OTHER leaves the decision to the page
  /// @param article whether the page calls itself an article (og:type, JSON-LD)
  public static PageClass of(SourceKind kind, URI url, boolean article) {
    return switch (kind) {
      case PRICING -> PageClass.PRICING;
      case FEATURES -> PageClass.FEATURES;
      case CHANGELOG -> PageClass.CHANGELOG;
      case CAREERS -> PageClass.CAREERS;
      case ABOUT -> PageClass.ABOUT;
      case DOCS, HELP -> PageClass.DOCS;
      case HOME -> PageClass.HOME;
      case BLOG, NEWS -> article && segments(url).length > 1 ? PageClass.ARTICLE : PageClass.BLOG;
      case STATUS, CUSTOMERS, SECURITY, LEGAL, SOCIAL, REVIEWS, APPS, ADS -> PageClass.OTHER;
      case OTHER -> byItself(url, article);
    };
  }

  private static PageClass byItself(URI url, boolean article) {
    if (url.getHost() != null && JOB_BOARD.matcher(url.getHost()).find()) {
      return PageClass.CAREERS;
    }
    if (article) {
      return PageClass.ARTICLE;
    }
    String[] segments = segments(url);
    if (segments.length == 0) {
      return PageClass.HOME;
    }
    String last = segments[segments.length - 1];
    Optional<PageClass> named =
        BY_PATH.stream()
            .filter(rule -> rule.path().matcher(last).matches())
            .map(Rule::is)
            .findFirst();
    return named.orElse(PageClass.OTHER);
  }

  private static String[] segments(URI url) {
    String path = url.getPath() == null ? "" : url.getPath().toLowerCase(Locale.ROOT);
    String bare = path.replaceAll("\\.(html?|php|aspx?|pdf)$", "").replaceAll("^/+|/+$", "");
    return bare.isEmpty() || bare.equals("index") ? new String[0] : bare.split("/+");
  }

  private static Rule rule(PageClass is, String path) {
    return new Rule(is, Pattern.compile(path));
  }

  private record Rule(PageClass is, Pattern path) {}
}
