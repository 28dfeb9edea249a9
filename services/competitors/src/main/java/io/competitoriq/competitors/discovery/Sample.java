package io.competitoriq.competitors.discovery;

import java.time.Instant;
import java.util.Optional;

/// What was read at an address, so that a person recognizes it.
///
/// @param title of the page, or of its newest entry
/// @param newest when that entry appeared, as the site says it
record Sample(Optional<String> title, Optional<Instant> newest) {

  static final Sample NONE = new Sample(Optional.empty(), Optional.empty());

  static Sample titled(String text) {
    return new Sample(Optional.of(text).filter(t -> !t.isBlank()), Optional.empty());
  }
}
