package io.competitoriq.competitors.discovery;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One host's robots.txt (RFC 9309) as it concerns our crawler; empty rules when it could not be
/// read.
final class RobotsFile {

  static final RobotsFile UNKNOWN = new RobotsFile(Optional.empty());

  private final Optional<BaseRobotRules> rules;

  private RobotsFile(Optional<BaseRobotRules> rules) {
    this.rules = rules;
  }

  /// Rules of an answered robots.txt.
  static RobotsFile read(URI url, byte[] body, String robotName) {
    Set<String> names = Set.of(robotName.toLowerCase(Locale.ROOT));
    return new RobotsFile(
        Optional.of(
            new SimpleRobotRulesParser().parseContent(url.toString(), body, "text/plain", names)));
  }

  /// No robots.txt: everything is allowed.
  static RobotsFile absent(URI url) {
    return read(url, new byte[0], "any");
  }

  RobotsState state(URI page) {
    return rules
        .map(r -> r.isAllowed(page.toString()) ? RobotsState.ALLOWED : RobotsState.DISALLOWED)
        .orElse(RobotsState.UNKNOWN);
  }

  List<URI> sitemaps() {
    return rules.stream()
        .flatMap(r -> r.getSitemaps().stream())
        .filter(url -> url.startsWith("http"))
        .flatMap(url -> uri(url).stream())
        .toList();
  }

  private static Optional<URI> uri(String text) {
    try {
      return Optional.of(URI.create(text));
    } catch (IllegalArgumentException unreadable) {
      return Optional.empty();
    }
  }
}
