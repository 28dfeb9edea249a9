package io.competitoriq.crawl.fetch;

import io.vertx.core.buffer.Buffer;

/// One piece of evidence of what a page was.
///
/// @param contentType media type, with the charset of a text
/// @param sha256 of the body, 64 lower-case hexadecimal digits
public record Exhibit(Kind kind, String contentType, Buffer body, String sha256) {

  /// What a piece of evidence is.
  public enum Kind {
    /// As the server sent it, decompressed.
    RAW,
    /// As the scripts left it in a browser.
    RENDERED,
    /// As a reader saw it.
    SCREENSHOT
  }
}
