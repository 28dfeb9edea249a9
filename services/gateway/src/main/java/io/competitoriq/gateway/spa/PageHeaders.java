package io.competitoriq.gateway.spa;

/// What the page and its files may do in the browser.
final class PageHeaders {

  private PageHeaders() {}

  /// Only our own files run, plus what carries this answer's nonce.
  static String contentSecurityPolicy(String nonce) {
    return String.join(
        "; ",
        "default-src 'self'",
        "script-src 'self' 'nonce-" + nonce + "'",
        "style-src 'self' 'nonce-" + nonce + "'",
        "img-src 'self' data:",
        "font-src 'self'",
        "connect-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "form-action 'self'",
        "object-src 'none'");
  }

  /// Files whose name holds a hash of their content never change.
  static String cacheControl(String path) {
    return path.startsWith("/assets/") ? "public, max-age=31536000, immutable" : "no-cache";
  }
}
