package io.competitoriq.crawl.fetch;

import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A body as the server sent it, decompressed, with what is needed to read it.
///
/// @param contentType media type without parameters, lower case
/// @param charset IANA name of the charset to read the body in
/// @param headers response headers worth keeping, names in lower case
/// @param sha256 of the body, 64 lower-case hexadecimal digits
/// @param exhibits what stands beside the body as evidence, the body included; empty when the body
///   is what the server sent and all there is
/// @param note a sentence about how the page was read, when there is something to say
public record FetchedPage(
    URI url,
    URI finalUrl,
    int httpStatus,
    String contentType,
    String charset,
    Map<String, String> headers,
    Buffer body,
    String sha256,
    Instant fetchedAt,
    List<Exhibit> exhibits,
    Optional<String> note) {
  public FetchedPage {
    headers = Map.copyOf(headers);
    exhibits = List.copyOf(exhibits);
  }

  /// A body as the server sent it.
  public FetchedPage(
      URI url,
      URI finalUrl,
      int httpStatus,
      String contentType,
      String charset,
      Map<String, String> headers,
      Buffer body,
      String sha256,
      Instant fetchedAt) {
    this(
        url,
        finalUrl,
        httpStatus,
        contentType,
        charset,
        headers,
        body,
        sha256,
        fetchedAt,
        List.of(),
        Optional.empty());
  }

  /// The same page with something said about it.
  public FetchedPage noting(String sentence) {
    return with(exhibits, Optional.of(sentence));
  }

  /// The same page without the exhibits whose body is another than its own.
  public FetchedPage withoutCompany() {
    return with(exhibits.stream().filter(it -> it.sha256().equals(sha256)).toList(), note);
  }

  private FetchedPage with(List<Exhibit> others, Optional<String> sentence) {
    return new FetchedPage(
        url,
        finalUrl,
        httpStatus,
        contentType,
        charset,
        headers,
        body,
        sha256,
        fetchedAt,
        others,
        sentence);
  }
}
