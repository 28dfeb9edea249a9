package io.competitoriq.analysis.assessment;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Locale;

/// How a claim is meant.
public enum ClaimKind {
  /// The quotes say it.
  FACT,
  /// Concluded from what the quotes say.
  INFERENCE;

  @JsonCreator
  static ClaimKind of(String name) {
    return valueOf(name.toUpperCase(Locale.ROOT));
  }
}
