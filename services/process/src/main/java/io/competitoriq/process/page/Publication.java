package io.competitoriq.process.page;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// Finds when a page was published: in its data first, then in meta elements, marked up in the
/// text, near the heading, and in the address.
final class Publication {

  private static final int NEAR_HEADING = 12;
  private static final int LONGEST = 60;
  private static final double STATED = 0.95;
  private static final double MARKED_UP = 0.8;
  private static final double GUESSED = 0.5;
  private static final String[] META = {
    "article:published_time",
    "datePublished",
    "dateCreated",
    "og:published_time",
    "og:article:published_time",
    "article:published",
    "parsely-pub-date",
    "sailthru.date",
    "publish-date",
    "publish_date",
    "pubdate",
    "publication_date",
    "citation_publication_date",
    "citation_date",
    "citation_online_date",
    "dcterms.created",
    "dcterms.date",
    "dc.date.issued",
    "dc.date.created",
    "dc.date",
    "date"
  };
  private static final String MARKED =
      "[itemprop=datePublished], [itemprop=dateCreated], time[pubdate], time.published, time.entry-date,"
          + " article time[datetime], main time[datetime]";
  private static final String NAMED =
      "[class~=(?i)(^|[\\s_-])(post|entry|article|publish(ed)?|publication|blog)-?_?(date|on|time)($|[\\s_-])],"
          + " [class~=(?i)(^|[\\s_-])(date|published|posted)($|[\\s_-])], time[datetime], time";
  private static final String ELSEWHERE =
      "nav, footer, aside, [class*=related], [class*=sidebar], [class*=recent]";
  private static final Pattern IN_ADDRESS =
      Pattern.compile("/((?:19|20)\\d{2})[/-](0[1-9]|1[0-2])[/-](0[1-9]|[12]\\d|3[01])(?:[/-]|$)");

  private Publication() {}

  /// @return with how sure it is: what the page states of itself more than what stands near it
  static Optional<Published> of(Document page, JsonLd jsonLd, MetaElements meta, boolean article) {
    Stream<String> stated =
        jsonLd.ofType(PageHead.WRITTEN).stream()
            .flatMap(
                node -> Stream.of("datePublished", "dateCreated", "uploadDate").map(node::path))
            .map(value -> value.asText(""));
    Optional<Published> sure =
        first(stated, STATED)
            .or(() -> first(meta.of(META), STATED))
            .or(() -> first(marked(page, MARKED), MARKED_UP));
    if (sure.isPresent() || !article && !isSingle(page)) {
      return sure;
    }
    return first(marked(page, NAMED), GUESSED)
        .or(() -> first(nearHeading(page), GUESSED))
        .or(() -> first(inAddress(page), MARKED_UP));
  }

  /// A page of many dates is a listing: none of them is its own.
  private static boolean isSingle(Document page) {
    return page.select("h1").size() == 1 && page.select("article").size() <= 3;
  }

  private static Optional<Published> first(Stream<String> candidates, double confidence) {
    return candidates
        .filter(value -> !value.isBlank())
        .flatMap(value -> PublicationDates.parse(value).stream())
        .findFirst()
        .map(at -> new Published(at, confidence));
  }

  private static Stream<String> marked(Document page, String selector) {
    return page.select(selector).stream()
        .filter(element -> element.closest(ELSEWHERE) == null)
        .limit(NEAR_HEADING)
        .map(Publication::value);
  }

  private static String value(Element element) {
    for (String attribute : new String[] {"datetime", "content"}) {
      if (!element.attr(attribute).isBlank()) {
        return element.attr(attribute);
      }
    }
    String text = element.text();
    return text.length() <= LONGEST ? text : "";
  }

  private static Stream<String> nearHeading(Document page) {
    return NearHeading.texts(page, NEAR_HEADING).filter(text -> text.length() <= LONGEST);
  }

  private static Stream<String> inAddress(Document page) {
    Matcher found = IN_ADDRESS.matcher(page.location());
    return found.find()
        ? Stream.of(found.group(1) + "-" + found.group(2) + "-" + found.group(3))
        : Stream.empty();
  }

  /// @param confidence 0 to 1
  record Published(Instant at, double confidence) {}
}
