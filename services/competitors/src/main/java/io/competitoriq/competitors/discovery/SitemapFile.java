package io.competitoriq.competitors.discovery;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/// One sitemap (sitemaps.org 0.9): pages, or further sitemaps when it is an index. Read by its tags
/// alone, so that a damaged file gives what it has.
record SitemapFile(List<URI> pages, List<URI> sitemaps) {

  /// As many as a sitemap may hold.
  private static final int MOST_PAGES = 50_000;

  private static final int MOST_BYTES = 50_000_000;
  private static final Pattern LOCATION =
      Pattern.compile("<loc>\\s*(?:<!\\[CDATA\\[)?\\s*([^<\\]\\s]{1,2000})\\s*(?:]]>\\s*)?</loc>");

  SitemapFile {
    pages = List.copyOf(pages);
    sitemaps = List.copyOf(sitemaps);
  }

  /// Reads XML, gzip or not; what is neither is empty. Costs CPU: call it on a worker thread.
  static SitemapFile read(byte[] body) {
    String text = new String(inflated(body), StandardCharsets.UTF_8);
    List<URI> locations =
        LOCATION
            .matcher(text)
            .results()
            .limit(MOST_PAGES)
            .flatMap(match -> uri(match.group(1).replace("&amp;", "&")).stream())
            .toList();
    if (text.contains("<sitemapindex")) {
      return new SitemapFile(List.of(), locations);
    }
    return text.contains("<urlset")
        ? new SitemapFile(locations, List.of())
        : new SitemapFile(List.of(), List.of());
  }

  private static byte[] inflated(byte[] body) {
    boolean gzip = body.length > 2 && (body[0] & 0xff) == 0x1f && (body[1] & 0xff) == 0x8b;
    return gzip ? unzipped(body) : body;
  }

  /// What can be unpacked before the file breaks off.
  private static byte[] unzipped(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    byte[] chunk = new byte[65_536];
    try (InputStream stream = new GZIPInputStream(new ByteArrayInputStream(body))) {
      for (int n = stream.read(chunk); n > 0 && out.size() < MOST_BYTES; n = stream.read(chunk)) {
        out.write(chunk, 0, n);
      }
    } catch (IOException damaged) {
      return out.toByteArray();
    }
    return out.toByteArray();
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
