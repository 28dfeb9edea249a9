package io.competitoriq.crawl.site;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;

/// How fast a walk goes.
///
/// @param lanes pages read at the same time; more than one only for a host of our own
/// @param pause between the end of a reading and the next one of the same lane
/// @param until no reading begins later
record Gait(int lanes, Duration pause, Instant until) {
  boolean isOver(Instant now) {
    return now.isAfter(until);
  }

  /// The pause, as something to wait for.
  Uni<Void> rest() {
    Uni<Void> now = Uni.createFrom().voidItem();
    return pause.isZero() ? now : now.onItem().delayIt().by(pause);
  }
}
