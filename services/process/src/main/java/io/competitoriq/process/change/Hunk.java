package io.competitoriq.process.change;

import io.competitoriq.messages.TextChange;
import io.competitoriq.process.noise.CallToAction;
import io.competitoriq.process.noise.CurrencySwitch;
import io.competitoriq.process.noise.Volatility;
import org.jspecify.annotations.Nullable;

/// A text change that waits for its confirmation.
///
/// @param slot where it happened
/// @param beforeKey what was said, null when the text is new
/// @param afterKey what is said now, null when the text is gone
public record Hunk(
    TextChange text, String slot, @Nullable String beforeKey, @Nullable String afterKey) {

  /// Whether pages show this to some visitors only: the label of a button that came, went or
  /// changed, or the same prices in another currency.
  boolean mayBeVariant() {
    return isCall(text.before()) && isCall(text.after())
        || text.before() != null
            && text.after() != null
            && CurrencySwitch.isOne(text.before(), text.after());
  }

  private static boolean isCall(@Nullable String words) {
    return words == null || CallToAction.isOne(words);
  }

  /// Whether the place has shown the same for as long as it takes to believe it.
  boolean stays(Volatility volatility) {
    String key = afterKey != null ? afterKey : beforeKey;
    return key == null || volatility.visitsSince(slot, key) >= Volatility.PATIENCE;
  }
}
