package io.competitoriq.process.change;

import io.competitoriq.messages.TextChange;
import io.competitoriq.process.noise.Volatility;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A text change that waits for its confirmation.
///
/// @param slot where it happened
/// @param beforeKey what was said, null when the text is new
/// @param afterKey what is said now, null when the text is gone
public record Hunk(
    TextChange text, String slot, @Nullable String beforeKey, @Nullable String afterKey) {

  /// Whether the next version still says so, and the place has not turned out to be volatile.
  ///
  /// @param said keys of all texts of the next version
  boolean holds(Set<String> said, Volatility volatility) {
    if (afterKey == null) {
      return beforeKey != null && !said.contains(beforeKey) && !volatility.comesAndGoes(beforeKey);
    }
    return said.contains(afterKey)
        && !volatility.comesAndGoes(afterKey)
        && !(beforeKey != null && volatility.isVolatile(slot, afterKey));
  }
}
