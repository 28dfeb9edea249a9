package io.competitoriq.process.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.process.content.Texts;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/// What a page says about itself.
///
/// @param title never blank
/// @param language lower-case ISO 639 code
/// @param locale language and region, for reading prices
/// @param article whether it calls itself an article
public record PageHead(
    String title,
    @Nullable String author,
    @Nullable Instant publishedAt,
    @Nullable String language,
    Locale locale,
    boolean article,
    JsonLd jsonLd) {

  private static final int LONGEST = 500;
  private static final String[] ARTICLES = {
    "Article", "NewsArticle", "BlogPosting", "TechArticle", "Report", "ScholarlyArticle"
  };

  /// @param fallbackTitle used when the page names none
  public static PageHead of(Document page, String fallbackTitle) {
    JsonLd jsonLd = JsonLd.of(page);
    Locale locale = locale(page);
    boolean article =
        !jsonLd.ofType(ARTICLES).isEmpty() && jsonLd.ofType(ARTICLES).size() < 3
            || meta(page, "og:type").filter("article"::equals).isPresent();
    return new PageHead(
        title(page).orElse(fallbackTitle),
        author(page, jsonLd).orElse(null),
        published(page, jsonLd).orElse(null),
        locale.getLanguage().isEmpty() ? null : locale.getLanguage(),
        locale,
        article,
        jsonLd);
  }

  private static Locale locale(Document page) {
    Element html = page.selectFirst("html");
    String lang = html == null ? "" : html.attr("lang") + html.attr("xml:lang");
    String declared = lang.isBlank() ? meta(page, "og:locale").orElse("") : lang;
    return Locale.forLanguageTag(declared.strip().replace('_', '-'));
  }

  private static Optional<String> title(Document page) {
    return Stream.of(
            text(page.selectFirst("h1")).filter(_ -> page.select("h1").size() == 1),
            meta(page, "og:title"),
            Optional.of(Texts.collapse(page.title())))
        .flatMap(Optional::stream)
        .filter(title -> !title.isBlank())
        .map(title -> title.length() > LONGEST ? title.substring(0, LONGEST) : title)
        .findFirst();
  }

  private static Optional<String> author(Document page, JsonLd jsonLd) {
    Stream<String> linked = jsonLd.ofType(ARTICLES).stream().map(node -> name(node.path("author")));
    Stream<String> named =
        Stream.of(
                meta(page, "author"),
                meta(page, "article:author"),
                text(page.selectFirst("[rel=author], .byline .author, .author-name")))
            .flatMap(Optional::stream);
    return Stream.concat(linked, named)
        .map(Texts::collapse)
        .filter(name -> !name.isBlank() && name.length() < 120 && !name.startsWith("http"))
        .findFirst();
  }

  private static String name(JsonNode author) {
    if (author.isArray()) {
      return author.isEmpty() ? "" : name(author.get(0));
    }
    return author.isTextual() ? author.asText() : author.path("name").asText("");
  }

  private static Optional<Instant> published(Document page, JsonLd jsonLd) {
    Stream<String> linked =
        jsonLd.ofType(ARTICLES).stream().map(node -> node.path("datePublished").asText(""));
    Stream<String> named =
        Stream.of("article:published_time", "datePublished", "date", "dc.date", "pubdate")
            .map(property -> meta(page, property).orElse(""));
    List<Element> times = page.select("article time[datetime], main time[datetime], time[pubdate]");
    Stream<String> marked =
        times.size() == 1 ? Stream.of(times.getFirst().attr("datetime")) : Stream.empty();
    return Stream.of(linked, named, marked)
        .flatMap(values -> values)
        .filter(value -> !value.isBlank())
        .flatMap(value -> PublicationDates.parse(value).stream())
        .findFirst();
  }

  private static Optional<String> meta(Document page, String name) {
    Element meta =
        page.selectFirst(
            "meta[property=\"%1$s\"], meta[name=\"%1$s\"], meta[itemprop=\"%1$s\"]"
                .formatted(name));
    return meta == null || meta.attr("content").isBlank()
        ? Optional.empty()
        : Optional.of(Texts.collapse(meta.attr("content")));
  }

  private static Optional<String> text(@Nullable Element element) {
    return element == null ? Optional.empty() : Optional.of(Texts.collapse(element.text()));
  }
}
