package io.competitoriq.competitors.discovery;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/// The first glance at a feed: RSS 0.9x to 2.0, Atom 1.0, JSON Feed 1.x.
///
/// @param title what the feed calls itself, may be empty
/// @param newest title of its first entry, empty when it has none
/// @param newestAt when that entry appeared, empty when it does not say so in a readable way
record FeedPreview(String title, Optional<String> newest, Optional<Instant> newestAt) {

  /// Empty when the body is no feed. Costs CPU: call it on a worker thread. Document types and
  /// entities of the XML are never looked up.
  static Optional<FeedPreview> read(byte[] body, @Nullable String charset) {
    int start = firstOctet(body);
    return start == '{' ? readJson(body) : readXml(body, charset);
  }

  Sample sample() {
    return new Sample(newest, newestAt);
  }

  private static int firstOctet(byte[] body) {
    for (byte octet : body) {
      if (octet > ' ') {
        return octet;
      }
    }
    return -1;
  }

  private static Optional<FeedPreview> readXml(byte[] body, @Nullable String charset) {
    Document document = xml(body, charset);
    Element root = document.selectFirst("rss, feed, rdf|RDF");
    if (root == null || !document.equals(root.parent())) {
      return Optional.empty();
    }
    String title =
        text(document, "rss > channel > title", "feed > title", "channel > title").orElse("");
    Optional<String> newest =
        text(document, "item > title, entry > title")
            .map(PageReader::shortened)
            .filter(text -> !text.isBlank());
    Optional<Instant> newestAt =
        text(document, "item > pubDate, item > dc|date", "entry > published", "entry > updated")
            .flatMap(FeedPreview::instant);
    return Optional.of(new FeedPreview(PageReader.shortened(title), newest, newestAt));
  }

  private static Optional<String> text(Document document, String... selectors) {
    return Stream.of(selectors)
        .map(document::selectFirst)
        .flatMap(Stream::ofNullable)
        .map(Element::text)
        .findFirst();
  }

  /// RSS writes dates as mail does, the others as ISO 8601.
  private static Optional<Instant> instant(String text) {
    return Stream.of(DateTimeFormatter.ISO_OFFSET_DATE_TIME, DateTimeFormatter.RFC_1123_DATE_TIME)
        .flatMap(format -> instant(text.strip(), format).stream())
        .findFirst();
  }

  private static Optional<Instant> instant(String text, DateTimeFormatter format) {
    try {
      return Optional.of(OffsetDateTime.parse(text, format).toInstant());
    } catch (DateTimeException otherForm) {
      return Optional.empty();
    }
  }

  static Document xml(byte[] body, @Nullable String charset) {
    try {
      return Jsoup.parse(new ByteArrayInputStream(body), charset, "", Parser.xmlParser());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Optional<FeedPreview> readJson(byte[] body) {
    try {
      JsonObject feed = new JsonObject(new String(body, StandardCharsets.UTF_8));
      if (!feed.getString("version", "").contains("jsonfeed.org")) {
        return Optional.empty();
      }
      JsonArray items = feed.getJsonArray("items", new JsonArray());
      JsonObject first = items.isEmpty() ? new JsonObject() : items.getJsonObject(0);
      return Optional.of(
          new FeedPreview(
              PageReader.shortened(feed.getString("title", "")),
              Optional.ofNullable(first.getString("title")).map(PageReader::shortened),
              Optional.ofNullable(first.getString("date_published"))
                  .flatMap(FeedPreview::instant)));
    } catch (DecodeException | ClassCastException notAFeed) {
      return Optional.empty();
    }
  }
}
