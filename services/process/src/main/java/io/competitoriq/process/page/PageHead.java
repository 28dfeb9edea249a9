package io.competitoriq.process.page;

import io.competitoriq.process.content.Texts;
import io.competitoriq.process.page.Publication.Published;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What a page says about itself.
///
/// @param title never blank
/// @param publishedConfidence how sure the date is, 0 to 1; null without one
/// @param canonicalUrl the address the page says it has; null when it names none on the web
/// @param language lower-case ISO 639 code
/// @param locale language and region, for reading prices
/// @param article whether it calls itself an article
public record PageHead(
    String title,
    @Nullable String author,
    @Nullable Instant publishedAt,
    @Nullable Double publishedConfidence,
    @Nullable String canonicalUrl,
    @Nullable String language,
    Locale locale,
    boolean article,
    JsonLd jsonLd) {

  private static final int LONGEST = 500;
  private static final int LONGEST_URL = 2048;
  private static final String[] ARTICLES = {
    "Article", "NewsArticle", "BlogPosting", "TechArticle", "Report", "ScholarlyArticle"
  };

  /// Types of what somebody wrote.
  static final String[] WRITTEN = {
    "Article",
    "NewsArticle",
    "BlogPosting",
    "TechArticle",
    "Report",
    "ScholarlyArticle",
    "DiscussionForumPosting",
    "Question",
    "SocialMediaPosting",
    "OpinionNewsArticle",
    "AnalysisNewsArticle",
    "ReportageNewsArticle",
    "LiveBlogPosting",
    "HowTo",
    "Recipe"
  };

  /// @param fallbackTitle used when the page names none
  public static PageHead of(Document page, String fallbackTitle) {
    JsonLd jsonLd = JsonLd.of(page);
    MetaElements meta = new MetaElements(page);
    Locale locale = locale(page, meta);
    boolean article =
        !jsonLd.ofType(ARTICLES).isEmpty() && jsonLd.ofType(ARTICLES).size() < 3
            || jsonLd.ofType("Product").isEmpty()
                && meta.get("og:type").filter("article"::equals).isPresent();
    Optional<Published> published = Publication.of(page, jsonLd, meta, article);
    return new PageHead(
        title(page, meta).orElse(fallbackTitle),
        Authorship.of(page, jsonLd, meta, article).orElse(null),
        published.map(Published::at).orElse(null),
        published.map(Published::confidence).orElse(null),
        canonical(page).orElse(null),
        locale.getLanguage().isEmpty() ? null : locale.getLanguage(),
        locale,
        article,
        jsonLd);
  }

  private static Optional<String> canonical(Document page) {
    return Optional.ofNullable(page.selectFirst("link[rel~=(?i)(^|\\s)canonical($|\\s)][href]"))
        .map(link -> link.absUrl("href"))
        .filter(url -> url.matches("https?://[^\\s\\x00]+") && url.length() <= LONGEST_URL);
  }

  private static Locale locale(Document page, MetaElements meta) {
    Element html = page.selectFirst("html");
    String lang = html == null ? "" : html.attr("lang") + html.attr("xml:lang");
    String declared = lang.isBlank() ? meta.get("og:locale").orElse("") : lang;
    return Locale.forLanguageTag(declared.strip().replace('_', '-'));
  }

  private static Optional<String> title(Document page, MetaElements meta) {
    return Stream.of(
            text(page.selectFirst("h1")).filter(_ -> page.select("h1").size() == 1),
            meta.get("og:title"),
            Optional.of(Texts.collapse(page.title())))
        .flatMap(Optional::stream)
        .filter(title -> !title.isBlank())
        .map(title -> title.length() > LONGEST ? title.substring(0, LONGEST) : title)
        .findFirst();
  }

  private static Optional<String> text(@Nullable Element element) {
    return element == null ? Optional.empty() : Optional.of(Texts.collapse(element.text()));
  }
}
