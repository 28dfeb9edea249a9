package io.competitoriq.competitors.discovery;

import io.competitoriq.messages.Rendering;
import java.util.Map;

/// What a collector needs besides the address, and what a visit costs.
///
/// @param options as the collector documents them: an engine and its query
/// @param creditsPerVisit credits of the provider, 0 for our own collectors
/// @param needsCredential whether somebody has to give a key first
record Errand(
    Rendering rendering,
    Map<String, Object> options,
    int creditsPerVisit,
    boolean needsCredential) {

  /// Our own collectors, as they like.
  static final Errand PLAIN = new Errand(Rendering.AUTO, Map.of(), 0, false);

  /// Pages that are empty without their scripts.
  static final Errand IN_A_BROWSER = new Errand(Rendering.ALWAYS, Map.of(), 0, false);

  Errand {
    options = Map.copyOf(options);
  }
}
