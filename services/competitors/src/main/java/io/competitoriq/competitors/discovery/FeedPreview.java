package io.competitoriq.competitors.discovery;

import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
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
record FeedPreview(String title, Optional<String> newest) {

  /// Empty when the body is no feed. Costs CPU: call it on a worker thread. Document types and
  /// entities of the XML are never looked up.
  static Optional<FeedPreview> read(byte[] body, @Nullable String charset) {
    int start = firstOctet(body);
    return start == '{' ? readJson(body) : readXml(body, charset);
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
        Stream.of("rss > channel > title", "feed > title", "channel > title")
            .map(document::selectFirst)
            .flatMap(Stream::ofNullable)
            .map(Element::text)
            .findFirst()
            .orElse("");
    Optional<String> newest =
        Optional.ofNullable(document.selectFirst("item > title, entry > title"))
            .map(entry -> PageReader.shortened(entry.text()))
            .filter(text -> !text.isBlank());
    return Optional.of(new FeedPreview(PageReader.shortened(title), newest));
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
      Optional<String> newest =
          items.isEmpty()
              ? Optional.empty()
              : Optional.ofNullable(items.getJsonObject(0).getString("title"))
                  .map(PageReader::shortened);
      return Optional.of(
          new FeedPreview(PageReader.shortened(feed.getString("title", "")), newest));
    } catch (DecodeException | ClassCastException notAFeed) {
      return Optional.empty();
    }
  }
}
