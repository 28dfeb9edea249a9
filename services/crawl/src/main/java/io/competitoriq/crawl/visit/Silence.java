package io.competitoriq.crawl.visit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// A source that used to change and has brought nothing new for much longer than it ever took. Only
/// who knows that the source is a stream of news can say whether that is bad.
///
/// @param since when it last brought something new
/// @param quietDays whole days from then to its last good visit
/// @param usualDays its usual time between changes in whole days, at least 1
/// @param reason one sentence on why
/// @param fix one sentence on what the reader can do
public record Silence(Instant since, long quietDays, long usualDays, String reason, String fix) {

  /// Changes that are looked at, the newest.
  static final int MOST_CHANGES = 21;

  private static final int FEWEST_GAPS = 3;
  private static final int USUAL_TIMES = 4;
  private static final Duration AT_LEAST = Duration.ofDays(14);

  /// Until the last good visit, not until now: what was not visited is not silent.
  ///
  /// @param changes when the source brought something new, the newest first
  /// @param lastOkAt when it last answered as it should; null: never
  static Optional<Silence> of(List<Instant> changes, @Nullable Instant lastOkAt) {
    if (changes.size() <= FEWEST_GAPS || lastOkAt == null) {
      return Optional.empty();
    }
    Instant since = changes.getFirst();
    Duration usual = usualGap(changes);
    Duration quiet = Duration.between(since, lastOkAt);
    return quiet.compareTo(AT_LEAST) > 0 && quiet.compareTo(usual.multipliedBy(USUAL_TIMES)) > 0
        ? Optional.of(told(since, quiet.toDays(), Math.max(1, usual.toDays())))
        : Optional.empty();
  }

  private static Silence told(Instant since, long quiet, long usual) {
    return new Silence(
        since,
        quiet,
        usual,
        "Nothing new since %s, for %d days; before, something came about every %s."
            .formatted(
                since.atZone(ZoneOffset.UTC).toLocalDate(),
                quiet,
                usual == 1 ? "day" : usual + " days"),
        "Open the page and see whether its news moved to another address; if there is none, all is well.");
  }

  /// The median: one long holiday does not make a source slow.
  private static Duration usualGap(List<Instant> changes) {
    List<Duration> gaps =
        IntStream.range(1, changes.size())
            .mapToObj(i -> Duration.between(changes.get(i), changes.get(i - 1)))
            .sorted()
            .toList();
    return gaps.get(gaps.size() / 2);
  }
}
