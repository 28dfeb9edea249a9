package io.competitoriq.crawl.fetch;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Instant;
import java.util.Map;

/// A body as the server sent it, decompressed, with what is needed to read it.
///
/// @param contentType media type without parameters, lower case
/// @param charset IANA name of the charset to read the body in
/// @param headers response headers worth keeping, names in lower case
/// @param sha256 of the body, 64 lower-case hexadecimal digits
public record FetchedPage(
    URI url,
    URI finalUrl,
    int httpStatus,
    String contentType,
    String charset,
    Map<String, String> headers,
    Buffer body,
    String sha256,
    Instant fetchedAt) {
  public FetchedPage {
    headers = Map.copyOf(headers);
  }
}
