package io.competitoriq.egress;

import java.util.Set;

/// Names that mean something inside a network only: a cluster's services, a cloud's metadata, a
/// printer. Whatever address they resolve to, nobody on the web owns them; a search domain may have
/// completed them. Sources: RFC 6761, 6762, 8375, 9476, ICANN's reservation of `internal`.
final class InsideNames {
  private static final Set<String> TOP =
      Set.of(
          "local",
          "localhost",
          "localdomain",
          "internal",
          "intranet",
          "private",
          "corp",
          "home",
          "lan",
          "svc",
          "cluster",
          "alt",
          "onion",
          "arpa");

  private InsideNames() {}

  /// Whether `host` (ASCII, lower case, without a trailing dot) is one: a single label, or a name
  /// below one of the reserved ends.
  static boolean contains(String host) {
    int dot = host.lastIndexOf('.');
    return dot < 0 || TOP.contains(host.substring(dot + 1));
  }
}
