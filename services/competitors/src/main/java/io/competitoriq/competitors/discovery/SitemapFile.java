package io.competitoriq.competitors.discovery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/// One sitemap (sitemaps.org 0.9): pages, or further sitemaps when it is an index.
record SitemapFile(List<URI> pages, List<URI> sitemaps) {

  private static final int MOST_PAGES = 5000;
  private static final int MOST_BYTES = 10_000_000;
  private static final SitemapFile EMPTY = new SitemapFile(List.of(), List.of());

  SitemapFile {
    pages = List.copyOf(pages);
    sitemaps = List.copyOf(sitemaps);
  }

  /// Reads XML, gzip or not; what is neither is empty. Costs CPU: call it on a worker thread.
  static SitemapFile read(byte[] body) {
    try {
      Document document = FeedPreview.xml(inflated(body), null);
      return new SitemapFile(
          locations(document, "urlset > url > loc"),
          locations(document, "sitemapindex > sitemap > loc"));
    } catch (IOException damaged) {
      return EMPTY;
    }
  }

  private static byte[] inflated(byte[] body) throws IOException {
    boolean gzip = body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
    if (!gzip) {
      return body;
    }
    try (GZIPInputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return stream.readNBytes(MOST_BYTES);
    }
  }

  private static List<URI> locations(Document document, String selector) {
    return document.select(selector).stream()
        .limit(MOST_PAGES)
        .map(Element::text)
        .flatMap(text -> uri(text.strip()).stream())
        .toList();
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text))
          .filter(uri -> uri.getHost() != null && text.startsWith("http"));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
