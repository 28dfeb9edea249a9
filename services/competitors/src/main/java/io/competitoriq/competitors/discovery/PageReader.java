package io.competitoriq.competitors.discovery;

import io.competitoriq.competitors.discovery.PageOutline.Link;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// HTML in, [PageOutline] out. Costs CPU: call it on a worker thread.
final class PageReader {

  private static final int MOST_LINKS = 800;
  private static final int LONGEST_TEXT = 300;
  private static final String FEED_TYPES =
      "link[rel~=(?i)alternate][type=application/rss+xml],"
          + "link[rel~=(?i)alternate][type=application/atom+xml],"
          + "link[rel~=(?i)alternate][type=application/feed+json]";

  private PageReader() {}

  /// @param charset as the server said, null to find out from the page
  static PageOutline read(byte[] html, @Nullable String charset, URI base) {
    Document page = parse(html, charset, base);
    return new PageOutline(
        shortened(page.title()),
        first(page, "meta[property=og:site_name]", "meta[name=application-name]"),
        first(page, "meta[name=description]", "meta[property=og:description]"),
        logo(page),
        headings(page),
        links(page, "a[href]"),
        links(page, FEED_TYPES),
        page.selectFirst("input[type=password]") != null,
        TraceReader.read(page, base, new String(html, StandardCharsets.ISO_8859_1)));
  }

  private static Document parse(byte[] html, @Nullable String charset, URI base) {
    try {
      try {
        return Jsoup.parse(new ByteArrayInputStream(html), charset, base.toString());
      } catch (IndexOutOfBoundsException fault) {
        // The library breaks over unclosed letters at its greatest depth; plain tags have no rules.
        return Jsoup.parse(
            new ByteArrayInputStream(html), charset, base.toString(), Parser.xmlParser());
      }
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Optional<String> first(Document page, String... selectors) {
    return Stream.of(selectors)
        .map(page::selectFirst)
        .flatMap(Stream::ofNullable)
        .map(meta -> shortened(meta.attr("content")))
        .filter(text -> !text.isEmpty())
        .findFirst();
  }

  private static Optional<String> logo(Document page) {
    return Stream.of("link[rel=apple-touch-icon]", "link[rel~=(?i)icon]")
        .map(page::selectFirst)
        .flatMap(Stream::ofNullable)
        .map(icon -> icon.absUrl("href"))
        .filter(url -> url.startsWith("http") && url.length() <= 1000)
        .findFirst();
  }

  private static List<String> headings(Document page) {
    List<String> headings = new ArrayList<>();
    for (Element heading : page.select("h1, h2")) {
      String text = shortened(heading.text());
      if (!text.isEmpty() && headings.size() < 30) {
        headings.add(text);
      }
    }
    return headings;
  }

  private static List<Link> links(Document page, String selector) {
    Map<URI, String> texts = new LinkedHashMap<>();
    for (Element element : page.select(selector)) {
      Optional<URI> url = url(element);
      if (url.isPresent() && texts.size() < MOST_LINKS) {
        texts.merge(url.get(), text(element), (one, other) -> one.isEmpty() ? other : one);
      }
    }
    return texts.entrySet().stream().map(e -> new Link(e.getKey(), e.getValue())).toList();
  }

  private static Optional<URI> url(Element element) {
    String absolute = element.absUrl("href").replaceAll("#.*$", "");
    if (!absolute.startsWith("http://") && !absolute.startsWith("https://")) {
      return Optional.empty();
    }
    try {
      return Optional.of(URI.create(absolute)).filter(url -> url.getHost() != null);
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }

  /// What a person or a screen reader reads.
  private static String text(Element element) {
    Element image = element.selectFirst("img[alt]");
    return Stream.of(
            element.text(),
            element.attr("aria-label"),
            element.attr("title"),
            image == null ? "" : image.attr("alt"))
        .map(PageReader::shortened)
        .filter(text -> !text.isEmpty())
        .findFirst()
        .orElse("");
  }

  /// One line without control characters, which the database would refuse.
  static String shortened(String text) {
    String tidy = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
    return tidy.length() <= LONGEST_TEXT ? tidy : tidy.substring(0, LONGEST_TEXT - 1) + "…";
  }
}
