package io.competitoriq.competitors.source;

import io.competitoriq.competitors.schedule.ScheduleView;
import io.competitoriq.messages.Collector;
import io.competitoriq.messages.Rendering;
import io.competitoriq.messages.SourceKind;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A source on the wire.
///
/// @param nextVisitAt when the next visit is planned, null while paused
/// @param lastVisitAt when the last visit was handed over, null before the first
public record SourceView(
    UUID id,
    UUID competitorId,
    SourceKind kind,
    Collector collector,
    String url,
    String title,
    ScheduleView schedule,
    boolean paused,
    Rendering rendering,
    Map<String, Object> options,
    @Nullable Instant nextVisitAt,
    @Nullable Instant lastVisitAt,
    long version,
    Instant createdAt) {

  static SourceView of(Source source) {
    return new SourceView(
        source.id,
        source.competitorId,
        source.kind,
        source.collector,
        source.url,
        source.title,
        ScheduleView.of(source.schedule()),
        source.paused,
        source.rendering,
        source.options,
        source.paused ? null : source.nextVisitAt,
        source.lastVisitAt,
        source.version,
        source.createdAt);
  }
}
