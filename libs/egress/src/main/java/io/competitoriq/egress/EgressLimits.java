package io.competitoriq.egress;

import java.time.Duration;

/// How much one exchange may cost: bytes of body (after decompression), wall time over all redirect
/// hops, and the number of redirects followed (0 returns the redirect itself as the answer).
///
/// @param cut a larger body is answered as its first `maxBytes` bytes instead of being given up
public record EgressLimits(int maxBytes, Duration timeout, int maxRedirects, boolean cut) {
  private static final int MOST_REDIRECTS = 20;

  /// 8 MiB, 20 seconds, five redirects: enough for a web page.
  public static final EgressLimits DEFAULT = new EgressLimits(8 << 20, Duration.ofSeconds(20), 5);

  /// Limits that give a larger body up.
  public EgressLimits(int maxBytes, Duration timeout, int maxRedirects) {
    this(maxBytes, timeout, maxRedirects, false);
  }

  public EgressLimits {
    if (maxBytes < 1) {
      throw new IllegalArgumentException("maxBytes must be positive: " + maxBytes);
    }
    if (!timeout.isPositive()) {
      throw new IllegalArgumentException("timeout must be positive: " + timeout);
    }
    if (maxRedirects < 0 || maxRedirects > MOST_REDIRECTS) {
      throw new IllegalArgumentException("maxRedirects out of range: " + maxRedirects);
    }
  }

  /// The same limits with another cap on the body, in bytes.
  public EgressLimits withMaxBytes(int bytes) {
    return new EgressLimits(bytes, timeout, maxRedirects, cut);
  }

  /// The same limits with another total time.
  public EgressLimits withTimeout(Duration total) {
    return new EgressLimits(maxBytes, total, maxRedirects, cut);
  }

  /// The same limits with another number of redirects.
  public EgressLimits withMaxRedirects(int redirects) {
    return new EgressLimits(maxBytes, timeout, redirects, cut);
  }

  /// The same limits for a reader to whom the beginning of a large body is worth something.
  public EgressLimits cutting() {
    return new EgressLimits(maxBytes, timeout, maxRedirects, true);
  }
}
