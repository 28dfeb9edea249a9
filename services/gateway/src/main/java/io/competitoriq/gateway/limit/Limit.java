package io.competitoriq.gateway.limit;

/// A token bucket: `burst` at once, `perMinute` come back.
///
/// @param name as headers and problems call it
/// @param bucket where it is counted
record Limit(String name, String bucket, int perMinute, int burst) {

  /// Milliseconds until one more request comes back.
  double every() {
    return 60_000.0 / perMinute;
  }

  /// As `RateLimit-Policy` tells it (draft-ietf-httpapi-ratelimit-headers).
  String policy() {
    return "\"%s\";q=%d;w=60".formatted(name, perMinute);
  }

  /// What is left of a limit.
  ///
  /// @param left requests that may be sent at once
  /// @param waitMillis until one may be sent; zero when this one was
  /// @param fullMillis until all of the burst is back
  record Standing(Limit limit, long left, long waitMillis, long fullMillis) {

    /// As `RateLimit` tells it.
    String header() {
      return "\"%s\";r=%d;t=%d".formatted(limit.name, left, seconds(fullMillis));
    }

    static long seconds(long millis) {
      return (millis + 999) / 1000;
    }
  }
}
