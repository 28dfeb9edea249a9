package io.competitoriq.crawl.visit;

import static java.util.Objects.requireNonNullElse;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What the visits of a source amount to. Pure.
///
/// @param last how the newest visit ended
/// @param lastRefused whether the site sent us away then
/// @param lastOkAt when it last answered as it should; null: never
/// @param failuresInARow visits since then
/// @param visits7d visits that ended in the last 7 days
/// @param failures7d those of them that brought neither content nor "unchanged"
/// @param blocked7d those of them the site sent away
record VisitHistory(
    Ending last,
    boolean lastRefused,
    @Nullable Instant lastOkAt,
    long failuresInARow,
    long visits7d,
    long failures7d,
    long blocked7d) {

  /// One failure may be a hiccup; two are none.
  private static final int IN_A_ROW = 2;

  /// From this share on, in percent, failures among successes are worth a word.
  private static final int WORTH_A_WORD = 25;

  /// Fewer visits than this have no share to speak of.
  private static final int ENOUGH_VISITS = 4;

  /// The share of visits the site sent away, 0 to 1; null without a visit in the last 7 days.
  @Nullable Double blockRate() {
    return visits7d == 0 ? null : (double) blocked7d / visits7d;
  }

  Diagnosis diagnosis() {
    return last.outcome().isHealthy() ? answering() : failed();
  }

  private Diagnosis answering() {
    if (isWorthAWord(blocked7d)) {
      return new Diagnosis(
          SourceState.DEGRADED,
          "The site sent away %d of the %d visits of the last 7 days."
              .formatted(blocked7d, visits7d),
          "Visit it less often, or ask the site's owner to let our user agent in.");
    }
    if (isWorthAWord(failures7d)) {
      return new Diagnosis(
          SourceState.DEGRADED,
          "%d of the %d visits of the last 7 days failed.".formatted(failures7d, visits7d),
          "Look at its visits; if the site is slow or often away, visit it less often.");
    }
    return new Diagnosis(SourceState.HEALTHY, last.reason(), null);
  }

  private Diagnosis failed() {
    if (lastOkAt != null && failuresInARow < IN_A_ROW) {
      return new Diagnosis(
          SourceState.DEGRADED,
          last.reason(),
          requireNonNullElse(last.fix(), "Nothing to do yet: it is tried again."));
    }
    return lastRefused
        ? new Diagnosis(
            SourceState.BLOCKED,
            last.reason(),
            requireNonNullElse(
                last.fix(),
                "Ask the site's owner to let our user agent in, or collect the source another way."))
        : new Diagnosis(
            SourceState.FAILING,
            last.reason(),
            requireNonNullElse(
                last.fix(), "Open the address in a browser; correct it, or remove the source."));
  }

  private boolean isWorthAWord(long some) {
    return visits7d >= ENOUGH_VISITS && some * 100 >= visits7d * WORTH_A_WORD;
  }
}
