package io.competitoriq.analysis.alert;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A rule as people see it.
///
/// @param lastFiredAt when it last spoke, cooled-down stories not counted
/// @param firings30d how many stories it spoke about in 30 days, cooled-down ones not counted
/// @param failedDeliveries how many of its deliveries of the last 7 days were given up
/// @param version for `If-Match`
public record RuleView(
    UUID id,
    String name,
    boolean enabled,
    Condition condition,
    Telling telling,
    @Nullable Instant lastFiredAt,
    int firings30d,
    int failedDeliveries,
    UUID createdBy,
    Instant createdAt,
    long version) {

  static RuleView of(AlertRule row, RuleTallies.Tally tally) {
    return new RuleView(
        row.id,
        row.name,
        row.enabled,
        row.condition,
        row.telling,
        tally.lastFiredAt(),
        tally.firings30d(),
        tally.failedDeliveries(),
        row.createdBy,
        row.createdAt,
        row.version);
  }
}
