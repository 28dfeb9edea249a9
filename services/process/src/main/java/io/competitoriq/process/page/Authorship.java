package io.competitoriq.process.page;

import com.fasterxml.jackson.databind.JsonNode;
import io.competitoriq.process.content.Texts;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Finds who wrote a page: people named in its data first, then in meta elements, marked up in the
/// text, and worded ("By Ana Ruiz"). Organisations only where no person is named.
final class Authorship {

  private static final int LONGEST = 80;
  private static final int MOST_WORDS = 8;
  private static final int NEAR_HEADING = 12;
  private static final Pattern NOT_A_NAME =
      Pattern.compile(
          "(?i)^(https?|www\\..*|admin(istrator)?|editors?|guest|unknown|anonymous|author|by|staff|view profile|.*[$€£:].*|.*\\d{4}.*|[^\\p{L}]*)$");
  private static final Pattern INTRODUCTION =
      Pattern.compile(
          "(?i)^(?:(?:story|posted|published|written|reviewed|created|started) )?(?:by|von|par|por)\\b[:\\s]+|^(?:articles by|authors?)\\s*[:|]?\\s+|^(?:autor|auteur)\\s*[:|]?\\s+");
  private static final Pattern BEHIND =
      Pattern.compile(
          "\\s*(?:[|•·—–/(<]|\\s-\\s|,? (?:on|in|at|updated|published|posted|reviewed|edited)\\b|, (?=\\d|[A-Z][a-z]+ \\d)|\\b\\d{1,2} [A-Z][a-z]+ \\d{4}|\\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\\.? \\d).*$");
  private static final Pattern WORDED =
      Pattern.compile(
          "(?i:^(?:(?:story|posted|published|written|created|started) )?by:?)\\s+(\\p{Lu}[\\p{L}.'’-]+(?: \\p{L}[\\p{L}.'’-]*){0,4}).*$");
  private static final String[] META = {
    "author",
    "article:author",
    "parsely-author",
    "sailthru.author",
    "dc.creator",
    "dcterms.creator",
    "citation_author",
    "byl",
    "twitter:creator_name"
  };
  private static final String MARKED =
      "[itemprop=author], [rel~=^author$], [itemprop=creator], a[href*=/author/], a[href*=/authors/],"
          + " [class~=(?i)(^|[\\s_-])(author-?_?name|byline-?_?name|post-author|entry-author|article-author|byline|author)($|[\\s_-])]";
  private static final String ELSEWHERE =
      "nav, footer, aside, blockquote, [class*=comment], [class*=related], [class*=testimonial], [class*=review],"
          + " [class*=quote]";
  private static final String POSTER =
      "[data-user-card], a[class~=(?i)(^|[\\s_-])user-?name], [class~=(?i)(^|[\\s_-])user-?name], [class*=poster-name]";

  private Authorship() {}

  static Optional<String> of(Document page, JsonLd jsonLd, MetaElements meta, boolean article) {
    boolean forum = isForum(page, jsonLd, meta);
    return Stream.<Stream<String>>of(
            named(jsonLd, true),
            meta.of(META),
            article || forum ? marked(page, MARKED) : theOnly(marked(page, MARKED)),
            worded(page),
            named(jsonLd, false),
            forum ? marked(page, POSTER) : Stream.empty())
        .flatMap(Function.identity())
        .flatMap(name -> cleaned(name).stream())
        .findFirst();
  }

  /// Where several people are named, and the page is nobody's article, none of them wrote it.
  private static Stream<String> theOnly(Stream<String> names) {
    Set<String> different =
        names.flatMap(name -> cleaned(name).stream()).collect(Collectors.toSet());
    return different.size() == 1 ? different.stream() : Stream.empty();
  }

  private static Stream<String> named(JsonLd jsonLd, boolean people) {
    return jsonLd.ofType(PageHead.WRITTEN).stream()
        .map(node -> node.path("author"))
        .flatMap(
            author ->
                author.isArray()
                    ? StreamSupport.stream(author.spliterator(), false)
                    : Stream.of(author))
        .filter(author -> people != author.path("@type").asText("").contains("Organization"))
        .map(Authorship::name);
  }

  private static String name(JsonNode author) {
    return author.isTextual() ? author.asText() : author.path("name").asText("");
  }

  private static Stream<String> marked(Document page, String selector) {
    return page.select(selector).stream()
        .filter(element -> element.closest(ELSEWHERE) == null)
        .limit(NEAR_HEADING)
        .map(Authorship::markedName);
  }

  private static String markedName(Element element) {
    Element inner = element.selectFirst("[itemprop=name], [rel~=^author$], a[href*=/author/]");
    String text = inner == null || inner.text().isBlank() ? element.text() : inner.text();
    return text.isBlank() ? element.attr("content") : text;
  }

  private static Stream<String> worded(Document page) {
    return NearHeading.texts(page, NEAR_HEADING)
        .map(WORDED::matcher)
        .filter(Matcher::matches)
        .map(found -> found.group(1));
  }

  private static boolean isForum(Document page, JsonLd jsonLd, MetaElements meta) {
    return !jsonLd.ofType("DiscussionForumPosting", "QAPage", "Question").isEmpty()
        || meta.get("generator")
            .filter(
                name ->
                    name.matches(
                        "(?i).*(discourse|phpbb|vbulletin|xenforo|invision|vanilla|flarum|mybb|smf).*"))
            .isPresent()
        || page.selectFirst("[class~=(?i)(^|[\\s_-])(topic|thread|forum)($|[\\s_-])]") != null;
  }

  private static Optional<String> cleaned(String name) {
    String bare = INTRODUCTION.matcher(Texts.collapse(name)).replaceFirst("");
    String cut = BEHIND.matcher(bare).replaceFirst("").strip().replaceAll("^@|[,;:]$", "");
    boolean likely =
        cut.length() > 1
            && cut.length() <= LONGEST
            && Texts.words(cut) <= MOST_WORDS
            && !NOT_A_NAME.matcher(cut).matches();
    return likely ? Optional.of(cut) : Optional.empty();
  }
}
