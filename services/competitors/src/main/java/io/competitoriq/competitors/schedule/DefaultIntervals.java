package io.competitoriq.competitors.schedule;

import io.competitoriq.messages.Collector;
import io.competitoriq.messages.SourceKind;
import java.time.Duration;

/// How often a source is visited when nobody said: as often as pages of its kind are worth it. A
/// feed is one small file made to be asked for, so it is read each hour.
public final class DefaultIntervals {

  private DefaultIntervals() {}

  /// The interval for a source of this kind and collector.
  public static Duration of(SourceKind kind, Collector collector) {
    return collector == Collector.FEED ? Duration.ofHours(1) : of(kind);
  }

  private static Duration of(SourceKind kind) {
    return switch (kind) {
      case STATUS -> Duration.ofHours(1);
      case PRICING, CHANGELOG, BLOG, NEWS -> Duration.ofHours(6);
      case HOME, FEATURES, CAREERS, DOCS, CUSTOMERS, SOCIAL, ADS, OTHER -> Duration.ofHours(24);
      case ABOUT, HELP, SECURITY, LEGAL, REVIEWS, APPS -> Duration.ofDays(7);
    };
  }
}
