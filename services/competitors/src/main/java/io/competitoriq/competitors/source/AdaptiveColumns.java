package io.competitoriq.competitors.source;

import io.competitoriq.competitors.schedule.Rhythm.Adaptive;
import io.competitoriq.competitors.schedule.Tally;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Duration;

/// What a row of `source` keeps of an adaptive rhythm beside its start, all columns or none.
@Embeddable
class AdaptiveColumns {

  @Column(name = "adaptive_shortest_ms")
  Long shortestMs;

  @Column(name = "adaptive_longest_ms")
  Long longestMs;

  @Column(name = "adaptive_current_ms")
  Long currentMs;

  @Column(name = "adaptive_visits")
  Integer visits;

  @Column(name = "adaptive_changes")
  Integer changes;

  @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
  AdaptiveColumns() {}

  AdaptiveColumns(Adaptive rhythm) {
    shortestMs = rhythm.shortest().toMillis();
    longestMs = rhythm.longest().toMillis();
    currentMs = rhythm.current().toMillis();
    visits = rhythm.seen().visits();
    changes = rhythm.seen().changes();
  }

  Adaptive from(Duration start) {
    return new Adaptive(
        start,
        Duration.ofMillis(shortestMs),
        Duration.ofMillis(longestMs),
        Duration.ofMillis(currentMs),
        new Tally(visits, changes));
  }
}
