package io.competitoriq.api.fuzz;

import io.competitoriq.api.door.Request;
import java.util.List;
import java.util.Random;

/// Headers that are wrong, missing, doubled or far too long.
final class HeaderMutations {

  private static final List<String> TYPES =
      List.of(
          "Content-Type: text/plain",
          "Content-Type: application/xml",
          "Content-Type: application/json; charset=utf-16",
          "Content-Type: application/json; charset=nonsense",
          "Content-Type: multipart/form-data",
          "Content-Type: application/x-www-form-urlencoded",
          "Content-Type: */*",
          "Content-Type: ;;;",
          "Content-Type: application/json, text/plain");

  private static final List<String> HEADERS =
      List.of(
          "Accept: text/html",
          "Accept: application/xml",
          "Accept: ;;;",
          "Accept: application/json;q=abc",
          "Accept-Language: \u00ff\u00fe",
          "Accept-Encoding: nonsense",
          "Content-Encoding: gzip",
          "If-Match: nonsense",
          "If-Match: \"99999999999999999999999\"",
          "If-Match: \"1\", \"2\"",
          "If-None-Match: *",
          "Idempotency-Key: \u00ff\u00fe",
          "Idempotency-Key: " + "k".repeat(5000),
          "Range: bytes=9999999999-",
          "Range: nonsense",
          "Expect: nonsense",
          "Cookie: ciq_session=" + "A".repeat(43),
          "Cookie: ;;=;",
          "Origin: null",
          "Sec-Fetch-Site: cross-site",
          "X-HTTP-Method-Override: DELETE",
          "X-Forwarded-For: 1.2.3.4, nonsense",
          "X-Forwarded-Proto: gopher",
          "Forwarded: for=;;;",
          "traceparent: nonsense",
          "traceparent: 00-" + "0".repeat(32) + "-" + "0".repeat(16) + "-01",
          "Authorization: Bearer nonsense",
          "Authorization: Basic \u00ff",
          "Last-Event-ID: nonsense",
          "Content-Length: -1",
          "Content-Length: 99999999999999999999",
          "Transfer-Encoding: nonsense",
          "X-Long: " + "x".repeat(20_000),
          "No colon at all",
          ": no name",
          "X-Null: a\0b");

  private HeaderMutations() {}

  static Request header(Request request, Random random) {
    return switch (random.nextInt(5)) {
      case 0 -> request.without("Content-Type").with(TYPES.get(random.nextInt(TYPES.size())));
      case 1 -> request.without("Content-Type");
      case 2 -> request.without("X-CIQ-CSRF");
      default -> {
        String header = HEADERS.get(random.nextInt(HEADERS.size()));
        yield request.without(header.split(":", 2)[0]).with(header);
      }
    };
  }
}
