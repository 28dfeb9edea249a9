package io.competitoriq.gateway.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/// What a page said at which time. Every change is seen twice, as a real one must be before it is
/// believed. Pure.
final class PageHistory {

  private static final Pattern DAY = Pattern.compile("\\{day:(\\d+)}");
  private static final DateTimeFormatter WORDS =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);
  private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

  /// Days from seeing a change to seeing it again, where it is old enough.
  private static final double AGAIN = 0.25;

  private PageHistory() {}

  /// @param html as the page was then
  record Version(Instant at, String html) {}

  /// @throws IllegalStateException when an edit does not fit, which a test finds first
  static List<Version> of(DemoCompany.Page page, Instant now) {
    String html = String.join("\n", page.html());
    List<Version> versions = new ArrayList<>();
    versions.add(version(html, page.daysAgo(), now));
    for (DemoCompany.Change change : page.changes()) {
      for (DemoCompany.Edit edit : change.edits()) {
        html = edited(html, edit, page.path());
      }
      double again = change.daysAgo() - Math.min(AGAIN, change.daysAgo() / 2);
      versions.add(version(html, change.daysAgo(), now));
      versions.add(version(html, again, now));
    }
    return versions;
  }

  private static String edited(String html, DemoCompany.Edit edit, String path) {
    int at = html.indexOf(edit.from());
    if (at < 0 || html.indexOf(edit.from(), at + 1) >= 0) {
      throw new IllegalStateException(
          "%s: \"%s\" does not stand there once".formatted(path, edit.from()));
    }
    return html.substring(0, at) + edit.to() + html.substring(at + edit.from().length());
  }

  private static Version version(String html, double daysAgo, Instant now) {
    return new Version(
        before(now, daysAgo),
        DAY.matcher(html)
            .replaceAll(found -> WORDS.format(before(now, Integer.parseInt(found.group(1))))));
  }

  static Instant before(Instant now, double days) {
    return now.minusSeconds(Math.round(days * DAY_SECONDS)).truncatedTo(ChronoUnit.SECONDS);
  }
}
