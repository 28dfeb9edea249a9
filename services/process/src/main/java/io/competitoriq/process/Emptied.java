package io.competitoriq.process;

import io.competitoriq.process.document.FailureKind;
import io.competitoriq.process.document.Reading.NotUnderstood;
import io.competitoriq.process.evidence.Version;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A page that said a lot and says next to nothing was not read right: a shell without its scripts,
/// a notice of maintenance, a wall of consent. That is a problem of the source, and no change. A
/// page that stays so is taken at its word in the end.
final class Emptied {

  /// Characters; shorter pages may well say something else in fewer words.
  private static final int A_LOT = 1500;

  private static final int SHARE = 10;
  private static final Duration DOUBT = Duration.ofDays(7);

  private Emptied() {}

  static Optional<NotUnderstood> of(String text, @Nullable Version latest, Instant at) {
    if (latest == null
        || latest.text().length() < A_LOT
        || text.length() * (long) SHARE >= latest.text().length()
        || latest.fetchedAt().plus(DOUBT).isBefore(at)) {
      return Optional.empty();
    }
    return Optional.of(
        new NotUnderstood(
            FailureKind.EMPTY,
            "the page shows %d characters, the version before %d"
                .formatted(text.length(), latest.text().length())));
  }
}
