package io.competitoriq.gateway.route;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/// What every answer tells the browser about what it must not do with it (OWASP Secure Headers).
final class SecurityHeaders {

  private SecurityHeaders() {}

  /// For every answer; data may not run, be framed or be kept. Pages and files loosen what they
  /// must.
  static void apply(HttpServerRequest request, boolean https) {
    HttpServerResponse response = request.response();
    response.putHeader("X-Content-Type-Options", "nosniff");
    response.putHeader("Referrer-Policy", "no-referrer");
    response.putHeader("Cross-Origin-Opener-Policy", "same-origin");
    response.putHeader("Cross-Origin-Resource-Policy", "same-origin");
    response.putHeader(
        "Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()");
    response.putHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    response.putHeader("Cache-Control", "no-store");
    response.putHeader("X-Robots-Tag", "noindex, nofollow");
    if (https) {
      response.putHeader("Strict-Transport-Security", "max-age=31536000");
    }
  }
}
