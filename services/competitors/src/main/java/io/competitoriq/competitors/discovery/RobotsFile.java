package io.competitoriq.competitors.discovery;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// One host's robots.txt (RFC 9309) as it concerns our crawler; empty rules when it could not be
/// read.
final class RobotsFile {

  /// Not asked for yet.
  static final RobotsFile UNKNOWN = new RobotsFile(Optional.empty(), true);

  /// The server answered with an error: until it can be read, nothing is (RFC 9309, 2.3.1.4).
  static final RobotsFile UNREACHABLE = new RobotsFile(Optional.empty(), false);

  /// There was no answer at all; whatever else the host has will not be answered either.
  static final RobotsFile SILENT = new RobotsFile(Optional.empty(), false);

  private final Optional<BaseRobotRules> rules;
  private final boolean lets;

  private RobotsFile(Optional<BaseRobotRules> rules, boolean lets) {
    this.rules = rules;
    this.lets = lets;
  }

  /// Rules of an answered robots.txt.
  static RobotsFile read(URI url, byte[] body, String robotName) {
    Set<String> names = Set.of(robotName.toLowerCase(Locale.ROOT));
    return new RobotsFile(
        Optional.of(
            new SimpleRobotRulesParser().parseContent(url.toString(), body, "text/plain", names)),
        true);
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

  /// Whether a page of the host may be asked for.
  boolean lets(URI page) {
    return lets && state(page) != RobotsState.DISALLOWED;
  }

  /// The pause between two requests the host wishes for; zero when it names none.
  Duration delay() {
    return Duration.ofMillis(rules.map(r -> Math.max(0, r.getCrawlDelay())).orElse(0L));
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
