package io.competitoriq.crawl.fetch;

import io.competitoriq.egress.EgressRequest;
import java.util.Map;
import java.util.Optional;

/// What the server told about the body we have, to ask for a new one only if there is one (RFC
/// 9110).
public record Validators(Optional<String> etag, Optional<String> lastModified) {
  /// Nothing known: the whole body is asked for.
  public static final Validators NONE = new Validators(Optional.empty(), Optional.empty());

  /// From the headers of a stored answer.
  public static Validators of(Map<String, String> headers) {
    return new Validators(
        Optional.ofNullable(headers.get("etag")),
        Optional.ofNullable(headers.get("last-modified")));
  }

  EgressRequest applyTo(EgressRequest request) {
    EgressRequest conditional =
        etag.map(tag -> request.header("if-none-match", tag)).orElse(request);
    return lastModified
        .map(date -> conditional.header("if-modified-since", date))
        .orElse(conditional);
  }

  boolean isEmpty() {
    return etag.isEmpty() && lastModified.isEmpty();
  }
}
