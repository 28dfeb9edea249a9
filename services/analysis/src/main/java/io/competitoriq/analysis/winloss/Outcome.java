package io.competitoriq.analysis.winloss;

import java.util.Locale;
import java.util.Optional;

/// How a deal ended.
public enum Outcome {
  WON,
  LOST,
  /// The buyer bought from nobody.
  NO_DECISION;

  /// As CRMs word it: `won`, `Closed Won`, `loss`, `no decision`, ...
  static Optional<Outcome> read(String words) {
    return switch (words.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ")) {
      case "won", "win", "closed won" -> Optional.of(WON);
      case "lost", "loss", "closed lost" -> Optional.of(LOST);
      case "no decision", "none" -> Optional.of(NO_DECISION);
      default -> Optional.empty();
    };
  }
}
