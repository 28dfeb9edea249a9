package io.competitoriq.competitors.pack;

import io.competitoriq.messages.Collector;
import io.competitoriq.messages.Rendering;
import io.competitoriq.messages.SourceKind;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// One kind of source a pack watches.
///
/// @param collector the only one this entry is for; null for whichever of our own reads it best
/// @param interval between two visits, positive
/// @param rendering `AUTO` for what the discovery says of the page
record PackEntry(
    SourceKind kind, @Nullable Collector collector, Duration interval, Rendering rendering) {

  PackEntry {
    if (interval.isNegative() || interval.isZero()) {
      throw new IllegalArgumentException("interval must be positive: " + interval);
    }
  }

  static PackEntry of(SourceKind kind, Duration interval) {
    return new PackEntry(kind, null, interval, Rendering.AUTO);
  }

  /// A search at SearchAPI.io, which costs: it is worth it only where a discovery suggests it.
  static PackEntry search(SourceKind kind, Duration interval) {
    return new PackEntry(kind, Collector.SEARCHAPI, interval, Rendering.NEVER);
  }

  /// Whether nobody misses it where it is not suggested.
  boolean isExtra() {
    return collector != null && !isOurs(collector);
  }

  boolean takes(Collector offered) {
    return collector == null ? isOurs(offered) : collector == offered;
  }

  private static boolean isOurs(Collector collector) {
    return switch (collector) {
      case BUILTIN, FEED, SITE -> true;
      case APIFY, SEARCHAPI -> false;
    };
  }
}
