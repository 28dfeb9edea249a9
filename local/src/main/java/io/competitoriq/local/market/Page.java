package io.competitoriq.local.market;

/// One answer before its headers.
///
/// @param isStatic the same bytes until the company changes: such a page has an ETag and may be
///   asked for conditionally
record Page(int status, String contentType, String body, boolean isStatic) {

  static Page html(String body) {
    return new Page(200, "text/html; charset=utf-8", body, false);
  }

  static Page notFound(String body) {
    return new Page(404, "text/html; charset=utf-8", body, false);
  }

  static Page unchanging(String contentType, String body) {
    return new Page(200, contentType, body, true);
  }

  static Page feed(String contentType, String body) {
    return new Page(200, contentType, body, false);
  }
}
