package io.competitoriq.http;

import io.competitoriq.telemetry.Redaction;

/// How requests are called in traces: few names, no secret.
public final class SpanNames {

  private SpanNames() {}

  /// The method and the first part of the address that says what it is about: `GET /signals`.
  public static String of(String method, String path) {
    String about = path.startsWith("/api/v1/") ? path.substring("/api/v1".length()) : path;
    int end = about.indexOf('/', 1);
    String first = end < 0 ? about : about.substring(0, end);
    return method + " " + (first.startsWith("/") ? first : "/" + first);
  }

  /// The address as it may be read by operators.
  public static String shown(String path) {
    return Redaction.redacted(path);
  }
}
