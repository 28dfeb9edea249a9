package io.competitoriq.crawl.snapshot;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/// When the bodies of a snapshot were let go, and the rule in force then.
///
/// @param scope whose rule it was: `DEFAULT`, `WORKSPACE` or `SOURCE`
/// @param keepNewest how many of the source's newest snapshots kept their bodies
/// @param keepChanged whether snapshots that something was read from kept them
/// @param bodyDays how old the others had to be
public record ReleaseView(
    Instant releasedAt, String scope, int keepNewest, boolean keepChanged, int bodyDays) {

  static ReleaseView of(ReleaseRow row) {
    return new ReleaseView(
        row.releasedAt, row.scope, row.keepNewest, row.keepChanged, row.bodyDays);
  }

  /// The same for a person.
  public String sentence() {
    return "Its bodies were released on %s (UTC) by the %s rule: keep the newest %d%s, let the rest go after %d days. Its hash, headers and times are kept."
        .formatted(
            releasedAt.atOffset(ZoneOffset.UTC).toLocalDate(),
            scope.toLowerCase(Locale.ROOT),
            keepNewest,
            keepChanged ? " and what changed something" : "",
            bodyDays);
  }
}
