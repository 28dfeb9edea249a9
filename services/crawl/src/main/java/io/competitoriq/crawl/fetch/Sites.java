package io.competitoriq.crawl.fetch;

import crawlercommons.domains.EffectiveTldFinder;
import java.net.URI;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Whose site an address belongs to, by the public suffix list. Pure.
final class Sites {
  private Sites() {}

  /// Whether both addresses have the same registrable domain (`www.acme.co.uk` and `acme.co.uk`).
  static boolean same(URI one, URI other) {
    return Objects.equals(one.getHost(), other.getHost())
        || registrable(one.getHost()).equals(registrable(other.getHost()));
  }

  private static String registrable(@Nullable String host) {
    String lower = host == null ? "" : host.toLowerCase(Locale.ROOT);
    String domain = EffectiveTldFinder.getAssignedDomain(lower, true, false);
    return domain == null ? lastTwoLabels(lower) : domain;
  }

  /// The list's rule for suffixes it does not know; an IP address is only itself.
  private static String lastTwoLabels(String host) {
    if (host.endsWith("]") || host.matches(".*\\d")) {
      return host;
    }
    int last = host.lastIndexOf('.');
    return host.substring(host.lastIndexOf('.', last - 1) + 1);
  }
}
