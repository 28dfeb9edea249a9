package io.competitoriq.analysis.battlecard;

import io.competitoriq.messages.FactKind;
import java.util.Set;

/// Which facts a live block shows. They are today's whenever the card is read.
public enum LiveKind {
  /// Plans and what they cost.
  PRICES(Set.of(FactKind.PLAN, FactKind.PRICE), true, 40),
  FEATURES(Set.of(FactKind.FEATURE), true, 40),
  PEOPLE(Set.of(FactKind.PERSON), true, 20),
  /// How many jobs are open, and the latest of them.
  OPENINGS(Set.of(FactKind.JOB_OPENING), false, 5),
  /// The latest posts.
  POSTS(Set.of(FactKind.POST), false, 5);

  private final Set<FactKind> facts;
  private final boolean watched;
  private final int most;

  LiveKind(Set<FactKind> facts, boolean watched, int most) {
    this.facts = facts;
    this.watched = watched;
    this.most = most;
  }

  public Set<FactKind> facts() {
    return facts;
  }

  /// Whether prose beside it goes stale when these facts move. Posts and openings come and go every
  /// week without making what people wrote wrong.
  boolean isWatched() {
    return watched;
  }

  /// Most facts that are shown; the others are counted.
  int most() {
    return most;
  }
}
