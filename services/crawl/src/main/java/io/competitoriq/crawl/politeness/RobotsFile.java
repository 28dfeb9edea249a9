package io.competitoriq.crawl.politeness;

import crawlercommons.robots.BaseRobotRules;
import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRules.RobotRulesMode;
import crawlercommons.robots.SimpleRobotRulesParser;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A robots.txt as one crawler reads it (RFC 9309). Pure.
final class RobotsFile {
  /// As much of a file is read (RFC 9309 section 2.5); what follows is not.
  static final int MOST_BYTES = 500 * 1024;

  /// For sites that have no rules.
  static final RobotsFile EMPTY = new RobotsFile(new SimpleRobotRules(RobotRulesMode.ALLOW_ALL));

  /// A file this broken is not worth more lines in the log.
  private static final int WARNINGS = 5;

  private static final byte[] UTF_8_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

  private final BaseRobotRules rules;

  private RobotsFile(BaseRobotRules rules) {
    this.rules = rules;
  }

  /// What `body` says to the crawler whose product token is `agent`.
  ///
  /// The parser's own cap on crawl-delay would turn a long one into "stay out"; ours follows later.
  static RobotsFile read(byte[] body, String contentType, String agent) {
    return new RobotsFile(
        new SimpleRobotRulesParser(Long.MAX_VALUE, WARNINGS)
            .parseContent(
                "robots.txt",
                withoutMark(wholeLines(body)),
                contentType,
                List.of(agent.toLowerCase(Locale.ROOT))));
  }

  boolean allows(URI url) {
    return rules.isAllowed(url.toString());
  }

  /// The time the site wants between two visits, if it says so.
  Optional<Duration> crawlDelay() {
    long millis = rules.getCrawlDelay();
    return millis == BaseRobotRules.UNSET_CRAWL_DELAY || millis <= 0
        ? Optional.empty()
        : Optional.of(Duration.ofMillis(millis));
  }

  /// The sitemaps it names, in its order; lines nobody can follow are none.
  List<URI> sitemaps() {
    List<URI> named = new ArrayList<>();
    for (String sitemap : rules.getSitemaps()) {
      try {
        named.add(new URI(sitemap));
      } catch (URISyntaxException unreadable) {
        continue;
      }
    }
    return named;
  }

  /// The last line of a file that was cut says something else than its author wrote.
  private static byte[] wholeLines(byte[] body) {
    if (body.length < MOST_BYTES) {
      return body;
    }
    int end = MOST_BYTES;
    while (end > 0 && body[end - 1] != '\n' && body[end - 1] != '\r') {
      end--;
    }
    return Arrays.copyOf(body, end);
  }

  /// Half a byte order mark is one too: editors and proxies lose bytes of it.
  private static byte[] withoutMark(byte[] body) {
    int start = 0;
    while (start < UTF_8_MARK.length && start < body.length && body[start] == UTF_8_MARK[start]) {
      start++;
    }
    return start == 0 ? body : Arrays.copyOfRange(body, start, body.length);
  }
}
